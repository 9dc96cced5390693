package dev.roster.memory;

import java.util.concurrent.atomic.AtomicLong;

/** Identifiers that have the form of the real ones, look made up, and are the same in every run. */
final class FakeIds {

  private final String prefix;
  private final AtomicLong last = new AtomicLong();

  FakeIds(String prefix) {
    this.prefix = prefix;
  }

  String next() {
    return "%s-0000-4000-8000-%012x".formatted(prefix, last.incrementAndGet());
  }
}
