package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import org.jspecify.annotations.Nullable;

/**
 * A provider that can say what it knows without waiting for anything. What it does not know it
 * fetches in {@link #credentials()}, which can take its time and ends early where its thread is
 * interrupted.
 */
public interface CredentialsSource extends HuaweiCredentialsProvider {

  /** Good credentials, at once; null where they must be fetched. */
  @Nullable HuaweiCredentials known();

  /** Whether it is time to fetch others, while those that are known are still good. */
  default boolean isDue() {
    return false;
  }

  /** Whether this very source was named, so that no other one may be used in its place. */
  default boolean isNamed() {
    return false;
  }

  /** The provider itself, or a wrapper around the application's own. */
  static CredentialsSource of(HuaweiCredentialsProvider provider) {
    return provider instanceof CredentialsSource source
        ? source
        : new ApplicationCredentials(provider, System::nanoTime);
  }
}
