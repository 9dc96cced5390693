package dev.roster.internal.call;

import dev.roster.IdentityStoreId;
import dev.roster.spi.ClientParameters;
import dev.roster.spi.ProviderUri;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a configuration string part by part. Not {@link java.net.URI}: that refuses store ids that
 * begin with a digit as hosts, and repeats the whole text, secrets included, in its messages.
 */
public final class UriParser {

  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(/?)([^?#]*)(?:\\?([^#]*))?(#.*)?");
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "ak|sk|key|.*(secret|password|passwd|credential|token|access.?key|private.?key"
              + "|api.?key|key.?id).*",
          Pattern.CASE_INSENSITIVE);

  private final String text;

  private UriParser(String text) {
    this.text = Objects.requireNonNull(text, "URI must not be null");
  }

  /**
   * Parses a configuration string.
   *
   * @param text for example {@code memory://d-1234567890?deadline=PT1M}
   * @return its parts
   * @throws IllegalArgumentException if it is malformed, has no store or carries a secret; the
   *     message names the part, and never repeats the value of a part that may be secret
   */
  public static ProviderUri parse(String text) {
    return new UriParser(text).parse();
  }

  private ProviderUri parse() {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "the URI must look like scheme://store?parameter=value, for example"
              + " memory://d-1234567890");
    }
    refuseExtras(parts);
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    Map<String, String> parameters = parameters(parts.group(5));
    return ProviderUri.of(scheme, store(parts.group(2), parameters), parameters);
  }

  private static void refuseExtras(Matcher parts) {
    if (decode(parts.group(2), "the store").contains("@")) {
      throw new IllegalArgumentException(
          "the URI must not contain user information: credentials belong in the environment, a"
              + " profile or the builder");
    }
    if (!parts.group(4).isEmpty()) {
      throw new IllegalArgumentException(
          "the URI must not have a path; a store id with slashes is given percent-encoded as"
              + " ?store=");
    }
    if (parts.group(6) != null) {
      throw new IllegalArgumentException("the URI must not have a fragment (#)");
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("every parameter of the URI must be name=value");
      }
      String name = decode(pair.substring(0, equals), "a parameter's name");
      refuseSecret(name);
      String value = decode(pair.substring(equals + 1), "parameter '" + name + "'");
      if (parameters.put(name, value) != null) {
        throw new IllegalArgumentException("parameter '" + name + "' is given twice in the URI");
      }
    }
    return parameters;
  }

  private static void refuseSecret(String name) {
    if (SECRET_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "parameter '%s' looks like a secret, which a URI must not carry: credentials belong in"
                  .formatted(name)
              + " the environment, a profile or the builder");
    }
  }

  private static IdentityStoreId store(String authority, Map<String, String> parameters) {
    String inQuery = parameters.getOrDefault(ClientParameters.STORE, "");
    if (!authority.isEmpty() && !inQuery.isEmpty()) {
      throw new IllegalArgumentException(
          "the URI names the store twice: after :// and as parameter 'store'");
    }
    String store = authority.isEmpty() ? inQuery : decode(authority, "the store");
    if (store.isBlank()) {
      throw new IllegalArgumentException(
          "the URI names no store: write scheme://STORE-ID or the parameter 'store'");
    }
    return new IdentityStoreId(store);
  }

  private static String decode(String encoded, String part) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(part + " of the URI is not percent-encoded correctly");
    }
  }
}
