package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.internal.exchange.EmulatedAttempt;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMembershipDriver;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.TextRule;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A request to an operation, taken apart. The operation reads all of it before asking for the
 * store: a request that breaks a rule is refused for that first.
 */
record Call(
    StoreOperation operation, String storeId, String resourceId, Request request, Stores stores) {

  private static final int STORE_ID = 12;
  private static final int MAX_ID_IN_TARGET = 64;
  private static final int MARKER = 24;
  private static final int MAX_PAGE = 100;
  private static final int MAX_TOKEN = 2048;

  /** Checks what every operation has. */
  Call checked() {
    TextRule.length("identity_store_id", STORE_ID, STORE_ID).check(storeId);
    request
        .header("x-security-token")
        .ifPresent(TextRule.length("X-Security-Token", 0, MAX_TOKEN)::check);
    return this;
  }

  Attributes body(Shape.Fields shape) {
    return Attributes.of(FieldsJson.read(request.body(), shape));
  }

  QueryFields query() {
    return new QueryFields(request.query());
  }

  <I> I idInPath(String name, Function<String, I> type) {
    TextRule.length(name, 1, MAX_ID_IN_TARGET).check(resourceId);
    return id(resourceId, type);
  }

  <I> I idInQuery(String name, Function<String, I> type) {
    return id(query().text(name, 1, MAX_ID_IN_TARGET), type);
  }

  PageRequest page() {
    QueryFields query = query();
    int size = query.integer("limit", 1, MAX_PAGE, MAX_PAGE);
    return query
        .optionalText("marker", MARKER, MARKER)
        .map(marker -> PageRequest.after(size, marker))
        .orElse(PageRequest.first(size));
  }

  MemoryIdentityStore store() {
    return stores.state(storeId);
  }

  MemoryMembershipDriver memberships() {
    return stores.require(storeId);
  }

  <T> T handle(Function<MemoryIdentityStore, T> service) throws InterruptedException {
    MemoryIdentityStore store = store();
    return store.gate().handle(operation, EmulatedAttempt.INSTANCE, () -> service.apply(store));
  }

  <T> RawPage<T> page(
      PageRequest page, BiFunction<MemoryIdentityStore, PageRequest, RawPage<T>> service)
      throws InterruptedException {
    MemoryIdentityStore store = store();
    return store
        .gate()
        .page(operation, EmulatedAttempt.INSTANCE, page, asked -> service.apply(store, asked));
  }

  /** Blank identifiers and those with control characters cannot exist. */
  static <I> I id(String text, Function<String, I> type) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidInputException(String.valueOf(malformed.getMessage()));
    }
  }
}
