package dev.roster.examples.lines;

import dev.roster.IdentityStoreId;
import dev.roster.spi.MembershipDriver;
import java.net.InetSocketAddress;

/** The door for applications that do not configure by URI. */
public final class LineDirectory {

  private LineDirectory() {}

  /**
   * Makes a driver. Nothing is sent.
   *
   * @param store the store to speak for
   * @param service where the service listens
   * @return a new driver; thread-safe
   */
  public static MembershipDriver driver(IdentityStoreId store, InetSocketAddress service) {
    return new LineDriver(new LineService(store, service));
  }
}
