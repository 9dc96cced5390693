package dev.roster.spi;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which HTTP proxy requests to an endpoint go through: the same for every provider. Of these the
 * first that names a proxy decides:
 *
 * <ol>
 *   <li>the provider's parameter {@code proxy} or its builder, for whatever endpoint; {@code none}
 *       there means no proxy, whatever the others say
 *   <li>the properties of the JVM: {@code https.proxyHost} and {@code https.proxyPort}, for a plain
 *       HTTP endpoint {@code http.proxyHost} and {@code http.proxyPort}; except for the hosts of
 *       {@code http.nonProxyHosts}
 *   <li>the environment: {@code HTTPS_PROXY}, for a plain HTTP endpoint {@code HTTP_PROXY}; except
 *       for the hosts of {@code NO_PROXY}; each also in lower case
 * </ol>
 *
 * <p>An endpoint on loopback has a proxy only by the first. Credentials for the proxy come from the
 * builder, else from where the proxy was named: the properties {@code https.proxyUser} and {@code
 * https.proxyPassword} ({@code http.} for plain HTTP), or the user information in the variable.
 *
 * <p>Immutable; reads the platform only in {@link #proxyFor}.
 */
public final class ProxySettings {

  /** The name of the parameter of configuration strings. */
  public static final String PARAMETER = "proxy";

  /** The value of the parameter that switches every proxy off. */
  public static final String NONE = "none";

  private static final String EXPLICIT = "the parameter or the builder's setting 'proxy'";
  private static final String OFF = "set the parameter proxy=none";
  private static final String DIRECT_HOSTS = "http.nonProxyHosts";

  private static final String CREDENTIALS_BESIDE_EXPLICIT =
      "set proxyCredentials of the builder, or name the proxy in HTTPS_PROXY instead, as in"
          + " http://user:password@host:port";

  /**
   * What decides for an endpoint.
   *
   * @param proxy the proxy, or null for none
   * @param words of a proxy, where its credentials belong; else why there is none
   * @param exception of a proxy, how requests get past it
   */
  private record Choice(@Nullable ProxyAddress proxy, String words, String exception) {}

  private final Function<String, @Nullable String> properties;
  private final Function<String, @Nullable String> environment;
  private final @Nullable ProxyAddress explicit;
  private final boolean off;
  private final @Nullable String user;
  private final @Nullable String password;

  private ProxySettings(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment,
      @Nullable ProxyAddress explicit,
      boolean off,
      @Nullable String user,
      @Nullable String password) {
    this.properties = properties;
    this.environment = environment;
    this.explicit = explicit;
    this.off = off;
    this.user = user;
    this.password = password;
  }

  /**
   * What this JVM and its environment say.
   *
   * @return settings without a parameter
   */
  public static ProxySettings ofPlatform() {
    return of(System::getProperty, System::getenv);
  }

  /**
   * What a platform says, for tests.
   *
   * @param properties a system property by its name; null where it is not set
   * @param environment a variable of the environment by its name; null where it is not set
   * @return settings without a parameter
   */
  public static ProxySettings of(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    return new ProxySettings(
        Objects.requireNonNull(properties, "properties must not be null"),
        Objects.requireNonNull(environment, "environment must not be null"),
        null,
        false,
        null,
        null);
  }

  /**
   * These settings with the parameter.
   *
   * @param proxy {@code http://host:port}, or {@link #NONE}
   * @return new settings
   * @throws IllegalArgumentException if it has another form or carries a password; the message
   *     shows no part of it
   */
  public ProxySettings withProxy(String proxy) {
    Objects.requireNonNull(proxy, "proxy must not be null");
    boolean none = proxy.equals(NONE);
    ProxyAddress address = none ? null : ProxyAddress.ofSetting(proxy, EXPLICIT);
    return new ProxySettings(properties, environment, address, none, user, password);
  }

  /**
   * These settings with credentials for whichever proxy is used, in place of any others.
   *
   * @param name the user
   * @param secret the password
   * @return new settings
   * @throws IllegalArgumentException if the user has a colon, which basic authentication cannot
   *     carry, or one of them a control character
   */
  public ProxySettings withCredentials(String name, String secret) {
    Objects.requireNonNull(name, "user must not be null");
    Objects.requireNonNull(secret, "password must not be null");
    ProxyAddress.requireSendable(name, secret, "the proxy's user or password");
    return new ProxySettings(properties, environment, explicit, off, name, secret);
  }

  /**
   * Whether there is a parameter or credentials, so that the platform alone does not decide.
   *
   * @return false where nothing was set
   */
  public boolean isSet() {
    return explicit != null || off || user != null;
  }

  /**
   * The proxy for an endpoint.
   *
   * @param endpoint {@code http} or {@code https} and a host
   * @return empty where requests go there directly
   * @throws IllegalArgumentException if the setting that decides cannot be used; the message names
   *     the setting and shows no part of its value
   */
  public Optional<HttpProxy> proxyFor(URI endpoint) {
    return proxy(choice(endpoint));
  }

  /**
   * How requests reach an endpoint, and which setting decides that.
   *
   * @param endpoint {@code http} or {@code https} and a host
   * @return the same proxy as {@link #proxyFor} finds, or why there is none
   * @throws IllegalArgumentException as {@link #proxyFor}
   */
  public NetworkRoute routeTo(URI endpoint) {
    Choice choice = choice(endpoint);
    return proxy(choice)
        .map(proxy -> NetworkRoute.through(proxy, endpoint, choice.words(), choice.exception()))
        .orElseGet(() -> NetworkRoute.direct(endpoint, choice.words()));
  }

  private Optional<HttpProxy> proxy(Choice choice) {
    return Optional.ofNullable(choice.proxy()).map(address -> address.proxy(user, password));
  }

  private Choice choice(URI endpoint) {
    if (off) {
      return direct(EXPLICIT + " is '" + NONE + "'");
    }
    return explicit == null
        ? ofPlatform(endpoint)
        : new Choice(explicit, CREDENTIALS_BESIDE_EXPLICIT, OFF + " instead");
  }

  private static Choice direct(String reason) {
    return new Choice(null, reason, "");
  }

  private Choice ofPlatform(URI endpoint) {
    DirectHosts.Target target = DirectHosts.Target.of(endpoint);
    if (target.isLoopback()) {
      return direct("it is this machine");
    }
    String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
    String host = properties.apply(scheme + ".proxyHost");
    return host == null || host.isBlank()
        ? ofEnvironment(scheme, target)
        : ofProperties(scheme, host.strip(), target);
  }

  private Choice ofProperties(String scheme, String host, DirectHosts.Target target) {
    if (DirectHosts.ofProperty(properties.apply(DIRECT_HOSTS)).contain(target)) {
      return direct(
          "the system property %s excepts it from %s.proxyHost".formatted(DIRECT_HOSTS, scheme));
    }
    String setting = "the system property " + scheme + ".proxyHost";
    ProxyAddress proxy =
        ProxyAddress.ofProperty(host, properties.apply(scheme + ".proxyPort"), scheme, setting)
            .with(
                properties.apply(scheme + ".proxyUser"),
                properties.apply(scheme + ".proxyPassword"));
    return new Choice(
        proxy,
        "set the system properties %s.proxyUser and %s.proxyPassword".formatted(scheme, scheme),
        "add the host to the system property " + DIRECT_HOSTS + ", or " + OFF);
  }

  private Choice ofEnvironment(String scheme, DirectHosts.Target target) {
    String name = nameOfVariable(scheme.toUpperCase(Locale.ROOT) + "_PROXY");
    String value = name == null ? null : environment.apply(name);
    if (value == null) {
      return direct("no proxy is set");
    }
    String direct = nameOfVariable("NO_PROXY");
    if (DirectHosts.ofVariable(direct == null ? null : environment.apply(direct)).contain(target)) {
      return direct("the environment variable %s excepts it from %s".formatted(direct, name));
    }
    return new Choice(
        ProxyAddress.ofVariable(value.strip(), "the environment variable " + name),
        "set %s to http://user:password@host:port".formatted(name),
        "name the host in NO_PROXY, or " + OFF);
  }

  /** Upper case first; null where neither has a value. */
  private @Nullable String nameOfVariable(String upper) {
    if (hasValue(upper)) {
      return upper;
    }
    String lower = upper.toLowerCase(Locale.ROOT);
    return hasValue(lower) ? lower : null;
  }

  private boolean hasValue(String name) {
    String value = environment.apply(name);
    return value != null && !value.isBlank();
  }

  /** Says nothing that could be a secret. */
  @Override
  public String toString() {
    return off ? "no proxy" : explicit == null ? "the platform's proxy" : explicit.toString();
  }
}
