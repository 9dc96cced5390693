package dev.roster.aws;

import dev.roster.IdentityStoreId;
import dev.roster.aws.internal.driver.AwsDriver;
import dev.roster.aws.internal.driver.AwsIdRules;
import dev.roster.aws.internal.driver.NativeClient;
import dev.roster.aws.internal.driver.NativeClientFactory;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.IdentitystoreClientBuilder;

/**
 * Builds drivers for AWS IAM Identity Center, for {@code RosterClient.builder(driver)}.
 *
 * <p>The driver that is built is thread-safe. It closes what it made and nothing that it was given.
 */
public final class AwsDrivers {

  private AwsDrivers() {}

  /**
   * Starts a driver; only the store is required.
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
   * RosterClient.builder(uri, AwsDrivers.with(driver -> driver.credentialsProvider(provider)))
   * }</pre>
   *
   * @param settings sets what the string does not say, or otherwise; called for each driver, after
   *     the string's parameters are set
   * @return makes drivers of {@code aws:} strings
   */
  public static DriverFactory with(Consumer<Builder> settings) {
    return new AwsDriverFactory(Objects.requireNonNull(settings, "settings must not be null"));
  }

  /** Collects how to reach a store. Not thread-safe. */
  public static final class Builder {

    private final NativeClientFactory clients = new NativeClientFactory();
    private @Nullable IdentityStoreId store;
    private @Nullable IdentitystoreClient readyMade;
    private AwsIdRules idRules = AwsIdRules.lengths();

    private Builder() {}

    /**
     * The store: {@code d-} and ten hexadecimal digits, a UUID, or an ARN that ends in either.
     *
     * @param id the store's id
     * @return this
     * @throws IllegalArgumentException if it has another form
     */
    public Builder identityStoreId(IdentityStoreId id) {
      AwsIdRules.check(Objects.requireNonNull(id, "identity store id must not be null"));
      this.store = id;
      return this;
    }

    /**
     * The region where the store lives; another region responds that the store does not exist.
     * Without it the SDK looks in the system property {@code aws.region}, the environment variable
     * {@code AWS_REGION}, the profile and, on a machine that has it, the instance metadata.
     *
     * @param id for example {@code eu-west-1}
     * @return this
     * @throws IllegalArgumentException if it is not the form of a region's name
     */
    public Builder region(String id) {
      if (!id.matches("[a-z0-9-]{1,63}")) {
        throw new IllegalArgumentException(
            "region must consist of lower-case letters, digits and hyphens, for example eu-west-1");
      }
      return region(Region.of(id));
    }

    /**
     * The region where the store lives, as {@link #region(String)}.
     *
     * @param where the region
     * @return this
     */
    public Builder region(Region where) {
      clients.region(Objects.requireNonNull(where, "region must not be null"));
      return this;
    }

    /**
     * Another address than the region's, for example of a VPC endpoint or a test server. Requests
     * are still signed for the region.
     *
     * @param address {@code https://host}, or {@code http} where the host is a loopback address or
     *     {@link #allowPlainHttp()} is set
     * @return this
     */
    public Builder endpoint(URI address) {
      clients.endpoint(Objects.requireNonNull(address, "endpoint must not be null"));
      return this;
    }

    /**
     * Permits an endpoint with plain HTTP on another machine. Requests are signed but not
     * encrypted: every hop on the way can read them.
     *
     * @return this
     */
    public Builder allowPlainHttp() {
      clients.allowPlainHttp();
      return this;
    }

    /**
     * The profile of the shared configuration and credentials files to take credentials from, and
     * the region and the endpoint where they are not set. It alone is used: keys in the system
     * properties or the environment do not take its place. {@link #build()} fails if it does not
     * exist, and every call if it has no usable credentials.
     *
     * @param name the profile's name
     * @return this
     */
    public Builder profile(String name) {
      clients.profile(Objects.requireNonNull(name, "profile must not be null"));
      return this;
    }

    /**
     * Where credentials come from; the SDK's default chain unless set. Asked for every request and
     * never closed by the driver.
     *
     * <p>It is asked on the caller's thread, as part of every attempt. As long as it does not
     * return, neither the deadline nor {@code close()} can end the call, and an interrupt only if
     * the provider supports interrupts. The call ends as soon as the provider returns. A provider
     * must limit its own time, and must not ask a source that fails again and again. A future that
     * is not complete yet is waited for until the attempt ends.
     *
     * @param provider the provider
     * @return this
     */
    public Builder credentialsProvider(AwsCredentialsProvider provider) {
      clients.credentials(Objects.requireNonNull(provider, "provider must not be null"));
      return this;
    }

    /**
     * An HTTP client that is shared; never closed by the driver. Unless one is set, the SDK's rules
     * choose from the class path. It has its own rules for proxies.
     *
     * @param client any HTTP client of the SDK
     * @return this
     */
    public Builder httpClient(SdkHttpClient client) {
      clients.httpClient(Objects.requireNonNull(client, "HTTP client must not be null"));
      return this;
    }

    /**
     * An HTTP client of the driver's own, which is closed with it.
     *
     * @param builder how to make it
     * @return this
     */
    public Builder httpClientBuilder(SdkHttpClient.Builder<?> builder) {
      clients.httpClientBuilder(Objects.requireNonNull(builder, "builder must not be null"));
      return this;
    }

    /**
     * The HTTP proxy that requests go through, in place of the one that the JVM's properties or the
     * environment name; see {@link dev.roster.spi.ProxySettings}. Not together with an HTTP client
     * that is given, which has a proxy of its own.
     *
     * @param address {@code http://host:port}, or {@code none} for no proxy at all
     * @return this
     * @throws IllegalArgumentException if it has another form or carries a password
     */
    public Builder proxy(String address) {
      clients.proxy(address);
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
      clients.proxyCredentials(user, password);
      return this;
    }

    /**
     * Changes the SDK's builder last, for what has no method here, such as interceptors, metric
     * publishers, FIPS or dual-stack.
     *
     * <p>Two things that it sets are replaced: the HTTP client, which has its own methods here, and
     * the retry setting, for Roster alone retries; the latter is logged as a warning. Credentials
     * that it sets are used, but not together with a {@link #profile}.
     *
     * @param hook changes the SDK's builder; replaces an earlier one
     * @return this
     */
    public Builder customize(Consumer<IdentitystoreClientBuilder> hook) {
      clients.hook(Objects.requireNonNull(hook, "hook must not be null"));
      return this;
    }

    /**
     * A ready-made client, never closed by the driver. It includes everything, so that no setting
     * for making a client may be given with it.
     *
     * <p>Three things are worse than with a client that the driver makes. Only what the SDK shows
     * of a response is checked: a page in place of a delete's response counts as success if it has
     * a request id, and an error that is cut counts by its head. A blocked request cannot be
     * aborted: it ends by the SDK's own timeout, so the driver does not claim {@link
     * dev.roster.Capability#ABORTS_BLOCKED_ATTEMPTS}. Where the client has retries of its own, they
     * multiply Roster's, hide throttling from it and make the outcome after a lost response less
     * certain. That is logged as a warning, and shows in {@code toString()} of the driver as {@code
     * sdkAttempts}. In a native call, a second request is not noticed. Build such a client with
     * {@code AwsRetryStrategy.doNotRetry()}.
     *
     * @param client the client
     * @return this
     */
    public Builder client(IdentitystoreClient client) {
      this.readyMade = Objects.requireNonNull(client, "client must not be null");
      return this;
    }

    /**
     * Checks the documented form of group, user and membership ids, and of the fields of users and
     * groups, too, not only their lengths. Off unless set: services widen their formats before
     * libraries follow.
     *
     * @return this
     */
    public Builder strictIds() {
      this.idRules = AwsIdRules.strict();
      return this;
    }

    /**
     * Makes the driver. Nothing is sent to the service.
     *
     * @return a new driver
     * @throws IllegalArgumentException if the store is missing, no region is found, the endpoint is
     *     not permitted, the profile does not exist, or settings exclude each other; the message
     *     says which
     */
    public MembershipDriver build() {
      IdentityStoreId id = store;
      if (id == null) {
        throw new IllegalArgumentException("identity store id must be set");
      }
      return new AwsDriver(id, nativeClient(), idRules);
    }

    /** A driver for what needs no store; the region stands in its place. */
    MembershipDriver buildWithoutStore() {
      if (store != null || readyMade != null) {
        throw new IllegalArgumentException(
            "stores are found without a store, and not by a ready-made client");
      }
      NativeClient client = clients.make();
      return new AwsDriver(new IdentityStoreId(client.region().orElse("any")), client, idRules);
    }

    private NativeClient nativeClient() {
      if (readyMade == null) {
        return clients.make();
      }
      if (!clients.isUntouched()) {
        throw new IllegalArgumentException(
            "client is ready-made: neither region, endpoint, profile, credentials, HTTP client,"
                + " proxy nor customize may be set besides");
      }
      return NativeClient.given(readyMade);
    }
  }
}
