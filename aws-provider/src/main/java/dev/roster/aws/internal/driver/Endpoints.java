package dev.roster.aws.internal.driver;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** Which endpoints are permitted: HTTPS, or plain HTTP within this machine. */
final class Endpoints {

  private static final Pattern LOOPBACK =
      Pattern.compile(
          "localhost|127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}"
              + "|\\[(::1|0:0:0:0:0:0:0:1)\\]");

  private Endpoints() {}

  /** The address that the SDK has for a region where no other is set. */
  static URI ofRegion(Region region) {
    URI known = IdentitystoreClient.serviceMetadata().endpointFor(region);
    return known.getScheme() == null ? URI.create("https://" + known) : known;
  }

  static void check(URI endpoint, boolean plainHttpAllowed) {
    String scheme = lower(endpoint.getScheme());
    requireForm(endpoint, scheme);
    if (scheme.equals("http") && !plainHttpAllowed && !isLoopback(endpoint)) {
      throw new IllegalArgumentException(
          "endpoint must be https: plain http would show requests to the network; allowPlainHttp"
              + " permits it");
    }
  }

  private static void requireForm(URI endpoint, String scheme) {
    if (endpoint.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "endpoint must look like https://host or https://host:port");
    }
    if (endpoint.getRawUserInfo() != null || endpoint.getRawQuery() != null) {
      throw new IllegalArgumentException("endpoint must have neither user information nor a query");
    }
  }

  private static boolean isLoopback(URI endpoint) {
    return LOOPBACK.matcher(lower(endpoint.getHost())).matches();
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
