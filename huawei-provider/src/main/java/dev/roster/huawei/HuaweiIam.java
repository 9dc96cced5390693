package dev.roster.huawei;

import dev.roster.huawei.internal.credentials.AgencyCredentials;
import dev.roster.huawei.internal.credentials.IamExchange;
import dev.roster.huawei.internal.credentials.IdentityProviderCredentials;
import dev.roster.huawei.internal.credentials.RefreshingCredentials;
import dev.roster.huawei.internal.http.Endpoint;
import dev.roster.spi.ProxySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;

/**
 * Huawei Cloud's IAM, which exchanges something for temporary keys: the keys of a user for those of
 * an agency, or an ID token of an identity provider. The keys are kept and refreshed as those of
 * {@link HuaweiCredentialsProvider#instanceMetadata()} are. Immutable.
 *
 * <p>The requests are made as IAM's documentation of version 3 describes them. They were never made
 * to the real service. The identity store documents neither that it accepts temporary keys of an
 * agency nor that it does not.
 */
public final class HuaweiIam {

  private static final URI GLOBAL = URI.create("https://iam.myhuaweicloud.com");
  private static final String ENDPOINT_VARIABLE = "HUAWEICLOUD_SDK_IAM_ENDPOINT";

  /** What the service documents. */
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  /** What the service documents. */
  private static final Duration LONGEST = Duration.ofHours(24);

  /** As the service's own SDK has it. */
  private static final Duration USUAL = Duration.ofHours(6);

  private final HttpUrl endpoint;
  private final Duration duration;
  private final ProxySettings proxies;

  private HuaweiIam(HttpUrl endpoint, Duration duration, ProxySettings proxies) {
    this.endpoint = endpoint;
    this.duration = duration;
    this.proxies = proxies;
  }

  /**
   * IAM at the address in the environment variable {@code HUAWEICLOUD_SDK_IAM_ENDPOINT}, otherwise
   * at its global address.
   *
   * @return with keys for six hours
   * @throws IllegalArgumentException if the variable has another form
   */
  public static HuaweiIam standard() {
    String address = System.getenv(ENDPOINT_VARIABLE);
    return at(address == null || address.isBlank() ? GLOBAL : URI.create(address.strip()));
  }

  /**
   * IAM at another address, for example of a region.
   *
   * @param endpoint scheme, host and, optionally, port; HTTPS unless the host is loopback
   * @return with keys for six hours
   * @throws IllegalArgumentException if it has another form
   */
  public static HuaweiIam at(URI endpoint) {
    Objects.requireNonNull(endpoint, "endpoint must not be null");
    return new HuaweiIam(Endpoint.of(endpoint, false), USUAL, ProxySettings.ofPlatform());
  }

  /**
   * The same with keys for another time.
   *
   * @param time 15 minutes to 24 hours
   * @return a new value
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public HuaweiIam withDuration(Duration time) {
    Objects.requireNonNull(time, "duration must not be null");
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("duration must be 15 minutes to 24 hours, but is " + time);
    }
    return new HuaweiIam(endpoint, time, proxies);
  }

  /**
   * The same through another proxy than the JVM and the environment say.
   *
   * @param address {@code http://host:port}, or {@code none}
   * @return a new value
   * @throws IllegalArgumentException if it has another form or carries a password
   */
  public HuaweiIam withProxy(String address) {
    return new HuaweiIam(endpoint, duration, proxies.withProxy(address));
  }

  /**
   * The same with credentials for the proxy.
   *
   * @param user the user
   * @param password the password
   * @return a new value
   * @throws IllegalArgumentException if they cannot be sent
   */
  public HuaweiIam withProxyCredentials(String user, String password) {
    return new HuaweiIam(endpoint, duration, proxies.withCredentials(user, password));
  }

  /**
   * The temporary keys of an agency: {@code POST /v3.0/OS-CREDENTIAL/securitytokens} with the
   * method {@code assume_role}, signed with a user's keys.
   *
   * @param user the keys of a user who may assume the agency
   * @param domainName the name of the account that has the agency
   * @param agencyName the agency's name
   * @return a new provider with its own memory; share it between clients
   */
  public HuaweiCredentialsProvider agency(
      HuaweiCredentialsProvider user, String domainName, String agencyName) {
    Clock clock = Clock.systemUTC();
    return new RefreshingCredentials(
        new AgencyCredentials(
            exchange(),
            Objects.requireNonNull(user, "user must not be null"),
            Objects.requireNonNull(domainName, "domain name must not be null"),
            Objects.requireNonNull(agencyName, "agency name must not be null"),
            duration,
            clock),
        clock);
  }

  /**
   * The temporary keys of a federated user: {@code POST /v3.0/OS-AUTH/id-token/tokens} with an ID
   * token for an unscoped token, and that for keys.
   *
   * @param identityProvider the identity provider's id
   * @param idTokenFile the file with the ID token, read again for each exchange
   * @return a new provider with its own memory; share it between clients
   */
  public HuaweiCredentialsProvider identityProvider(String identityProvider, Path idTokenFile) {
    return new RefreshingCredentials(
        new IdentityProviderCredentials(
            exchange(),
            Objects.requireNonNull(identityProvider, "identity provider must not be null"),
            Objects.requireNonNull(idTokenFile, "file must not be null"),
            duration),
        Clock.systemUTC());
  }

  private IamExchange exchange() {
    return new IamExchange("IAM", endpoint, proxies.proxyFor(endpoint.uri()).orElse(null));
  }
}
