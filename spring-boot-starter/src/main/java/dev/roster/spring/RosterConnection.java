package dev.roster.spring;

import dev.roster.IdentityStoreId;
import dev.roster.spi.ClientParameters;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store, how to reach it and, where it is not for the provider to find them, the keys to sign
 * with. Immutable; {@link #toString()} shows the provider alone.
 */
public final class RosterConnection {

  private static final Pattern SHAPE = Pattern.compile("([^:/?#]+)://([^/?#]*)(?:\\?(.*))?");

  private final String provider;
  private final String authority;
  private final Map<String, String> parameters;
  private final @Nullable RosterKeys keys;

  private RosterConnection(
      String provider,
      String authority,
      Map<String, String> parameters,
      @Nullable RosterKeys keys) {
    this.provider = provider;
    this.authority = authority;
    this.parameters = parameters;
    this.keys = keys;
  }

  /**
   * A connection whose keys the provider finds itself.
   *
   * @param uri a configuration string, as for {@code RosterClient.open}
   * @return a new connection
   * @throws IllegalArgumentException if it has not the form of one; the client checks the rest
   */
  public static RosterConnection of(String uri) {
    Matcher parts = SHAPE.matcher(Objects.requireNonNull(uri, "URI must not be null"));
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "the URI must look like scheme://store?parameter=value, for example"
              + " aws://d-1234567890?region=eu-west-1");
    }
    return new RosterConnection(
        parts.group(1).toLowerCase(Locale.ROOT), parts.group(2), pairs(parts.group(3)), null);
  }

  private static Map<String, String> pairs(@Nullable String query) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&", -1)) {
        add(pair, pairs);
      }
    }
    return pairs;
  }

  private static void add(String pair, Map<String, String> pairs) {
    String name = decoded(pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair);
    if (pairs.put(name, pair) != null) {
      throw new IllegalArgumentException(
          "parameter '%s' is given twice in the URI".formatted(name));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException("the URI is not percent-encoded correctly");
    }
  }

  /**
   * This connection with keys, which are used in place of those that the provider would find.
   *
   * @param pair the keys
   * @return a new connection
   */
  public RosterConnection withKeys(RosterKeys pair) {
    return new RosterConnection(
        provider, authority, parameters, Objects.requireNonNull(pair, "keys must not be null"));
  }

  /**
   * This connection with a parameter, in place of an earlier one of that name.
   *
   * @param name the parameter's name
   * @param value its value, as it is: it is encoded here
   * @return a new connection
   */
  public RosterConnection withParameter(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, encoded(name) + "=" + encoded(value));
    return new RosterConnection(provider, authority, more, keys);
  }

  /**
   * This connection without some parameters.
   *
   * @param names their names; those that are not there are ignored
   * @return a new connection
   */
  public RosterConnection withoutParameters(Set<String> names) {
    Map<String, String> fewer = new LinkedHashMap<>(parameters);
    fewer.keySet().removeAll(names);
    return new RosterConnection(provider, authority, fewer, keys);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The provider's short name.
   *
   * @return the scheme of the configuration string
   */
  public String provider() {
    return provider;
  }

  /**
   * The store.
   *
   * @return what stands after {@code ://}, or in the parameter {@code store}
   * @throws IllegalArgumentException if there is none
   */
  public IdentityStoreId identityStoreId() {
    String given = parameters.getOrDefault(ClientParameters.STORE, "");
    return new IdentityStoreId(
        decoded(authority.isEmpty() ? given.substring(given.indexOf('=') + 1) : authority));
  }

  /**
   * Whether the configuration string has a parameter.
   *
   * @param name the parameter's name
   * @return true where it does
   */
  public boolean hasParameter(String name) {
    return parameters.containsKey(name);
  }

  /**
   * The configuration string.
   *
   * @return what {@code RosterClient.open} takes
   */
  public String uri() {
    return parameters.values().stream()
        .collect(
            Collectors.joining(
                "&", provider + "://" + authority + (parameters.isEmpty() ? "" : "?"), ""));
  }

  /**
   * The keys to sign with.
   *
   * @return empty where the provider finds them itself
   */
  public Optional<RosterKeys> keys() {
    return Optional.ofNullable(keys);
  }

  @Override
  public String toString() {
    return "RosterConnection[%s]".formatted(provider);
  }
}
