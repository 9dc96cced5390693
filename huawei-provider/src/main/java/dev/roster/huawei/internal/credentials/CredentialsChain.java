package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks several providers in order and remembers which one had credentials. */
public final class CredentialsChain implements CredentialsSource {

  private final List<CredentialsSource> sources;
  private volatile @Nullable CredentialsSource lastWinner;

  public CredentialsChain(List<HuaweiCredentialsProvider> providers) {
    if (providers.isEmpty()) {
      throw new IllegalArgumentException("a chain of credentials providers must not be empty");
    }
    this.sources = providers.stream().map(CredentialsSource::of).toList();
  }

  @Override
  public @Nullable HuaweiCredentials known() {
    CredentialsSource winner = lastWinner;
    return winner == null ? null : winner.known();
  }

  @Override
  public boolean isDue() {
    CredentialsSource winner = lastWinner;
    return winner != null && winner.isDue();
  }

  @Override
  public HuaweiCredentials credentials() {
    List<String> failures = new ArrayList<>();
    for (CredentialsSource source : order()) {
      try {
        HuaweiCredentials found = source.credentials();
        lastWinner = source;
        return found;
      } catch (RuntimeException failure) {
        if (source.isNamed()) {
          throw failure;
        }
        failures.add(CredentialsFailure.describe(failure));
      }
    }
    throw new MissingCredentialsException(
        "no credentials found; looked at: " + String.join("; ", failures));
  }

  /** A chain within a chain fails as what was named within it. */
  @Override
  public boolean isNamed() {
    return sources.stream().anyMatch(CredentialsSource::isNamed);
  }

  private List<CredentialsSource> order() {
    CredentialsSource winner = lastWinner;
    if (winner == null || winner == sources.get(0)) {
      return sources;
    }
    List<CredentialsSource> order = new ArrayList<>(sources);
    order.remove(winner);
    order.add(0, winner);
    return order;
  }
}
