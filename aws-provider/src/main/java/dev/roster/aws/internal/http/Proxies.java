package dev.roster.aws.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.ProxyConfigProvider;

/**
 * What can be said of the proxy that stands before a request. The HTTP clients keep theirs to
 * themselves; the one that the system's settings name, which they all heed unless they are given
 * one, can be named.
 */
final class Proxies {

  private static final Pattern TUNNEL_OF_THE_JDK =
      Pattern.compile("Unable to tunnel through proxy.*HTTP/1\\.[01] ([0-9]{3})", Pattern.DOTALL);

  private Proxies() {}

  /** The status with which a proxy refused, as the JDK's own client tells it; 0 if it did not. */
  static int refusal(@Nullable String message) {
    Matcher tunnel = TUNNEL_OF_THE_JDK.matcher(message == null ? "" : message);
    return tunnel.find() ? Integer.parseInt(tunnel.group(1)) : 0;
  }

  /** For a sentence, where it is certain that there is a proxy. */
  static String named(SdkHttpRequest request) {
    String address = address(request);
    return "the proxy of the HTTP client" + (address == null ? "" : ", " + address + ",");
  }

  /**
   * The proxy that the system's settings name for a request; null if there is none. Whatever the
   * request's own scheme, the SDK's clients go by the settings for plain HTTP ({@code
   * http.proxyHost}, {@code HTTP_PROXY}) unless they are configured otherwise.
   */
  static @Nullable String address(SdkHttpRequest request) {
    ProxyConfigProvider settings =
        ProxyConfigProvider.fromSystemEnvironmentSettings(true, true, "http");
    if (settings == null || settings.host() == null || isDirect(settings, request.host())) {
      return null;
    }
    return "%s:%d".formatted(settings.host(), settings.port());
  }

  private static boolean isDirect(ProxyConfigProvider settings, String host) {
    return settings.nonProxyHosts() != null
        && settings.nonProxyHosts().stream().anyMatch(pattern -> matches(pattern, host));
  }

  private static boolean matches(String pattern, String host) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(host).matches();
  }
}
