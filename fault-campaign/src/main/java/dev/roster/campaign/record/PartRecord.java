package dev.roster.campaign.record;

import dev.roster.AttemptInfo;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.campaign.weather.AttemptKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the listener was notified of about one call of the client. Thread-safe. */
public final class PartRecord {

  private final long call;
  private final int number;
  private final List<AttemptRecord> attempts = new ArrayList<>();
  private final List<String> irregular = new ArrayList<>();
  private final long startedAt;
  private long endedAt;
  private long heldUntil;
  private int reportedAttempts = -1;
  private @Nullable RosterException failure;

  PartRecord(long call, int number, long startedAt) {
    this.call = call;
    this.number = number;
    this.startedAt = startedAt;
  }

  public int number() {
    return number;
  }

  synchronized AttemptKey started(AttemptInfo info) {
    for (AttemptRecord earlier : attempts) {
      if (earlier.ends() == 0) {
        irregular.add(
            "attempts overlap: %d began before the end of %d"
                .formatted(info.numberInCall(), earlier.key().attempt()));
      }
    }
    AttemptKey key = new AttemptKey(call, number, info.numberInCall());
    attempts.add(new AttemptRecord(key, info.operation()));
    return key;
  }

  synchronized void ended(AttemptInfo info, @Nullable ErrorCode error, long now) {
    AttemptRecord attempt = attempt(info.numberInCall());
    if (attempt == null) {
      irregular.add("an attempt ended that had not begun: " + info.numberInCall());
      return;
    }
    attempt.ended(error, now);
  }

  /** The transport was asked to send the request of an attempt. */
  synchronized void sending(AttemptKey key) {
    AttemptRecord attempt = attempt(key.attempt());
    if (attempt != null) {
      attempt.sending();
    }
  }

  synchronized void succeeded(int attemptsReported, long now) {
    endedAt = now;
    reportedAttempts = attemptsReported;
  }

  synchronized void failed(RosterException error, long now, long serviceHolds) {
    endedAt = now;
    heldUntil = serviceHolds;
    reportedAttempts = error.attempts();
    failure = error;
  }

  public synchronized List<AttemptRecord> attempts() {
    return List.copyOf(attempts);
  }

  public synchronized List<String> irregular() {
    return List.copyOf(irregular);
  }

  /** How many attempts the call said that it made; negative where it has not ended. */
  public synchronized int reportedAttempts() {
    return reportedAttempts;
  }

  public long startedAt() {
    return startedAt;
  }

  public synchronized long endedAt() {
    return endedAt;
  }

  /** Until when the service had asked all calls to wait when this one failed. */
  public synchronized long heldUntil() {
    return heldUntil;
  }

  public synchronized @Nullable RosterException failure() {
    return failure;
  }

  private @Nullable AttemptRecord attempt(int attemptNumber) {
    return attempts.stream()
        .filter(attempt -> attempt.key().attempt() == attemptNumber)
        .findFirst()
        .orElse(null);
  }
}
