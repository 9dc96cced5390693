package dev.roster.huawei;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks several providers in order and remembers which one answered. */
final class CredentialsChain implements HuaweiCredentialsProvider {

  private final List<HuaweiCredentialsProvider> providers;
  private volatile @Nullable HuaweiCredentialsProvider lastWinner;

  CredentialsChain(List<HuaweiCredentialsProvider> providers) {
    if (providers.isEmpty()) {
      throw new IllegalArgumentException("a chain of credentials providers must not be empty");
    }
    this.providers = List.copyOf(providers);
  }

  @Override
  public HuaweiCredentials credentials() {
    List<String> failures = new ArrayList<>();
    for (HuaweiCredentialsProvider provider : order()) {
      try {
        HuaweiCredentials found = provider.credentials();
        lastWinner = provider;
        return found;
      } catch (RuntimeException failure) {
        failures.add(CredentialsFailure.describe(failure));
      }
    }
    throw new MissingCredentialsException(
        "no credentials found; looked at: " + String.join("; ", failures));
  }

  private List<HuaweiCredentialsProvider> order() {
    HuaweiCredentialsProvider winner = lastWinner;
    if (winner == null || winner == providers.get(0)) {
      return providers;
    }
    List<HuaweiCredentialsProvider> order = new ArrayList<>(providers);
    order.remove(winner);
    order.add(0, winner);
    return order;
  }
}
