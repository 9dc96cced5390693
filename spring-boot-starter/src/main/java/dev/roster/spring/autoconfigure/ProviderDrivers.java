package dev.roster.spring.autoconfigure;

import dev.roster.spi.DriverFactory;
import dev.roster.spring.RosterConnection;

/** Makes drivers of one provider with what the application's beans say. */
interface ProviderDrivers {

  /** The provider's short name. */
  String provider();

  /**
   * Drivers for a client.
   *
   * @param client the client's name
   * @param connection where it connects to
   */
  DriverFactory drivers(String client, RosterConnection connection);
}
