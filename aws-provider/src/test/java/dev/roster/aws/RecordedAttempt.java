package dev.roster.aws;

import dev.roster.spi.AttemptContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An attempt with plenty of time that keeps what the driver tells it. */
public final class RecordedAttempt implements AttemptContext {

  private final AtomicReference<@Nullable Runnable> abort = new AtomicReference<>();
  private volatile @Nullable String requestId;

  @Override
  public Duration timeLeft() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void onAbort(Runnable action) {
    abort.set(action);
  }

  @Override
  public void requestId(String id) {
    this.requestId = id;
  }

  public @Nullable Runnable abortAction() {
    return abort.get();
  }

  @Nullable String requestId() {
    return requestId;
  }
}
