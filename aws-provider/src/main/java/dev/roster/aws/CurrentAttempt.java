package dev.roster.aws;

import dev.roster.spi.AttemptContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the attempt to the HTTP client at the other end of the SDK.
 *
 * <p>A synchronous SDK client makes its request on the caller's thread, so a thread-local reaches
 * it. The other way, an execution attribute, would need an override configuration of its own for
 * every request, which the SDK copies and merges several times on its way.
 */
final class CurrentAttempt {

  private static final ThreadLocal<@Nullable AttemptContext> CURRENT = new ThreadLocal<>();

  private CurrentAttempt() {}

  /** Leaves the thread's entry there, empty: to make it anew for each request is garbage. */
  static <T> T run(AttemptContext attempt, Supplier<T> call) {
    CURRENT.set(attempt);
    try {
      return call.get();
    } finally {
      CURRENT.set(null);
    }
  }

  static @Nullable AttemptContext get() {
    return CURRENT.get();
  }
}
