package dev.roster.spi;

import dev.roster.IdentityStoreId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A configuration string in parts: {@code scheme://store?name=value&...}. It carries no secrets:
 * user information and parameters that look like keys are refused when it is parsed.
 *
 * <p>A store id that does not fit into the authority, such as an ARN, is given percent-encoded as
 * {@code ?store=}.
 */
public final class ProviderUri {

  private final String scheme;
  private final IdentityStoreId store;
  private final Map<String, String> parameters;

  private ProviderUri(String scheme, IdentityStoreId store, Map<String, String> parameters) {
    this.scheme = scheme;
    this.store = store;
    this.parameters = Map.copyOf(parameters);
  }

  /**
   * The parts of a configuration string, which the client has parsed; a provider's tests can make
   * them too.
   *
   * @param scheme picks the provider; lower case
   * @param store the store
   * @param parameters percent-decoded, by name
   * @return the parts
   */
  public static ProviderUri of(
      String scheme, IdentityStoreId store, Map<String, String> parameters) {
    return new ProviderUri(scheme, store, parameters);
  }

  /**
   * The scheme, which picks the provider.
   *
   * @return lower case
   */
  public String scheme() {
    return scheme;
  }

  /**
   * The store.
   *
   * @return never null
   */
  public IdentityStoreId identityStoreId() {
    return store;
  }

  /**
   * A parameter, percent-decoded.
   *
   * @param name its name
   * @return empty where it is not given
   */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * A parameter that switches something.
   *
   * @param name its name
   * @return false where it is not given
   * @throws IllegalArgumentException if it is neither {@code true} nor {@code false}
   */
  public boolean flag(String name) {
    String value = parameters.getOrDefault(name, "false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(
          "parameter '%s' of the %s URI must be true or false".formatted(name, scheme));
    }
    return Boolean.parseBoolean(value);
  }

  /**
   * Refuses parameters that the provider does not read, so that a misspelt one is not ignored.
   *
   * @param known the names that the provider reads
   * @throws IllegalArgumentException if there is another; the message lists the known ones, and
   *     says which of them may be meant
   */
  public void requireOnly(Set<String> known) {
    Set<String> unknown = new TreeSet<>(parameters.keySet());
    unknown.removeAll(known);
    unknown.removeAll(ClientParameters.NAMES);
    if (!unknown.isEmpty()) {
      throw unknown(unknown, known);
    }
  }

  private IllegalArgumentException unknown(Set<String> unknown, Set<String> known) {
    Set<String> all = new TreeSet<>(known);
    all.addAll(ClientParameters.NAMES);
    return new IllegalArgumentException(
        "unknown parameter %s in the %s URI%s; known are %s"
            .formatted(unknown, scheme, meant(unknown, all), all));
  }

  private static String meant(Set<String> unknown, Set<String> known) {
    String suggestions =
        unknown.stream()
            .flatMap(name -> Spelling.nearest(name, known).stream())
            .map("'%s'"::formatted)
            .collect(Collectors.joining(" and "));
    return suggestions.isEmpty() ? "" : ": did you mean " + suggestions + "?";
  }

  /** The configuration string without its parameters. */
  @Override
  public String toString() {
    return scheme + "://" + store.value();
  }
}
