package dev.roster.campaign;

import dev.roster.AttemptInfo;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the listener was notified of about one call of the client. Thread-safe. */
final class PartRecord {

  private final long call;
  private final int number;
  private final List<AttemptRecord> attempts = new ArrayList<>();
  private final List<String> irregular = new ArrayList<>();
  private final long startedAt;
  private long endedAt;
  private int reportedAttempts = -1;
  private @Nullable RosterException failure;

  PartRecord(long call, int number, long startedAt) {
    this.call = call;
    this.number = number;
    this.startedAt = startedAt;
  }

  int number() {
    return number;
  }

  synchronized AttemptKey started(AttemptInfo info, long now) {
    attempts.stream()
        .filter(earlier -> !earlier.hasEnded())
        .forEach(
            earlier ->
                irregular.add(
                    "attempts overlap: "
                        + info.number()
                        + " began before the end of "
                        + earlier.key.attempt()));
    AttemptKey key = new AttemptKey(call, number, info.number());
    attempts.add(new AttemptRecord(key, info.operation(), now));
    return key;
  }

  synchronized void ended(AttemptInfo info, @Nullable ErrorCode error, long now) {
    AttemptRecord attempt = attempt(info.number());
    if (attempt == null) {
      irregular.add("an attempt ended that had not begun: " + info.number());
      return;
    }
    attempt.ends++;
    attempt.endedAt = now;
    attempt.error = error;
  }

  /** The transport was asked to send the request of an attempt. */
  synchronized void sending(AttemptKey key) {
    AttemptRecord attempt = attempt(key.attempt());
    if (attempt != null) {
      attempt.requests++;
    }
  }

  synchronized void succeeded(int attemptsReported, long now) {
    endedAt = now;
    reportedAttempts = attemptsReported;
  }

  synchronized void failed(RosterException error, long now) {
    endedAt = now;
    reportedAttempts = error.attempts();
    failure = error;
  }

  synchronized List<AttemptRecord> attempts() {
    return List.copyOf(attempts);
  }

  synchronized List<String> irregular() {
    return List.copyOf(irregular);
  }

  /** How many attempts the call said that it made; negative where it has not ended. */
  synchronized int reportedAttempts() {
    return reportedAttempts;
  }

  long startedAt() {
    return startedAt;
  }

  synchronized long endedAt() {
    return endedAt;
  }

  synchronized @Nullable RosterException failure() {
    return failure;
  }

  private @Nullable AttemptRecord attempt(int attemptNumber) {
    return attempts.stream()
        .filter(attempt -> attempt.key.attempt() == attemptNumber)
        .findFirst()
        .orElse(null);
  }
}
