package dev.roster.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.roster.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much is remembered, and for how long. */
record CacheSettings(
    Duration age, @Nullable Duration absenceAge, long maximumSize, TimeSource time) {

  Caffeine<Object, Object> remembering(Duration howLong) {
    return Caffeine.newBuilder()
        .maximumSize(maximumSize)
        .expireAfterWrite(howLong)
        .ticker(time::nanoTime)
        // On the caller's thread: a cache of this size needs no thread of its own.
        .executor(Runnable::run);
  }
}
