package dev.roster.internal.directory;

import dev.roster.Operation;
import dev.roster.directory.LookupKey;
import dev.roster.spi.LookupWay;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which ways of looking something up a service has refused, so that they are not tried again in the
 * life of a client. Where a refusal can be about the key, one key decides nothing about the others.
 * Thread-safe.
 */
public final class LookupMemory {

  /** One key that a service refuses is odd, and two can be; three and none that it took are not. */
  static final int REFUSED_KEYS = 3;

  private record Question(Operation operation, LookupKey.Kind kind, LookupWay way) {}

  /** What became of a way so far; of keys their hashes only, as keys are personal data. */
  private record Experience(boolean hasWorked, boolean isRefused, Set<Integer> refusedKeys) {

    static final Experience NONE = new Experience(false, false, Set.of());
    static final Experience WORKED = new Experience(true, false, Set.of());
    static final Experience REFUSED = new Experience(false, true, Set.of());

    Experience andRefused(int key) {
      if (hasWorked || isRefused) {
        return this;
      }
      Set<Integer> more = new HashSet<>(refusedKeys);
      more.add(key);
      return more.size() < REFUSED_KEYS ? new Experience(false, false, more) : REFUSED;
    }
  }

  private final Map<Question, Experience> experiences = new ConcurrentHashMap<>();

  /** Whether the service is known to have refused a way for every key. */
  boolean isRefused(Operation operation, LookupKey.Kind kind, LookupWay way) {
    return of(new Question(operation, kind, way)).isRefused();
  }

  private Experience of(Question question) {
    return experiences.getOrDefault(question, Experience.NONE);
  }

  /** Remembers that the service took a way. */
  void worked(Operation operation, LookupKey.Kind kind, LookupWay way) {
    Question question = new Question(operation, kind, way);
    if (!of(question).hasWorked()) {
      experiences.put(question, Experience.WORKED);
    }
  }

  /** Remembers that the service refused a way, for any key. */
  void refused(Operation operation, LookupKey.Kind kind, LookupWay way) {
    experiences.put(new Question(operation, kind, way), Experience.REFUSED);
  }

  /**
   * Remembers that the service refused a way or the key. It counts as the way if several keys were
   * refused and none was taken.
   */
  void refused(Operation operation, LookupKey<?> key, LookupWay way) {
    experiences.compute(
        new Question(operation, key.kind(), way),
        (any, before) -> (before == null ? Experience.NONE : before).andRefused(key.hashCode()));
  }
}
