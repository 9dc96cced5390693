package dev.roster.benchmarks.run;

/** One part of the measurements. */
interface Part {

  /** What the command line and the page call it. */
  String name();

  /** How often it measures by default. */
  default int usualRounds() {
    return 3;
  }

  /** Measures, as many times as there are rounds. */
  Results measure(int rounds) throws Exception;
}
