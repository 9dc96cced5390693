package dev.roster.internal;

import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** Finds the factory that a configuration string names. */
public final class Drivers {

  private Drivers() {}

  /**
   * Makes the driver that a configuration string describes.
   *
   * @param uri the configuration
   * @return a new driver
   * @throws IllegalArgumentException if no factory serves the scheme; the message lists the schemes
   *     that are there
   */
  public static MembershipDriver open(ProviderUri uri) {
    Set<String> known = new TreeSet<>();
    for (DriverFactory factory : factories()) {
      if (factory.scheme().equals(uri.scheme())) {
        return factory.open(uri);
      }
      known.add(factory.scheme());
    }
    throw new IllegalArgumentException(
        "no provider for the scheme '%s' is on the class path; those that are: %s"
            .formatted(uri.scheme(), known.isEmpty() ? "none" : String.join(", ", known)));
  }

  private static ServiceLoader<DriverFactory> factories() {
    ServiceLoader<DriverFactory> ofThisThread = ServiceLoader.load(DriverFactory.class);
    return ofThisThread.iterator().hasNext()
        ? ofThisThread
        : ServiceLoader.load(DriverFactory.class, Drivers.class.getClassLoader());
  }
}
