package dev.roster.micrometer;

import dev.roster.RateLimiter;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The rate that the limiters of some clients permit together. Thread-safe. */
final class PermittedRate {

  private final Map<RateLimiter, Integer> clients = new HashMap<>();

  synchronized void add(RateLimiter limiter) {
    clients.merge(limiter, 1, Integer::sum);
  }

  synchronized void remove(RateLimiter limiter) {
    clients.computeIfPresent(limiter, (shared, count) -> count == 1 ? null : count - 1);
  }

  /** Returns no number where nothing limits any of them. */
  synchronized double callsPerSecond() {
    return clients.keySet().stream()
        .map(RateLimiter::callsPerSecond)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }
}
