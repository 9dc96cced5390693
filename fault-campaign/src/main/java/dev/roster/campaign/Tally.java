package dev.roster.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** The judgements of one run. Thread-safe. */
final class Tally {

  private final RunId run;
  private final CountDownLatch untilClose;
  private final Collection<Violation> violations = new ConcurrentLinkedQueue<>();
  private final Collection<CallReport> calls = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> endings = new TreeMap<>();

  /**
   * No judgements yet.
   *
   * @param run which run it is
   * @param untilClose counted down with each call
   */
  Tally(RunId run, CountDownLatch untilClose) {
    this.run = run;
    this.untilClose = untilClose;
  }

  void ended(CallReport call, List<String> broken) {
    calls.add(call);
    count(call);
    broken.forEach(sentence -> broken(call, sentence));
    untilClose.countDown();
  }

  void broken(CallReport call, String sentence) {
    Object result = call.error() == null ? call.value() : call.error();
    violations.add(
        new Violation(
            run,
            call.record().number(),
            "%s %s".formatted(call.action(), sentence),
            "%s; %s".formatted(result, call.record())));
  }

  /** Something that is not about one call. */
  void broken(String sentence) {
    violations.add(new Violation(run, -1, sentence, ""));
  }

  /** A mistake of the campaign itself. */
  void mistake(long call, Throwable mistake) {
    java.io.StringWriter trace = new java.io.StringWriter();
    mistake.printStackTrace(new java.io.PrintWriter(trace));
    violations.add(new Violation(run, call, "the campaign itself failed", trace.toString()));
    untilClose.countDown();
  }

  private synchronized void count(CallReport call) {
    Throwable error = call.error();
    String ending =
        error == null
            ? "succeeded"
            : error instanceof dev.roster.RosterException failure
                ? failure.code() + "/" + failure.outcome()
                : error.getClass().getSimpleName();
    endings.merge(ending, 1, Integer::sum);
  }

  synchronized Map<String, Integer> endings() {
    return new TreeMap<>(endings);
  }

  List<CallReport> calls() {
    return new ArrayList<>(calls);
  }

  List<Violation> violations() {
    return new ArrayList<>(violations);
  }
}
