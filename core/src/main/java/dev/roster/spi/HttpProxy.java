package dev.roster.spi;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, and the credentials for it. {@link ProxySettings} finds it; a driver hands it to
 * its HTTP client.
 */
public final class HttpProxy {

  private final String host;
  private final int port;
  private final String setting;
  private final @Nullable String user;
  private final @Nullable String password;

  HttpProxy(
      String host, int port, String setting, @Nullable String user, @Nullable String password) {
    this.host = Objects.requireNonNull(host, "host must not be null");
    this.port = port;
    this.setting = setting;
    this.user = user;
    this.password = password;
  }

  /**
   * The host.
   *
   * @return a name or an address; an IPv6 address without brackets
   */
  public String host() {
    return host;
  }

  /**
   * The port.
   *
   * @return 1 to 65535
   */
  public int port() {
    return port;
  }

  /**
   * The setting that names the proxy, for a message that says what to correct.
   *
   * @return such as {@code the environment variable HTTPS_PROXY}
   */
  public String setting() {
    return setting;
  }

  /**
   * The user for basic authentication.
   *
   * @return empty where none are configured
   */
  public Optional<String> user() {
    return Optional.ofNullable(user);
  }

  /**
   * The password for basic authentication; a secret.
   *
   * @return empty where there is no user
   */
  public Optional<String> password() {
    return Optional.ofNullable(password);
  }

  /**
   * Host and port.
   *
   * @return as in a URI, with an IPv6 address in brackets
   */
  public String address() {
    return "%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
  }

  /** The address alone: never the user or the password. */
  @Override
  public String toString() {
    return address();
  }
}
