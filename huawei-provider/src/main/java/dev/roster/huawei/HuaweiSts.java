package dev.roster.huawei;

import dev.roster.huawei.internal.credentials.Environment;
import dev.roster.huawei.internal.credentials.IamExchange;
import dev.roster.huawei.internal.credentials.RefreshingCredentials;
import dev.roster.huawei.internal.credentials.StsCredentials;
import dev.roster.huawei.internal.http.Endpoint;
import dev.roster.spi.ProxySettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Huawei Cloud's Security Token Service of a region, which exchanges the keys of a user for
 * temporary ones of an agency or a trust agency. The keys are kept and refreshed as those of {@link
 * HuaweiCredentialsProvider#instanceMetadata()} are. Immutable.
 *
 * <p>{@link HuaweiIam#agency} asks IAM for the same with names in place of a URN. A trust agency is
 * known to STS alone.
 *
 * <p>The request is made as the documentation of STS describes it, {@code POST
 * /v5/agencies/assume}, signed with the user's keys. It was never made to the real service.
 */
public final class HuaweiSts {

  private static final String ENDPOINT_VARIABLE = "HUAWEICLOUD_SDK_STS_ENDPOINT";

  /** What the service documents. */
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  /** What the service documents. */
  private static final Duration LONGEST = Duration.ofHours(12);

  /** The service's own default, and the longest that it gives to temporary keys of the user. */
  private static final Duration USUAL = Duration.ofHours(1);

  private final HttpUrl endpoint;
  private final Duration duration;
  private final String sessionName;
  private final @Nullable String externalId;
  private final ProxySettings proxies;

  private HuaweiSts(
      HttpUrl endpoint,
      Duration duration,
      String sessionName,
      @Nullable String externalId,
      ProxySettings proxies) {
    this.endpoint = endpoint;
    this.duration = duration;
    this.sessionName = sessionName;
    this.externalId = externalId;
    this.proxies = proxies;
  }

  /**
   * STS at the address in the environment variable {@code HUAWEICLOUD_SDK_STS_ENDPOINT}, otherwise
   * at that of a region.
   *
   * @param region for example {@code cn-north-4}
   * @return with keys for an hour
   * @throws IllegalArgumentException if the region or the variable has another form
   */
  public static HuaweiSts ofRegion(String region) {
    return ofRegion(Objects.requireNonNull(region, "region must not be null"), System::getenv);
  }

  static HuaweiSts ofRegion(String region, Environment environment) {
    HttpUrl regional = Endpoint.ofRegion("sts", region);
    String address = environment.get(ENDPOINT_VARIABLE);
    return at(address == null || address.isBlank() ? regional.uri() : URI.create(address.strip()));
  }

  /**
   * STS at another address.
   *
   * @param endpoint scheme, host and, optionally, port; HTTPS unless the host is loopback
   * @return with keys for an hour
   * @throws IllegalArgumentException if it has another form
   */
  public static HuaweiSts at(URI endpoint) {
    Objects.requireNonNull(endpoint, "endpoint must not be null");
    return new HuaweiSts(
        Endpoint.of(endpoint, false), USUAL, "roster", null, ProxySettings.ofPlatform());
  }

  /**
   * The same with keys for another time. The agency's own limit can be shorter; it is an hour where
   * the user's keys are temporary.
   *
   * @param time 15 minutes to 12 hours
   * @return a new value
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public HuaweiSts withDuration(Duration time) {
    Objects.requireNonNull(time, "duration must not be null");
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("duration must be 15 minutes to 12 hours, but is " + time);
    }
    return new HuaweiSts(endpoint, time, sessionName, externalId, proxies);
  }

  /**
   * The same with another name of the session than {@code roster}. The cloud's audit logs show it.
   *
   * @param name the name
   * @return a new value
   */
  public HuaweiSts withSessionName(String name) {
    Objects.requireNonNull(name, "session name must not be null");
    return new HuaweiSts(endpoint, duration, name, externalId, proxies);
  }

  /**
   * The same with an external id, which an agency can demand of those who use it for another party.
   *
   * @param id the id
   * @return a new value
   */
  public HuaweiSts withExternalId(String id) {
    Objects.requireNonNull(id, "external id must not be null");
    return new HuaweiSts(endpoint, duration, sessionName, id, proxies);
  }

  /**
   * The same through another proxy than the JVM and the environment say.
   *
   * @param address {@code http://host:port}, or {@code none}
   * @return a new value
   * @throws IllegalArgumentException if it has another form or carries a password
   */
  public HuaweiSts withProxy(String address) {
    return with(proxies.withProxy(address));
  }

  /**
   * The same with credentials for the proxy.
   *
   * @param user the user
   * @param password the password
   * @return a new value
   * @throws IllegalArgumentException if they cannot be sent
   */
  public HuaweiSts withProxyCredentials(String user, String password) {
    return with(proxies.withCredentials(user, password));
  }

  private HuaweiSts with(ProxySettings settings) {
    return new HuaweiSts(endpoint, duration, sessionName, externalId, settings);
  }

  /**
   * The temporary keys of an agency.
   *
   * @param user the keys of a user who may assume the agency
   * @param agencyUrn the agency, for example {@code iam::ACCOUNT_ID:agency:NAME}
   * @return a new provider with its own memory; share it between clients
   */
  public HuaweiCredentialsProvider agency(HuaweiCredentialsProvider user, String agencyUrn) {
    Objects.requireNonNull(user, "user must not be null");
    Objects.requireNonNull(agencyUrn, "agency URN must not be null");
    Clock clock = Clock.systemUTC();
    IamExchange sts =
        new IamExchange("STS", endpoint, proxies.proxyFor(endpoint.uri()).orElse(null));
    StsCredentials.Session session =
        new StsCredentials.Session(agencyUrn, sessionName, externalId, duration);
    return new RefreshingCredentials(new StsCredentials(sts, user, session, clock), clock);
  }

  /** Says where it is and for how long it asks. */
  @Override
  public String toString() {
    return "HuaweiSts[%s, %s]".formatted(endpoint.host(), duration);
  }
}
