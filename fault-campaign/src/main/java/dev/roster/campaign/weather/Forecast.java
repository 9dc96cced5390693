package dev.roster.campaign.weather;

/** Says what happens to each attempt, the same whenever it is asked. Thread-safe. */
public interface Forecast {

  /** What happens to an attempt. */
  FaultPlan plan(AttemptKey key);

  /** How long an attempt may take, in real time. */
  int attemptMillis();
}
