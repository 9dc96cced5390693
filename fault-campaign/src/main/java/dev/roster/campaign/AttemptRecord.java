package dev.roster.campaign;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import org.jspecify.annotations.Nullable;

/** What the listener was notified of about one attempt. Guarded by its part. */
final class AttemptRecord {

  final AttemptKey key;
  final Operation operation;
  final long startedAt;
  int ends;
  int requests;
  long endedAt;
  @Nullable ErrorCode error;

  AttemptRecord(AttemptKey key, Operation operation, long startedAt) {
    this.key = key;
    this.operation = operation;
    this.startedAt = startedAt;
  }

  boolean hasEnded() {
    return ends > 0;
  }

  boolean succeeded() {
    return ends > 0 && error == null;
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(key.attempt(), operation, succeeded() ? "ok" : error);
  }
}
