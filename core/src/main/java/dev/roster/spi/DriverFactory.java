package dev.roster.spi;

/**
 * Makes drivers from configuration strings. Found through {@link java.util.ServiceLoader}: an
 * implementation has a public constructor without parameters and is named in {@code
 * META-INF/services} and in its module's {@code provides}.
 */
public interface DriverFactory {

  /**
   * The scheme that this factory serves.
   *
   * @return lower case, the same as the {@link MembershipDriver#provider()} of its drivers
   */
  String scheme();

  /**
   * Makes a driver. MUST NOT send anything: a wrong credential or an unreachable host shows at the
   * first call.
   *
   * @param uri the configuration; its scheme is {@link #scheme()}
   * @return a new driver, closed by the client that it is for
   * @throws IllegalArgumentException if a part of the configuration is missing, unknown or invalid;
   *     the message names the part
   */
  MembershipDriver open(ProviderUri uri);
}
