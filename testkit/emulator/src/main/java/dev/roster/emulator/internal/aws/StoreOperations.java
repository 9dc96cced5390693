package dev.roster.emulator.internal.aws;

import dev.roster.ErrorCode;
import dev.roster.emulator.internal.aws.Operations.Handler;
import dev.roster.emulator.internal.exchange.EmulatedAttempt;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The three operations of stores as a whole, which the model has since October 2026. */
final class StoreOperations {

  private static final AttemptContext ATTEMPT = EmulatedAttempt.INSTANCE;
  private static final String TOKEN_PREFIX = "stores:";
  private static final Pattern TOKEN = Pattern.compile(TOKEN_PREFIX + "([0-9]{1,6})");

  private final Stores stores;
  private final Networks networks;
  private final int pageSize;

  StoreOperations(Stores stores, Networks networks, int pageSize) {
    this.stores = stores;
    this.networks = networks;
    this.pageSize = pageSize;
  }

  Map<StoreOperation, Handler> handlers() {
    return Map.of(
        StoreOperation.DESCRIBE_IDENTITY_STORE, this::describe,
        StoreOperation.LIST_IDENTITY_STORES, this::list,
        StoreOperation.UPDATE_IDENTITY_STORE, this::update);
  }

  private ObjectNode describe(Input input) throws Exception {
    MemoryIdentityStore store = store(input);
    return store
        .gate()
        .handle(
            StoreOperation.DESCRIBE_IDENTITY_STORE,
            ATTEMPT,
            () -> {
              ObjectNode output = ids(store);
              networks
                  .of(store.identityStoreId().value())
                  .ifPresent(set -> output.set("NetworkConfiguration", set));
              return output;
            });
  }

  private ObjectNode update(Input input) throws Exception {
    MemoryIdentityStore store = store(input);
    return store
        .gate()
        .handle(StoreOperation.UPDATE_IDENTITY_STORE, ATTEMPT, () -> updated(store, input));
  }

  private ObjectNode updated(MemoryIdentityStore store, Input input) {
    networks.set(store.identityStoreId().value(), input.object("NetworkConfiguration").node());
    return ids(store);
  }

  /** The request names no store; the first one's script and counters are as good as any. */
  private ObjectNode list(Input input) throws Exception {
    return Rendering.page(
        "IdentityStores",
        stores
            .all()
            .get(0)
            .gate()
            .page(StoreOperation.LIST_IDENTITY_STORES, ATTEMPT, input.page(pageSize), this::page),
        StoreOperations::ids);
  }

  private RawPage<MemoryIdentityStore> page(PageRequest asked) {
    List<MemoryIdentityStore> all = stores.all();
    int from = asked.token().map(StoreOperations::position).orElse(0);
    int to = Math.min(all.size(), from + asked.size());
    return RawPage.of(
        all.subList(Math.min(from, to), to), to < all.size() ? TOKEN_PREFIX + to : null);
  }

  private static int position(String token) {
    var known = TOKEN.matcher(token);
    if (!known.matches()) {
      throw MemoryStoreException.refused(
          ErrorCode.INVALID_PAGE_TOKEN, "the token is not of this listing");
    }
    return Integer.parseInt(known.group(1));
  }

  private static ObjectNode ids(MemoryIdentityStore store) {
    String id = store.identityStoreId().value();
    return JsonNodeFactory.instance
        .objectNode()
        .put(Operations.STORE, id)
        .put("IdentityStoreArn", Arns.of(Operations.STORE, id));
  }

  private MemoryIdentityStore store(Input input) {
    return stores.state(input.text(Operations.STORE));
  }
}
