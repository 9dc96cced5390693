package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.IdentityStoreId;
import dev.roster.NativeAccess;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.RosterException;
import dev.roster.huawei.internal.http.AttemptException;
import dev.roster.huawei.internal.json.JsonTrees;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds stores, for which none need be known. They come from another API than a store's, that of
 * instances, whose one address is for all regions.
 *
 * <p>A request is one {@code GET /v1/instances}, made as a native call of a client of its own, with
 * its limiter, retries, deadline, listeners and errors; {@link RosterException#operation()} is
 * {@code callNative}.
 */
public final class HuaweiStores {

  static final URI ENDPOINT = URI.create("https://identitycenter.myhuaweicloud.com");

  private static final String PAGE_SIZE = "100";

  private HuaweiStores() {}

  /**
   * The stores of the caller's organization. One request for each 100.
   *
   * @param settings how to reach the service, as for a driver, but without a store: credentials,
   *     domain id, HTTP client; an endpoint, if there is one, is that of the API of instances
   * @return all of them, unmodifiable
   * @throws RosterException with {@link ErrorCode#INVALID_RESPONSE} where a response makes no
   *     sense, or as any call
   * @throws IllegalArgumentException as {@link HuaweiDrivers.Builder#build}
   */
  public static List<HuaweiStore> list(Consumer<HuaweiDrivers.Builder> settings) {
    return list(settings, client -> {});
  }

  /**
   * The same, by a client with settings of its own, such as a deadline or listeners. Listeners have
   * the host in the place of the store.
   *
   * @param settings how to reach the service
   * @param client changes the builder of the client, which lives for this call only
   * @return all of them, unmodifiable
   * @throws RosterException as {@link #list(Consumer)}
   */
  public static List<HuaweiStore> list(
      Consumer<HuaweiDrivers.Builder> settings, Consumer<RosterClientBuilder> client) {
    HuaweiDrivers.Builder driver = HuaweiDrivers.builder();
    settings.accept(driver);
    RosterClientBuilder builder = RosterClient.builder(driver.buildWithoutStore());
    client.accept(builder);
    try (RosterClient caller = builder.build()) {
      return all(caller, driver);
    }
  }

  private record StorePage(List<HuaweiStore> stores, @Nullable String nextMarker) {}

  private static List<HuaweiStore> all(RosterClient client, HuaweiDrivers.Builder settings) {
    List<HuaweiStore> stores = new ArrayList<>();
    Set<String> markers = new HashSet<>();
    String marker = null;
    do {
      Request request = request(settings, marker);
      StorePage page =
          client.callNative(
              Call.Factory.class, NativeAccess.READ, calls -> page(calls, request, markers));
      stores.addAll(page.stores());
      marker = page.nextMarker();
    } while (marker != null);
    return List.copyOf(stores);
  }

  private static Request request(HuaweiDrivers.Builder settings, @Nullable String marker) {
    Request.Builder request = new Request.Builder().url(address(settings, marker));
    settings.domainId().ifPresent(id -> request.header("X-Domain-Id", id));
    return request.build();
  }

  private static HttpUrl address(HuaweiDrivers.Builder settings, @Nullable String marker) {
    HttpUrl endpoint =
        Objects.requireNonNull(
            HttpUrl.get(settings.storesEndpoint().toString()), "the endpoint was checked");
    HttpUrl.Builder url =
        endpoint.newBuilder().addPathSegments("v1/instances").addQueryParameter("limit", PAGE_SIZE);
    if (marker != null) {
      url.addQueryParameter("marker", marker);
    }
    return url.build();
  }

  private static StorePage page(Call.Factory calls, Request request, Set<String> markers)
      throws IOException, AttemptException {
    JsonNode page;
    try (Response response = calls.newCall(request).execute()) {
      page = JsonTrees.read(response.body().bytes());
    }
    List<HuaweiStore> stores = stores(page);
    String next = text(object(page, "page_info"), "next_marker");
    if (next != null && !markers.add(next)) {
      throw bad("the service repeats a marker of its instances");
    }
    return new StorePage(stores, next);
  }

  private static List<HuaweiStore> stores(JsonNode page) throws AttemptException {
    if (!page.path("instances").isArray()) {
      throw bad("the response has no instances");
    }
    List<HuaweiStore> stores = new ArrayList<>();
    for (JsonNode each : page.path("instances")) {
      stores.add(store(each));
    }
    return stores;
  }

  private static HuaweiStore store(JsonNode instance) throws AttemptException {
    String id = text(instance, "identity_store_id");
    if (id == null) {
      throw bad("the response has no identity_store_id");
    }
    return new HuaweiStore(
        new IdentityStoreId(id),
        text(instance, "instance_id"),
        text(instance, "instance_urn"),
        text(instance, "alias"));
  }

  /** Null counts as absent, and what is of another type makes the response useless. */
  private static JsonNode object(JsonNode parent, String name) throws AttemptException {
    JsonNode object = parent.path(name);
    if (!object.isObject() && !isAbsent(object)) {
      throw bad("in the response, %s is not an object".formatted(name));
    }
    return object;
  }

  private static @Nullable String text(JsonNode object, String name) throws AttemptException {
    JsonNode value = object.path(name);
    if (!value.isString() && !isAbsent(value)) {
      throw bad("in the response, %s is not a text".formatted(name));
    }
    String text = value.stringValue("");
    return text.isBlank() ? null : text;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static AttemptException bad(String message) {
    return new AttemptException(
        ErrorDescription.builder(ErrorCode.INVALID_RESPONSE, Reach.MAYBE_APPLIED)
            .message(message)
            .build(),
        null);
  }
}
