package dev.roster.benchmarks.run;

/** One part of the measurements. */
interface Part {

  /** What the command line and the page call it. */
  String name();

  /** Measures, as many times as there are rounds. */
  Results measure(int rounds) throws Exception;
}
