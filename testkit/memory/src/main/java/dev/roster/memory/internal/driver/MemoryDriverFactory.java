package dev.roster.memory.internal.driver;

import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import java.util.Set;
import java.util.TreeSet;

/**
 * Serves {@code memory://name}: the store of that name in this JVM, as {@link
 * MemoryIdentityStore#named}. With {@code ?existing=true} the store must be there already, so that
 * a typo in its name is an error and not an empty store.
 */
public final class MemoryDriverFactory implements DriverFactory {

  static final String SCHEME = "memory";

  private static final String EXISTING = "existing";

  /** For {@link java.util.ServiceLoader}. */
  public MemoryDriverFactory() {}

  @Override
  public String scheme() {
    return SCHEME;
  }

  @Override
  public MembershipDriver open(ProviderUri uri) {
    uri.requireOnly(Set.of(EXISTING));
    String name = uri.identityStoreId().value();
    if (uri.flag(EXISTING) && !MemoryIdentityStore.names().contains(name)) {
      throw new IllegalArgumentException(
          "there is no store memory://%s in this JVM; there are %s"
              .formatted(name, new TreeSet<>(MemoryIdentityStore.names())));
    }
    return MemoryMemberships.driver(MemoryIdentityStore.named(name));
  }
}
