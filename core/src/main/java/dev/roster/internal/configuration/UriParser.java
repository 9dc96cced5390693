package dev.roster.internal.configuration;

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
  private static final String SHAPE_IN_WORDS =
      "the URI must look like scheme://store?parameter=value, for example memory://d-1234567890";
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
    refuseIf(!parts.matches(), SHAPE_IN_WORDS);
    refuseExtras(parts);
    Map<String, String> parameters = parameters(parts.group(5));
    IdentityStoreId store = store(parts.group(2), parameters);
    return ProviderUri.of(parts.group(1).toLowerCase(Locale.ROOT), store, parameters);
  }

  private static void refuseExtras(Matcher parts) {
    refuseUser(parts.group(2));
    refuseIf(
        !parts.group(4).isEmpty(),
        "the URI must not have a path; a store id with slashes is given percent-encoded as"
            + " ?store=");
    refuseIf(parts.group(6) != null, "the URI must not have a fragment (#)");
  }

  private static void refuseUser(String authority) {
    refuseIf(
        decode(authority, "the store").contains("@"),
        "the URI must not contain user information: credentials belong in the environment, a"
            + " profile or the builder");
  }

  private static void refuseIf(boolean broken, String rule) {
    if (broken) {
      throw new IllegalArgumentException(rule);
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&", -1)) {
        add(pair, parameters);
      }
    }
    return parameters;
  }

  private static void add(String pair, Map<String, String> parameters) {
    int equals = pair.indexOf('=');
    refuseIf(equals <= 0, "every parameter of the URI must be name=value");
    String name = decode(pair.substring(0, equals), "a parameter's name");
    refuseSecret(name);
    String value = decode(pair.substring(equals + 1), "parameter '" + name + "'");
    boolean repeated = parameters.put(name, value) != null;
    refuseIf(repeated, "parameter '" + name + "' is given twice in the URI");
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
    refuseIf(
        !authority.isEmpty() && !inQuery.isEmpty(),
        "the URI names the store twice: after :// and as parameter 'store'");
    String store = authority.isEmpty() ? inQuery : decode(authority, "the store");
    refuseIf(
        store.isBlank(),
        "the URI names no store: write scheme://STORE-ID or the parameter 'store'");
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
