package dev.roster.memory.internal.driver;

import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import java.util.Set;

/**
 * Serves {@code memory://name}: the store of that name in this JVM, as {@link
 * MemoryIdentityStore#named}. It has no parameters of its own.
 */
public final class MemoryDriverFactory implements DriverFactory {

  static final String SCHEME = "memory";

  /** For {@link java.util.ServiceLoader}. */
  public MemoryDriverFactory() {}

  @Override
  public String scheme() {
    return SCHEME;
  }

  @Override
  public MembershipDriver open(ProviderUri uri) {
    uri.requireOnly(Set.of());
    return MemoryMemberships.driver(MemoryIdentityStore.named(uri.identityStoreId().value()));
  }
}
