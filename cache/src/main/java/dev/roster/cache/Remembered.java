package dev.roster.cache;

import com.github.benmanes.caffeine.cache.Cache;
import dev.roster.cache.Flight.Landing;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one kind of question, and who is asking it now. What is forgotten while it is
 * being asked is not remembered when the response comes. Thread-safe; the lock is never held during
 * a request.
 */
final class Remembered<K, V> {

  /** Asks the service for some keys at once. */
  @FunctionalInterface
  interface Asking<K, V> {
    Answers<K, V> ask(Set<K> keys);
  }

  private final Object lock = new Object();
  private final Cache<K, V> present;
  private final @Nullable Cache<K, Boolean> absent;
  private final Map<K, Flight<V>> underWay = new HashMap<>();
  private final AtomicLong evicted = new AtomicLong();
  private long hits;
  private long joined;
  private long asked;

  Remembered(CacheSettings settings) {
    this.present = this.<V>cache(settings, settings.age());
    Duration absenceAge = settings.absenceAge();
    this.absent = absenceAge == null ? null : this.<Boolean>cache(settings, absenceAge);
  }

  private <T> Cache<K, T> cache(CacheSettings settings, Duration age) {
    return settings
        .remembering(age)
        .<K, T>evictionListener((key, value, cause) -> evicted.incrementAndGet())
        .build();
  }

  /** Returns what is found; what is missing and what is ambiguous is not in it. */
  Map<K, V> all(Set<K> keys, Asking<K, V> asking) {
    Map<K, V> found = new LinkedHashMap<>();
    Set<K> open = new LinkedHashSet<>(keys);
    while (!open.isEmpty()) {
      Map<K, Flight<V>> own = new LinkedHashMap<>();
      Map<K, Flight<V>> others = new LinkedHashMap<>();
      claim(open, found, own, others);
      open.clear();
      if (!own.isEmpty()) {
        found.putAll(ask(own, asking).found());
      }
      others.forEach((key, flight) -> join(key, flight, asking, found, open));
    }
    return found;
  }

  /** What is neither in memory nor under way becomes this caller's to ask. */
  private void claim(
      Set<K> keys, Map<K, V> found, Map<K, Flight<V>> own, Map<K, Flight<V>> others) {
    synchronized (lock) {
      shareOut(notRemembered(keys, found), own, others);
      underWay.putAll(own);
      joined += others.size();
      asked += own.size();
    }
  }

  private Set<K> notRemembered(Set<K> keys, Map<K, V> found) {
    Set<K> unknown = new LinkedHashSet<>(keys);
    unknown.removeIf(key -> isRemembered(key, found));
    hits += keys.size() - unknown.size();
    return unknown;
  }

  private boolean isRemembered(K key, Map<K, V> found) {
    V value = present.getIfPresent(key);
    if (value != null) {
      found.put(key, value);
      return true;
    }
    return absent != null && absent.getIfPresent(key) != null;
  }

  private void shareOut(Set<K> unknown, Map<K, Flight<V>> own, Map<K, Flight<V>> others) {
    for (K key : unknown) {
      Flight<V> flight = underWay.get(key);
      if (flight != null) {
        others.put(key, flight);
      } else {
        own.put(key, new Flight<>(unknown.size() == 1));
      }
    }
  }

  private Answers<K, V> ask(Map<K, Flight<V>> own, Asking<K, V> asking) {
    try {
      Answers<K, V> answers = asking.ask(own.keySet());
      own.forEach((key, flight) -> land(key, flight, answers));
      return answers;
    } catch (RuntimeException | Error failed) {
      own.forEach((key, flight) -> fail(key, flight, failed));
      throw failed;
    }
  }

  private void land(K key, Flight<V> flight, Answers<K, V> answers) {
    V value = answers.found().get(key);
    boolean missing = answers.missing().contains(key);
    rememberUnlessForgotten(key, flight, value, missing);
    if (value != null || missing) {
      flight.land(value);
    } else {
      flight.landWithoutAnswer();
    }
  }

  private void rememberUnlessForgotten(
      K key, Flight<V> flight, @Nullable V value, boolean missing) {
    synchronized (lock) {
      if (underWay.remove(key, flight)) {
        remember(key, value, missing);
      }
    }
  }

  private void remember(K key, @Nullable V value, boolean missing) {
    if (value != null) {
      present.put(key, value);
    } else if (missing && absent != null) {
      absent.put(key, Boolean.TRUE);
    }
  }

  private void fail(K key, Flight<V> flight, Throwable failed) {
    synchronized (lock) {
      underWay.remove(key, flight);
    }
    flight.fail(failed);
  }

  private void join(
      K key, Flight<V> flight, Asking<K, V> asking, Map<K, V> found, Set<K> askAgain) {
    try {
      Landing<V> landing = flight.await();
      V value = landing.value();
      if (!landing.isAnswer()) {
        askAgain.add(key);
      } else if (value != null) {
        found.put(key, value);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      // The client fails a call of an interrupted thread in its own words, and sends nothing.
      found.putAll(asking.ask(Set.of(key)).found());
    }
  }

  void forget(K key) {
    synchronized (lock) {
      underWay.remove(key);
      present.invalidate(key);
      if (absent != null) {
        absent.invalidate(key);
      }
    }
  }

  /** Forgets what has such an answer, all absences, and what is being asked. */
  void forgetIf(Predicate<V> answer) {
    synchronized (lock) {
      underWay.clear();
      present.asMap().values().removeIf(answer);
      if (absent != null) {
        absent.invalidateAll();
      }
    }
  }

  CacheStatistics statistics() {
    synchronized (lock) {
      long size = size(present) + (absent == null ? 0 : size(absent));
      return new CacheStatistics(hits, joined, asked, evicted.get(), size);
    }
  }

  private static long size(Cache<?, ?> answers) {
    answers.cleanUp();
    return answers.estimatedSize();
  }
}
