package dev.roster.spi;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How requests reach a service, for the report of a check: directly or through a proxy, and which
 * setting decides that. Immutable; has no credentials.
 */
public final class NetworkRoute {

  private final String words;
  private final @Nullable String advice;

  private NetworkRoute(String words, @Nullable String advice) {
    this.words = Objects.requireNonNull(words, "words must not be null");
    this.advice = advice;
  }

  /**
   * A route that a driver knows by itself, such as that of an HTTP client which it was given.
   *
   * @param words for example {@code the HTTP client that was given decides which proxy is used};
   *     free of secrets
   * @return a route
   */
  public static NetworkRoute of(String words) {
    return new NetworkRoute(words, null);
  }

  static NetworkRoute direct(URI endpoint, String reason) {
    return of("requests go directly to %s: %s".formatted(host(endpoint), reason));
  }

  static NetworkRoute through(HttpProxy proxy, URI endpoint, String credentials, String exception) {
    return new NetworkRoute(
        "requests go to %s through the proxy %s, which %s names"
            .formatted(host(endpoint), proxy.address(), proxy.setting()),
        ("If the proxy %s demands authentication, %s. If it refuses, have %s permitted there. If no"
                + " proxy is needed, %s.")
            .formatted(proxy.address(), credentials, host(endpoint), exception));
  }

  /**
   * Host and port of the authority, which can have a password; some names that exist are no hosts
   * to {@link URI}.
   */
  private static String host(URI endpoint) {
    String authority = String.valueOf(endpoint.getRawAuthority());
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /**
   * The route in words.
   *
   * @return part of a sentence, without credentials
   */
  public String words() {
    return words;
  }

  /**
   * What can be done where the route is why a request fails.
   *
   * @return sentences; empty where there is no proxy that is known
   */
  public Optional<String> advice() {
    return Optional.ofNullable(advice);
  }

  @Override
  public String toString() {
    return words;
  }
}
