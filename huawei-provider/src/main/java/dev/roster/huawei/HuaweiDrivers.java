package dev.roster.huawei;

import dev.roster.IdentityStoreId;
import dev.roster.huawei.internal.credentials.CredentialsSource;
import dev.roster.huawei.internal.credentials.CredentialsSupply;
import dev.roster.huawei.internal.credentials.ProjectCredentials;
import dev.roster.huawei.internal.driver.Exchange;
import dev.roster.huawei.internal.driver.HuaweiDriver;
import dev.roster.huawei.internal.driver.HuaweiIdRules;
import dev.roster.huawei.internal.http.Endpoint;
import dev.roster.huawei.internal.http.OwnedClient;
import dev.roster.huawei.internal.http.TransportFailure;
import dev.roster.huawei.internal.http.TransportMessages;
import dev.roster.huawei.internal.requests.SignedRequests;
import dev.roster.huawei.internal.signing.SigningClock;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.HttpProxy;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.NetworkRoute;
import dev.roster.spi.ProxySettings;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds drivers for Huawei Cloud IAM Identity Center:
 *
 * <pre>{@code
 * MembershipDriver driver =
 *     HuaweiDrivers.builder()
 *         .identityStoreId(new IdentityStoreId("d-a00aaaa33f"))
 *         .region("cn-north-4")
 *         .build();
 * try (RosterClient client = RosterClient.builder(driver).build()) {
 *   client.ensureMember(group, user);
 * }
 * }</pre>
 *
 * <p>The same as a configuration string: {@code huawei://d-a00aaaa33f?region=cn-north-4}, see
 * {@link HuaweiDriverFactory}. What each operation sends is described at {@link dev.roster.huawei
 * the package}.
 */
public final class HuaweiDrivers {

  private HuaweiDrivers() {}

  /**
   * Starts a configuration.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Drivers from a configuration string and code together:
   *
   * <pre>{@code
   * RosterClient.builder(uri, HuaweiDrivers.with(driver -> driver.credentials(keys)))
   * }</pre>
   *
   * @param settings sets what the string does not say, or otherwise; called for each driver, after
   *     the string's parameters are set
   * @return makes drivers of {@code huawei:} strings
   */
  public static DriverFactory with(Consumer<Builder> settings) {
    return new HuaweiDriverFactory(Objects.requireNonNull(settings, "settings must not be null"));
  }

  /** Collects a configuration. Not thread-safe. */
  public static final class Builder {

    private @Nullable IdentityStoreId identityStoreId;
    private @Nullable String region;
    private @Nullable URI endpoint;
    private boolean allowPlainHttp;
    private boolean strictIds;
    private @Nullable HuaweiCredentialsProvider credentialsProvider;
    private @Nullable String projectId;
    private @Nullable String domainId;
    private @Nullable OkHttpClient httpClient;
    private ProxySettings proxies = ProxySettings.ofPlatform();
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * The store. Required.
     *
     * @param id its id, exactly 12 characters
     * @return this
     */
    public Builder identityStoreId(IdentityStoreId id) {
      this.identityStoreId = Objects.requireNonNull(id, "identity store id must not be null");
      return this;
    }

    /**
     * The home region of the store. Required unless an {@link #endpoint} is given.
     *
     * @param id for example {@code cn-north-4}; any region is accepted, and the host is {@code
     *     identitystore.REGION.myhuaweicloud.com}
     * @return this
     */
    public Builder region(String id) {
      this.region = Objects.requireNonNull(id, "region must not be null");
      return this;
    }

    /**
     * The address of the service, instead of the region's. Nothing else changes by it.
     *
     * @param address scheme, host and, optionally, port; HTTPS unless the host is loopback or
     *     {@link #allowPlainHttp()} is called
     * @return this
     */
    public Builder endpoint(URI address) {
      this.endpoint = Objects.requireNonNull(address, "endpoint must not be null");
      return this;
    }

    /**
     * Allows an endpoint without TLS on a host that is not loopback. Every hop on the way can then
     * read and alter what is sent; the signature protects only the request, and not the security
     * token in it.
     *
     * @return this
     */
    public Builder allowPlainHttp() {
      this.allowPlainHttp = true;
      return this;
    }

    /**
     * Fixed credentials, instead of a provider.
     *
     * @param credentials what to sign with
     * @return this
     */
    public Builder credentials(HuaweiCredentials credentials) {
      Objects.requireNonNull(credentials, "credentials must not be null");
      return credentialsProvider(HuaweiCredentialsProvider.of(credentials));
    }

    /**
     * Where credentials come from; otherwise {@link HuaweiCredentialsProvider#standard()}.
     *
     * @param provider asked for every request, on a thread of the driver's own
     * @return this
     */
    public Builder credentialsProvider(HuaweiCredentialsProvider provider) {
      this.credentialsProvider = Objects.requireNonNull(provider, "provider must not be null");
      return this;
    }

    /**
     * The project to name in requests, in place of any that comes with the credentials. The service
     * does not document that it needs one, and none is ever looked up.
     *
     * @param id sent and signed as {@code X-Project-Id}
     * @return this
     */
    public Builder projectId(String id) {
      this.projectId = Objects.requireNonNull(id, "project id must not be null");
      return this;
    }

    /**
     * The account to name in requests for stores, for {@link HuaweiStores} alone. The documents
     * call it global credentials, and do not say whether a request without it is refused.
     *
     * @param id sent as {@code X-Domain-Id}
     * @return this
     */
    public Builder domainId(String id) {
      this.domainId = Objects.requireNonNull(id, "domain id must not be null");
      return this;
    }

    /**
     * A client to share connections, proxy, trust store and interceptors with. The driver works
     * with a derived one that speaks HTTP/1.1 alone, keeps no cache, has no timeouts but the given
     * one's connect timeout, and sends nothing twice: retries, redirects and authenticators are
     * off, except that the proxy authenticator may open a tunnel. An interceptor that retries
     * requests by itself must not be on it. Never closed by the driver.
     *
     * @param client the client; otherwise the driver makes and closes its own
     * @return this
     */
    public Builder httpClient(OkHttpClient client) {
      this.httpClient = Objects.requireNonNull(client, "client must not be null");
      return this;
    }

    /**
     * The HTTP proxy that requests go through, in place of the one that the JVM's properties or the
     * environment name; see {@link ProxySettings}. Not together with an {@link #httpClient}, which
     * has a proxy of its own.
     *
     * @param address {@code http://host:port}, or {@code none} for no proxy at all
     * @return this
     * @throws IllegalArgumentException if it has another form or carries a password
     */
    public Builder proxy(String address) {
      this.proxies = proxies.withProxy(address);
      return this;
    }

    /**
     * Credentials for the proxy, whichever setting names it. They are sent by basic authentication
     * with the first request for a tunnel, and never through it.
     *
     * @param user the user, without a colon
     * @param password the password
     * @return this
     * @throws IllegalArgumentException if they cannot be sent
     */
    public Builder proxyCredentials(String user, String password) {
      this.proxies = proxies.withCredentials(user, password);
      return this;
    }

    /**
     * Requires every group, user and membership id to be a UUID, as all known ones are. Off unless
     * called: services widen their formats before libraries follow.
     *
     * @return this
     */
    public Builder strictIds() {
      this.strictIds = true;
      return this;
    }

    boolean hasCredentials() {
      return credentialsProvider != null;
    }

    /** The clock that signs, for tests. */
    Builder clock(Clock newClock) {
      this.clock = newClock;
      return this;
    }

    /**
     * Makes a driver. Sends nothing and looks for no credentials.
     *
     * @return a new driver, thread-safe; close it, or the client that it is for, to free its
     *     connections
     * @throws IllegalArgumentException if the store, or both region and endpoint, are missing, or a
     *     part is invalid; the message names the part
     */
    public MembershipDriver build() {
      return build(checkedStore());
    }

    /** A driver for the API that finds stores; its host stands in the place of the store. */
    MembershipDriver buildWithoutStore() {
      if (identityStoreId != null) {
        throw new IllegalArgumentException("stores are found without a store");
      }
      if (endpoint == null) {
        endpoint = HuaweiStores.ENDPOINT;
      }
      return build(new IdentityStoreId(address().host()));
    }

    URI storesEndpoint() {
      return endpoint == null ? HuaweiStores.ENDPOINT : endpoint;
    }

    Optional<String> domainId() {
      return Optional.ofNullable(domainId);
    }

    private MembershipDriver build(IdentityStoreId store) {
      HttpUrl address = address();
      HttpProxy proxy = proxy(address);
      OwnedClient client =
          httpClient == null ? OwnedClient.through(proxy) : OwnedClient.from(httpClient);
      Exchange exchange = exchange(new SignedRequests(address), client, proxy);
      return new HuaweiDriver(
          store, new HuaweiIdRules(strictIds), exchange, client, route(address));
    }

    private NetworkRoute route(HttpUrl address) {
      return httpClient == null
          ? proxies.routeTo(address.uri())
          : NetworkRoute.of("the HTTP client that was given decides which proxy is used");
    }

    private @Nullable HttpProxy proxy(HttpUrl address) {
      if (httpClient == null) {
        return proxies.proxyFor(address.uri()).orElse(null);
      }
      if (proxies.isSet()) {
        throw new IllegalArgumentException(
            "set either proxy or an HTTP client, which has a proxy of its own, not both");
      }
      return null;
    }

    private IdentityStoreId checkedStore() {
      if (identityStoreId == null) {
        throw new IllegalArgumentException("identity store id must be set");
      }
      HuaweiIdRules.check(identityStoreId);
      return identityStoreId;
    }

    private Exchange exchange(
        SignedRequests requests, OwnedClient client, @Nullable HttpProxy proxy) {
      return new Exchange(
          client.okHttpClient(),
          requests,
          new CredentialsSupply(credentials()),
          new SigningClock(clock),
          transportFailure(requests.host(), proxy),
          HuaweiServiceException::new);
    }

    private TransportFailure transportFailure(String host, @Nullable HttpProxy proxy) {
      return new TransportFailure(
          new TransportMessages(host, endpoint == null ? region : null, proxy));
    }

    private HttpUrl address() {
      if (endpoint != null) {
        return Endpoint.of(endpoint, allowPlainHttp);
      }
      if (region != null) {
        return Endpoint.ofRegion("identitystore", region);
      }
      throw new IllegalArgumentException(
          "region or endpoint must be set: the store's home region, for example cn-north-4");
    }

    private CredentialsSource credentials() {
      CredentialsSource source =
          CredentialsSource.of(
              credentialsProvider == null
                  ? HuaweiCredentialsProvider.standard()
                  : credentialsProvider);
      return projectId == null ? source : new ProjectCredentials(source, projectId);
    }
  }
}
