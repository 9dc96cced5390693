package dev.roster.aws.internal.http;

import dev.roster.spi.HttpProxy;
import java.io.Serializable;

/**
 * The proxy that stands before a request, for a message.
 *
 * @param host its host
 * @param address host and port
 * @param setting what names it
 */
public record NamedProxy(String host, String address, String setting) implements Serializable {

  private static final String SDK = "the system's settings";

  /** The proxy that the SDK's own rules find. */
  static NamedProxy ofTheSdk(String host, int port) {
    return new NamedProxy(host, "%s:%d".formatted(host, port), SDK);
  }

  boolean isOfTheSdk() {
    return setting.equals(SDK);
  }

  static NamedProxy of(HttpProxy proxy) {
    return new NamedProxy(proxy.host(), proxy.address(), proxy.setting());
  }

  /** For a person who has to find the mistake. */
  @Override
  public String toString() {
    return "the proxy %s, named by %s".formatted(address, setting);
  }
}
