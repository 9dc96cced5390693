package dev.roster.campaign.run;

import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.campaign.calls.Verdicts;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.weather.Fault;
import dev.roster.campaign.weather.Weather;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The judgements of one run. Thread-safe. */
public final class Tally implements Verdicts {

  private final RunId run;
  private final Weather weather;
  private final CountDownLatch untilClose;
  private final Collection<Violation> violations = new ConcurrentLinkedQueue<>();
  private final Collection<CallReport> calls = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> endings = new TreeMap<>();

  /**
   * No judgements yet.
   *
   * @param run which run it is
   * @param weather what happened to its messages
   * @param untilClose counted down with each call
   */
  Tally(RunId run, Weather weather, CountDownLatch untilClose) {
    this.run = run;
    this.weather = weather;
    this.untilClose = untilClose;
  }

  @Override
  public void ended(CallReport call, List<String> broken) {
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

  @Override
  public void mistake(long call, Throwable mistake) {
    StringWriter trace = new StringWriter();
    mistake.printStackTrace(new PrintWriter(trace));
    violations.add(new Violation(run, call, "the campaign itself failed", trace.toString()));
    untilClose.countDown();
  }

  private synchronized void count(CallReport call) {
    Throwable error = call.error();
    String ending =
        error == null
            ? "succeeded"
            : error instanceof RosterException failure
                ? failure.code() + "/" + failure.outcome()
                : error.getClass().getSimpleName();
    endings.merge(ending, 1, Integer::sum);
  }

  synchronized Map<String, Integer> endings() {
    return new TreeMap<>(endings);
  }

  /**
   * The share of attempts that ran out of time though nothing held them up: on a busy machine many,
   * and then little else is tried.
   */
  double needlessTimeouts() {
    List<AttemptRecord> attempts =
        attempts().filter(attempt -> Weather.isHarmless(fault(attempt))).toList();
    long needless = attempts.stream().filter(a -> a.error() == ErrorCode.TIMEOUT).count();
    return attempts.isEmpty() ? 0 : (double) needless / attempts.size();
  }

  /** How many attempts met which fault. */
  Map<Fault, Integer> faults() {
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    attempts().forEach(attempt -> faults.merge(fault(attempt), 1, Integer::sum));
    return faults;
  }

  private Stream<AttemptRecord> attempts() {
    return calls.stream()
        .flatMap(call -> call.record().parts().stream())
        .flatMap(part -> part.attempts().stream());
  }

  private Fault fault(AttemptRecord attempt) {
    return weather.plan(attempt.key()).fault();
  }

  List<CallReport> calls() {
    return new ArrayList<>(calls);
  }

  List<Violation> violations() {
    return new ArrayList<>(violations);
  }
}
