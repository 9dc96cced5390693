package dev.roster.internal.call;

import dev.roster.Operation;
import dev.roster.directory.LookupKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which ways of looking something up a service has refused, so that they are tried once in the life
 * of a client. Thread-safe.
 */
public final class LookupMemory {

  private record Question(Operation operation, LookupKey.Kind kind) {}

  private final Map<Question, Integer> firstWays = new ConcurrentHashMap<>();

  LookupMemory() {}

  /**
   * The first way that the service has not refused.
   *
   * @param operation the look-up
   * @param kind what the key is made of
   * @return an index into the driver's ways
   */
  public int firstWay(Operation operation, LookupKey.Kind kind) {
    return firstWays.getOrDefault(new Question(operation, kind), 0);
  }

  /**
   * Remembers that the service refused a way.
   *
   * @param operation the look-up
   * @param kind what the key is made of
   * @param way an index into the driver's ways
   */
  public void refused(Operation operation, LookupKey.Kind kind, int way) {
    firstWays.merge(new Question(operation, kind), way + 1, Math::max);
  }
}
