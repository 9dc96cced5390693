package dev.roster.aws.internal.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.ProxyConfigProvider;

/**
 * The proxies of an HTTP client that was given. Such clients keep theirs to themselves; the one
 * that the system's settings name, which they all heed unless they are given one, can be named.
 */
final class SdkProxies {

  private SdkProxies() {}

  /**
   * The proxy that the system's settings name for a request; null if there is none. Whatever the
   * request's own scheme, the SDK's clients go by the settings for plain HTTP ({@code
   * http.proxyHost}, {@code HTTP_PROXY}) unless they are configured otherwise.
   */
  static @Nullable NamedProxy of(SdkHttpRequest request) {
    ProxyConfigProvider settings =
        ProxyConfigProvider.fromSystemEnvironmentSettings(true, true, "http");
    if (settings == null || settings.host() == null || isDirect(settings, request.host())) {
      return null;
    }
    return NamedProxy.ofTheSdk(settings.host(), settings.port());
  }

  private static boolean isDirect(ProxyConfigProvider settings, String host) {
    return settings.nonProxyHosts() != null
        && settings.nonProxyHosts().stream().anyMatch(pattern -> matches(pattern, host));
  }

  private static boolean matches(String pattern, String host) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(host).matches();
  }
}
