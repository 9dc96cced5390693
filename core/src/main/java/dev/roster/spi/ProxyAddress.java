package dev.roster.spi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a setting says that the proxy is. Not {@link java.net.URI}: that repeats the whole text,
 * passwords included, in its messages.
 */
record ProxyAddress(
    String host, int port, String setting, @Nullable String user, @Nullable String password) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:(.*)@)?"
              + "(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?/?");
  private static final Pattern HOST =
      Pattern.compile(
          "[A-Za-z0-9._-]+"
              + "|(?:[0-9A-Fa-f.]*:){2}[0-9A-Fa-f:.]*(?:%[A-Za-z0-9._-]+)?"
              + "|\\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?\\]");
  private static final int HIGHEST_PORT = 65_535;
  private static final int PORT_OF_HTTP = 80;
  private static final int PORT_OF_HTTPS = 443;

  /** A parameter or a builder's setting, which is no place for a password and has to be exact. */
  static ProxyAddress ofSetting(String text, String setting) {
    Matcher parts = matched(text, setting);
    if (parts.group(2) != null) {
      throw new IllegalArgumentException(
          setting
              + " must not contain user information: credentials of the proxy belong in"
              + " proxyCredentials of the builder, or in the environment variable HTTPS_PROXY");
    }
    if (parts.group(1) == null || parts.group(4) == null) {
      throw unusable(setting);
    }
    return of(parts.group(3), parts.group(4), "http", setting);
  }

  static ProxyAddress ofVariable(String text, String setting) {
    Matcher parts = matched(text, setting);
    ProxyAddress address = of(parts.group(3), parts.group(4), "http", setting);
    String userInfo = parts.group(2);
    if (userInfo == null) {
      return address;
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? address.with(decoded(userInfo, setting), "")
        : address.with(
            decoded(userInfo.substring(0, colon), setting),
            decoded(userInfo.substring(colon + 1), setting));
  }

  private static Matcher matched(String text, String setting) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw unusable(setting);
    }
    refuseOtherScheme(parts.group(1), setting);
    return parts;
  }

  private static void refuseOtherScheme(@Nullable String scheme, String setting) {
    if (scheme != null && !scheme.toLowerCase(Locale.ROOT).equals("http")) {
      throw new IllegalArgumentException(
          setting + " names a proxy that is not an HTTP proxy; it must be like http://host:port");
    }
  }

  private static IllegalArgumentException unusable(String setting) {
    return new IllegalArgumentException(setting + " must be like http://host:port");
  }

  /**
   * A property of the JVM, which is a host alone: an address there would be looked up as a name.
   */
  static ProxyAddress ofProperty(
      String host, @Nullable String port, String scheme, String setting) {
    if (!HOST.matcher(host).matches()) {
      throw noHost(scheme, setting);
    }
    return of(host, port, scheme, setting);
  }

  private static IllegalArgumentException noHost(String scheme, String setting) {
    return new IllegalArgumentException(
        setting
            + " must be a host alone, a name or an IP address: without http://, port, path or"
            + " user; the port belongs in "
            + scheme
            + ".proxyPort");
  }

  private static ProxyAddress of(
      String host, @Nullable String port, String scheme, String setting) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new ProxyAddress(bare, port(port, scheme, setting), setting, null, null);
  }

  private static int port(@Nullable String text, String scheme, String setting) {
    if (text == null || text.isBlank()) {
      return scheme.equals("https") ? PORT_OF_HTTPS : PORT_OF_HTTP;
    }
    int port = text.strip().matches("\\d{1,5}") ? Integer.parseInt(text.strip()) : 0;
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          setting + " is given with an impossible port; it must be 1 to 65535");
    }
    return port;
  }

  /** What is not given stays as it is. */
  ProxyAddress with(@Nullable String name, @Nullable String secret) {
    if (name == null || name.isEmpty()) {
      return this;
    }
    String password = secret == null ? "" : secret;
    requireSendable(name, password, "the proxy's user or password, given with " + setting + ",");
    return new ProxyAddress(host, port, setting, name, password);
  }

  static void requireSendable(String name, String secret, String what) {
    if (name.isEmpty()
        || name.contains(":")
        || (name + secret).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what
              + " cannot be sent: the user must not be empty or have a colon, and neither may have"
              + " control characters");
    }
  }

  private static String decoded(String text, String setting) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          setting + " has a user or a password that is not percent-encoded correctly");
    }
  }

  HttpProxy proxy(@Nullable String otherUser, @Nullable String otherPassword) {
    return otherUser == null
        ? new HttpProxy(host, port, setting, user, password)
        : new HttpProxy(host, port, setting, otherUser, otherPassword);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
