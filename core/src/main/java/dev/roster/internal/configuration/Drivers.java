package dev.roster.internal.configuration;

import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the factory that a configuration string names. */
public final class Drivers {

  private final Map<String, DriverFactory> byScheme = new TreeMap<>();
  private final List<Error> broken = new ArrayList<>();

  private Drivers() {}

  private void add(ServiceLoader<DriverFactory> loader) {
    Iterator<DriverFactory> factories = loader.iterator();
    while (addNext(factories)) {}
  }

  /**
   * Makes the driver that a configuration string describes. Providers that cannot be loaded do not
   * stand in the way of the others.
   *
   * @param uri the configuration
   * @return a new driver
   * @throws IllegalArgumentException if no factory serves the scheme; the message names the
   *     artifact to add, and lists the schemes that are there and what could not be loaded
   */
  public static MembershipDriver open(ProviderUri uri) {
    return open(
        uri, Thread.currentThread().getContextClassLoader(), Drivers.class.getClassLoader());
  }

  /** Where the thread's class loader knows no such provider, the library's own may. */
  static MembershipDriver open(
      ProviderUri uri, @Nullable ClassLoader ofThread, ClassLoader ofLibrary) {
    Drivers found = new Drivers();
    found.add(ServiceLoader.load(DriverFactory.class, ofThread));
    if (!found.byScheme.containsKey(uri.scheme())) {
      found.add(ServiceLoader.load(DriverFactory.class, ofLibrary));
    }
    return found.factory(uri.scheme()).open(uri);
  }

  private DriverFactory factory(String scheme) {
    DriverFactory factory = byScheme.get(scheme);
    if (factory == null) {
      throw unknown(scheme);
    }
    return factory;
  }

  /** The first of a scheme counts, as on a class path. */
  private boolean addNext(Iterator<DriverFactory> factories) {
    try {
      if (!factories.hasNext()) {
        return false;
      }
      DriverFactory factory = factories.next();
      byScheme.putIfAbsent(factory.scheme(), factory);
    } catch (ServiceConfigurationError | LinkageError unusable) {
      broken.add(unusable);
    }
    return true;
  }

  private IllegalArgumentException unknown(String scheme) {
    String known = byScheme.isEmpty() ? "none" : String.join(", ", byScheme.keySet());
    String message =
        ("no provider for the scheme '%s' is on the class path: add the artifact that includes it,"
                + " by convention roster-%s-provider; those that are there: %s")
            .formatted(scheme, scheme, known);
    return broken.isEmpty()
        ? new IllegalArgumentException(message)
        : new IllegalArgumentException(message + unusable(), broken.get(0));
  }

  private String unusable() {
    return broken.stream()
        .map(Throwable::getMessage)
        .distinct()
        .collect(Collectors.joining("; ", "; those that could not be loaded: ", ""));
  }
}
