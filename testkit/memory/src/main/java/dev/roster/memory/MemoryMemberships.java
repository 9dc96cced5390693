package dev.roster.memory;

import dev.roster.memory.internal.driver.MemoryDriver;
import java.util.Objects;

/** The door to the in-memory provider. */
public final class MemoryMemberships {

  private MemoryMemberships() {}

  /**
   * A driver over a store, for {@code RosterClient.builder(driver)}.
   *
   * <p>It has every {@link dev.roster.Capability}. Closing it leaves the store as it is.
   *
   * @param store the state
   * @return a new driver
   */
  public static MemoryMembershipDriver driver(MemoryIdentityStore store) {
    return new MemoryDriver(Objects.requireNonNull(store, "store must not be null"));
  }
}
