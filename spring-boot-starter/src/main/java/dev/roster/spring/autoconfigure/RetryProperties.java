package dev.roster.spring.autoconfigure;

import dev.roster.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the properties say of retries. Public methods are for Spring Boot's binder. */
final class RetryProperties {

  /** Most attempts of a request that fail for other reasons than throttling; 4 unless set. */
  private @Nullable Integer maxAttempts;

  /** First step of the back-off; 100 ms unless set. */
  private @Nullable Duration baseDelay;

  /** Longest step of the back-off; 20 seconds unless set. */
  private @Nullable Duration maxDelay;

  public @Nullable Integer getMaxAttempts() {
    return maxAttempts;
  }

  public void setMaxAttempts(@Nullable Integer count) {
    maxAttempts = count;
  }

  public @Nullable Duration getBaseDelay() {
    return baseDelay;
  }

  public void setBaseDelay(@Nullable Duration delay) {
    baseDelay = delay;
  }

  public @Nullable Duration getMaxDelay() {
    return maxDelay;
  }

  public void setMaxDelay(@Nullable Duration delay) {
    maxDelay = delay;
  }

  RetryPolicy policy() {
    RetryPolicy defaults = RetryPolicy.defaults();
    return defaults
        .withMaxAttempts(Objects.requireNonNullElse(maxAttempts, defaults.maxAttempts()))
        .withDelays(
            Objects.requireNonNullElse(baseDelay, defaults.baseDelay()),
            Objects.requireNonNullElse(maxDelay, defaults.maxDelay()));
  }
}
