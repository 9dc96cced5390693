package dev.roster.huawei.internal.http;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The address of the service, made from a region or checked as given. */
public final class Endpoint {

  private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "::1");

  private Endpoint() {}

  /** Any region: the list of known ones is never complete. */
  public static HttpUrl ofRegion(String service, String region) {
    if (region.length() > 63 || !REGION.matcher(region).matches()) {
      throw new IllegalArgumentException(
          "region must be lower-case letters, digits and hyphens, for example cn-north-4");
    }
    return HttpUrl.get("https://%s.%s.myhuaweicloud.com".formatted(service, region));
  }

  public static HttpUrl of(URI endpoint, boolean allowPlainHttp) {
    HttpUrl url = HttpUrl.parse(endpoint.toString());
    if (url == null) {
      throw new IllegalArgumentException("endpoint must be like https://host or https://host:port");
    }
    requireHostAlone(url);
    requireEncryption(url, allowPlainHttp);
    return url;
  }

  /** The host as the header {@code Host} has it: with a port where that is not the scheme's own. */
  public static String hostHeader(HttpUrl url) {
    String name = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? name : name + ":" + url.port();
  }

  private static void requireEncryption(HttpUrl url, boolean allowPlainHttp) {
    if (!url.isHttps() && !isLoopback(url.host()) && !allowPlainHttp) {
      throw new IllegalArgumentException(
          "endpoint must be https; plain http to a host other than loopback is possible only"
              + " with allowPlainHttp");
    }
  }

  private static void requireHostAlone(HttpUrl url) {
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw new IllegalArgumentException(
          "endpoint must not contain user information; a proxy's belongs in proxyCredentials");
    }
    if (!url.encodedPath().equals("/") || url.encodedQuery() != null || url.fragment() != null) {
      throw new IllegalArgumentException(
          "endpoint must be a host and a port alone: a path, query or fragment would not match"
              + " what is signed");
    }
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK_NAMES.contains(host) || LOOPBACK.matcher(host).matches();
  }
}
