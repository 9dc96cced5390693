package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The application's own provider. It is asked for every request, because it alone knows when keys
 * are rotated. After a failure it is not asked for a pause, in which every call fails with that
 * failure.
 */
final class ApplicationCredentials implements CredentialsSource {

  /**
   * Long enough to spare a source that is down, and short enough that calls can wait for its
   * return.
   */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final HuaweiCredentialsProvider provider;
  private final LongSupplier nanoTime;
  private volatile @Nullable Failed lastFailure;

  private record Failed(RuntimeException failure, long nanos) {}

  ApplicationCredentials(HuaweiCredentialsProvider provider, LongSupplier nanoTime) {
    this.provider = provider;
    this.nanoTime = nanoTime;
  }

  @Override
  public @Nullable HuaweiCredentials known() {
    return null;
  }

  @Override
  public HuaweiCredentials credentials() {
    Failed failed = lastFailure;
    if (failed != null && nanoTime.getAsLong() - failed.nanos < PAUSE.toNanos()) {
      throw failed.failure;
    }
    return ask();
  }

  private HuaweiCredentials ask() {
    try {
      HuaweiCredentials found =
          Objects.requireNonNull(provider.credentials(), "a credentials provider gave null");
      lastFailure = null;
      return found;
    } catch (Throwable thrown) {
      RuntimeException failure = CredentialsFailure.unchecked(thrown);
      if (!Thread.currentThread().isInterrupted()) {
        lastFailure = new Failed(failure, nanoTime.getAsLong());
      }
      throw failure;
    }
  }
}
