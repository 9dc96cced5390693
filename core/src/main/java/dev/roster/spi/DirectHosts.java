package dev.roster.spi;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hosts that are reached without a proxy. Looks no name up. */
final class DirectHosts {

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@]*@)?(\\[[^\\]]*\\]|[^:\\[\\]]+)(?::(\\d{1,5}))?");

  private final List<Predicate<Target>> entries;

  private DirectHosts(List<Predicate<Target>> entries) {
    this.entries = entries;
  }

  /** A host and port, and its address where the host is one. */
  record Target(String host, int port, @Nullable InetAddress address) {

    /** From the authority, for some names that exist are no hosts to {@link URI}. */
    static Target of(URI endpoint) {
      Matcher parts = AUTHORITY.matcher(String.valueOf(endpoint.getRawAuthority()));
      if (!parts.matches()) {
        throw new IllegalArgumentException("the endpoint must have a host");
      }
      String host = bare(parts.group(1).toLowerCase(Locale.ROOT));
      String port = parts.group(2);
      int usual = "http".equalsIgnoreCase(endpoint.getScheme()) ? 80 : 443;
      return new Target(host, port == null ? usual : Integer.parseInt(port), addressOf(host));
    }

    boolean isLoopback() {
      return host.equals("localhost")
          || host.endsWith(".localhost")
          || (address != null && address.isLoopbackAddress());
    }
  }

  /** {@code http.nonProxyHosts}: names between bars, with an asterisk at either end. */
  static DirectHosts ofProperty(@Nullable String value) {
    return of(value, "\\|", DirectHosts::byAsterisks);
  }

  /** {@code NO_PROXY}: names, addresses and networks between commas or blanks. */
  static DirectHosts ofVariable(@Nullable String value) {
    return of(value, "[,\\s]", DirectHosts::byEntry);
  }

  private static DirectHosts of(
      @Nullable String value, String separators, Function<String, Predicate<Target>> entry) {
    return new DirectHosts(
        Arrays.stream((value == null ? "" : value).toLowerCase(Locale.ROOT).split(separators))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(entry)
            .toList());
  }

  boolean contain(Target target) {
    return entries.stream().anyMatch(entry -> entry.test(target));
  }

  private static Predicate<Target> byAsterisks(String text) {
    String words =
        Arrays.stream(bare(text).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    Pattern pattern = Pattern.compile(words);
    return target -> pattern.matcher(target.host()).matches();
  }

  private static Predicate<Target> byEntry(String text) {
    if (text.equals("*")) {
      return target -> true;
    }
    return text.contains("/") ? byNetwork(text) : byHostAndPort(text);
  }

  private static Predicate<Target> byHostAndPort(String text) {
    int colon = text.lastIndexOf(':');
    if (!isBeforePort(colon, text)) {
      return byHost(text);
    }
    int port = Integer.parseInt(text.substring(colon + 1));
    return byHost(text.substring(0, colon)).and(target -> target.port() == port);
  }

  /** The colons inside an address of IPv6 are not. */
  private static boolean isBeforePort(int colon, String text) {
    return colon > 0
        && text.substring(colon + 1).matches("\\d{1,5}")
        && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
  }

  /**
   * A name stands for itself and for all names under it; so it does behind a dot or an asterisk. An
   * asterisk elsewhere stands for anything.
   */
  private static Predicate<Target> byHost(String text) {
    String host = bare(text);
    InetAddress address = addressOf(host);
    if (address != null) {
      return target -> address.equals(target.address());
    }
    String name = host.replaceFirst("^\\*?\\.", "");
    if (name.contains("*")) {
      return byAsterisks(host);
    }
    return target -> target.host().equals(name) || target.host().endsWith("." + name);
  }

  /** What is no network applies to nothing. */
  private static Predicate<Target> byNetwork(String text) {
    int slash = text.indexOf('/');
    InetAddress network = addressOf(bare(text.substring(0, slash)));
    String length = text.substring(slash + 1);
    if (network == null || !length.matches("\\d{1,3}")) {
      return target -> false;
    }
    byte[] bits = network.getAddress();
    int ignored = bits.length * 8 - Integer.parseInt(length);
    return target -> ignored >= 0 && isIn(bits, target.address(), ignored);
  }

  private static boolean isIn(byte[] network, @Nullable InetAddress address, int ignoredBits) {
    byte[] bits = address == null ? new byte[0] : address.getAddress();
    return bits.length == network.length
        && new BigInteger(1, network)
            .shiftRight(ignoredBits)
            .equals(new BigInteger(1, bits).shiftRight(ignoredBits));
  }

  /** Without the brackets of an address, and without the dot that ends a name in full. */
  private static String bare(String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      return host.substring(1, host.length() - 1);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** Null for a name: what is an address by its form is read as one, and nothing is looked up. */
  private static @Nullable InetAddress addressOf(String host) {
    boolean version6 = host.contains(":");
    if (!version6 && !IPV4.matcher(host).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(version6 ? "[" + host + "]" : host);
    } catch (UnknownHostException noAddress) {
      return null;
    }
  }
}
