package dev.roster.aws;

import dev.roster.ErrorCode;
import dev.roster.IdentityStoreId;
import dev.roster.NativeAccess;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.RosterException;
import dev.roster.aws.internal.driver.JsonExchange;
import dev.roster.aws.internal.driver.StoreForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores as a whole: which there are, and from where one can be called.
 *
 * <p>The service has had these operations since October 2026. Every request is a native call of a
 * client, with its limiter, retries, deadline, listeners and errors; {@link
 * RosterException#operation()} is {@code callNative}. A service that does not have the operation
 * yet, and a client over a ready-made SDK client, fail with {@link ErrorCode#UNSUPPORTED}.
 */
public final class AwsStores {

  private static final int PAGE_SIZE = 100;

  private AwsStores() {}

  /**
   * The stores that the caller can see in a region. One request for each 100.
   *
   * @param settings how to reach the service, as for a driver, but without a store: region,
   *     credentials, endpoint and HTTP client; a ready-made client is refused
   * @return all of them, unmodifiable
   * @throws RosterException with {@link ErrorCode#UNSUPPORTED} where the service does not have the
   *     operation, with {@link ErrorCode#INVALID_RESPONSE} where it repeats a page, or as any call
   * @throws IllegalArgumentException as {@link AwsDrivers.Builder#build}
   */
  public static List<AwsStore> list(Consumer<AwsDrivers.Builder> settings) {
    return list(settings, client -> {});
  }

  /**
   * The same, by a client with settings of its own, such as a deadline or listeners. Listeners have
   * the region in the place of the store.
   *
   * @param settings how to reach the service
   * @param client changes the builder of the client, which lives for this call only
   * @return all of them, unmodifiable
   * @throws RosterException as {@link #list(Consumer)}
   */
  public static List<AwsStore> list(
      Consumer<AwsDrivers.Builder> settings, Consumer<RosterClientBuilder> client) {
    AwsDrivers.Builder driver = AwsDrivers.builder();
    settings.accept(driver);
    RosterClientBuilder builder = RosterClient.builder(driver.buildWithoutStore());
    client.accept(builder);
    try (RosterClient caller = builder.build()) {
      return all(caller);
    }
  }

  private static List<AwsStore> all(RosterClient client) {
    List<AwsStore> stores = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    String token = null;
    do {
      StorePage page = page(client, token, tokens);
      stores.addAll(page.stores());
      token = page.nextToken();
    } while (token != null);
    return List.copyOf(stores);
  }

  private record StorePage(List<AwsStore> stores, @Nullable String nextToken) {}

  private static StorePage page(RosterClient client, @Nullable String token, Set<String> tokens) {
    return client.callNative(
        JsonExchange.class, NativeAccess.READ, json -> page(json, token, tokens));
  }

  private static StorePage page(JsonExchange json, @Nullable String token, Set<String> tokens) {
    StoreForms page =
        StoreForms.of(json.sendNewer("ListIdentityStores", StoreForms.page(PAGE_SIZE, token)));
    String next = page.text("NextToken");
    if (next != null && (next.equals(token) || !tokens.add(next))) {
      throw page.bad("the service repeats a page token of its stores");
    }
    var stores = page.objects("IdentityStores").stream().map(each -> store(each, null));
    return new StorePage(stores.toList(), next);
  }

  /**
   * Reads a client's store. One request.
   *
   * @param client a client of this provider
   * @return the store, with its network configuration
   * @throws RosterException with {@link ErrorCode#UNSUPPORTED} where the service does not have the
   *     operation, or as any call
   */
  public static AwsStore describe(RosterClient client) {
    IdentityStoreId store = client.identityStoreId();
    return client.callNative(JsonExchange.class, NativeAccess.READ, json -> described(json, store));
  }

  private static AwsStore described(JsonExchange json, IdentityStoreId store) {
    StoreForms described =
        StoreForms.of(json.sendNewer("DescribeIdentityStore", StoreForms.store(store)));
    StoreForms set = described.object(StoreForms.NETWORK);
    return store(described, set == null ? null : configuration(set));
  }

  /**
   * Says from where a client's store can be called. One request, which replaces all that was set.
   * <b>A configuration that leaves out this machine can lock it out.</b> After an error with {@link
   * dev.roster.Outcome#UNKNOWN}, {@link #describe} shows what is set, and the same call can be made
   * again.
   *
   * @param client a client of this provider
   * @param configuration what is set from now on
   * @throws RosterException with {@link ErrorCode#CONFLICT} or {@link
   *     ErrorCode#CONCURRENT_MODIFICATION} where another client changes the store, with {@link
   *     ErrorCode#UNSUPPORTED} where the service does not have the operation, or as any call
   */
  public static void update(RosterClient client, NetworkConfiguration configuration) {
    IdentityStoreId store = client.identityStoreId();
    Objects.requireNonNull(configuration, "configuration must not be null");
    var input =
        StoreForms.configured(store, configuration.vpcEndpointRequired(), lists(configuration));
    client.callNative(
        JsonExchange.class,
        NativeAccess.WRITE,
        json -> json.sendNewer("UpdateIdentityStore", input));
  }

  private static Map<String, List<String>> lists(NetworkConfiguration configuration) {
    return Map.of(
        StoreForms.SOURCE_VPCS, configuration.sourceVpcs(),
        StoreForms.SOURCE_IPS, configuration.sourceIps(),
        StoreForms.SCIM_SOURCE_IPS, configuration.scimSourceIps());
  }

  private static AwsStore store(StoreForms form, @Nullable NetworkConfiguration configuration) {
    return new AwsStore(
        new IdentityStoreId(form.required(StoreForms.STORE)),
        form.text("IdentityStoreArn"),
        configuration);
  }

  private static NetworkConfiguration configuration(StoreForms form) {
    return NetworkConfiguration.of(form.flag(StoreForms.VPC_ENDPOINT))
        .withSourceVpcs(form.texts(StoreForms.SOURCE_VPCS))
        .withSourceIps(form.texts(StoreForms.SOURCE_IPS))
        .withScimSourceIps(form.texts(StoreForms.SCIM_SOURCE_IPS));
  }
}
