package dev.roster.examples.lines;

import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import java.net.InetSocketAddress;
import java.util.Set;

/** Opens {@code lines://STORE?host=HOST&port=PORT}. */
public final class LineDriverFactory implements DriverFactory {

  private static final String HOST = "host";
  private static final String PORT = "port";
  private static final int LARGEST_PORT = 65_535;

  /** For {@link java.util.ServiceLoader}. */
  public LineDriverFactory() {}

  @Override
  public String scheme() {
    return LineDriver.PROVIDER;
  }

  @Override
  public MembershipDriver open(ProviderUri uri) {
    uri.requireOnly(Set.of(HOST, PORT));
    String host = uri.parameter(HOST).orElse("localhost");
    InetSocketAddress service = InetSocketAddress.createUnresolved(host, port(uri));
    return LineDirectory.driver(uri.identityStoreId(), service);
  }

  private static int port(ProviderUri uri) {
    String text = uri.parameter(PORT).orElse("");
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LARGEST_PORT) {
      throw new IllegalArgumentException(
          "parameter 'port' of the lines URI is required and must be 0 to " + LARGEST_PORT);
    }
    return Integer.parseInt(text);
  }
}
