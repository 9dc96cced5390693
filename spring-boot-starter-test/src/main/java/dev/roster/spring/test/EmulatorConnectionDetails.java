package dev.roster.spring.test;

import dev.roster.IdentityStoreId;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterConnectionDetails;
import dev.roster.spring.RosterKeys;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Leads clients to an emulator, with its keys: what properties say of endpoint, proxy and
 * credentials is replaced, and all else stays. The emulator must have the stores that the
 * properties name.
 */
public final class EmulatorConnectionDetails implements RosterConnectionDetails {

  private static final Set<String> CLOUDS = Set.of("aws", "huawei");
  private static final Set<String> REPLACED =
      Set.of("endpoint", "proxy", "profile", "profileFile", "metadata");

  private final Emulator emulator;
  private final Function<String, Optional<RosterConnection>> configured;

  /**
   * Leads clients to an emulator.
   *
   * @param emulator a running emulator
   * @param configured what properties say of the client of a name
   */
  public EmulatorConnectionDetails(
      Emulator emulator, Function<String, Optional<RosterConnection>> configured) {
    this.emulator = Objects.requireNonNull(emulator, "emulator must not be null");
    this.configured = Objects.requireNonNull(configured, "configured must not be null");
  }

  @Override
  public RosterConnection connection(String client) {
    RosterConnection wanted =
        configured.apply(client).orElseGet(() -> RosterConnection.of(emulator.awsUri()));
    return isCloud(wanted) ? emulated(wanted) : wanted;
  }

  static boolean isCloud(RosterConnection connection) {
    return CLOUDS.contains(connection.provider());
  }

  private RosterConnection emulated(RosterConnection wanted) {
    requireStore(wanted.identityStoreId());
    RosterConnection emulated =
        wanted
            .withoutParameters(REPLACED)
            .withParameter("endpoint", emulator.endpoint().toString())
            .withKeys(keys(emulator.key()));
    return emulated.hasParameter("region") ? emulated : emulated.withParameter("region", "test");
  }

  private void requireStore(IdentityStoreId store) {
    if (emulator.stores().stream().noneMatch(each -> each.identityStoreId().equals(store))) {
      throw new IllegalArgumentException(
          "the emulator has no store %s: add one with EmulatorBuilder.store".formatted(store));
    }
  }

  private static RosterKeys keys(AccessKey key) {
    RosterKeys pair = RosterKeys.of(key.id(), key.secret());
    return key.token().map(pair::withToken).orElse(pair);
  }

  @Override
  public String toString() {
    return "EmulatorConnectionDetails[%s]".formatted(emulator.endpoint());
  }
}
