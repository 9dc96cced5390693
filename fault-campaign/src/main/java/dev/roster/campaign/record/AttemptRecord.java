package dev.roster.campaign.record;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.campaign.weather.AttemptKey;
import org.jspecify.annotations.Nullable;

/** What the listener was notified of about one attempt. Thread-safe. */
public final class AttemptRecord {

  private final AttemptKey key;
  private final Operation operation;
  private int ends;
  private int requests;
  private long endedAt;
  private @Nullable ErrorCode error;

  /** An attempt that has begun. */
  public AttemptRecord(AttemptKey key, Operation operation) {
    this.key = key;
    this.operation = operation;
  }

  /** The attempt has ended: without an error where it succeeded. */
  public synchronized void ended(@Nullable ErrorCode how, long now) {
    ends++;
    endedAt = now;
    error = how;
  }

  /** The transport was asked to send a request of it. */
  synchronized void sending() {
    requests++;
  }

  /** Which attempt it is. */
  public AttemptKey key() {
    return key;
  }

  /** What it asked for. */
  public Operation operation() {
    return operation;
  }

  /** How many requests the transport was asked to send. */
  public synchronized int requests() {
    return requests;
  }

  /** How often it ended; once is right. */
  public synchronized int ends() {
    return ends;
  }

  /** When it ended, on the campaign's clock. */
  public synchronized long endedAt() {
    return endedAt;
  }

  /** How it failed; null where it succeeded, or has not ended. */
  public synchronized @Nullable ErrorCode error() {
    return error;
  }

  /** Whether it succeeded. */
  public synchronized boolean succeeded() {
    return ends > 0 && error == null;
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(key.attempt(), operation, succeeded() ? "ok" : error());
  }
}
