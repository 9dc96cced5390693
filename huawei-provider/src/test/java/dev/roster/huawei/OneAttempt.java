package dev.roster.huawei;

import dev.roster.spi.AttemptContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An attempt without a pipeline around it. */
public final class OneAttempt implements AttemptContext {

  private final CompletableFuture<Runnable> abort = new CompletableFuture<>();
  private volatile @Nullable String requestId;

  @Override
  public Duration timeLeft() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void onAbort(Runnable action) {
    abort.complete(action);
  }

  @Override
  public void requestId(String id) {
    requestId = id;
  }

  /** Ends the attempt as the pipeline would, from another thread. */
  public void abort() {
    abort.join().run();
  }

  public String requestId() {
    return Objects.requireNonNull(requestId, "no request id was passed on");
  }
}
