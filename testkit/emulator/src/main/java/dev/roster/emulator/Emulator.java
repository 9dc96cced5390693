package dev.roster.emulator;

import dev.roster.Operation;
import dev.roster.emulator.internal.exchange.Exchanges;
import dev.roster.emulator.internal.exchange.FrontDoor;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.emulator.internal.wire.Server;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A local server that speaks both clouds' wire protocols over stores in memory. Thread-safe.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.start()) {
 *   GroupId group = emulator.store().addGroup();
 *   // point a client at emulator.endpoint(), with emulator.key()
 * }
 * }</pre>
 *
 * <p>It listens on the loopback address only, on a port of the system's choice, and checks
 * signatures against the key pairs that it is given. What goes wrong is scripted with {@link
 * MemoryIdentityStore#faults()} of its stores. Requests beyond {@value #MAX_PARALLEL_REQUESTS} at a
 * time wait their turn, responses that are held by a script included.
 *
 * <p>What it keeps of requests is bounded, whatever is sent: some 1,000 connections, an eighth of
 * the heap (18 MB at least) for requests that are not handled yet, 12 MB for one of them, and a
 * journal without their contents. Where there is no room, the connection that has sent nothing for
 * longest goes. What the stores hold is bounded by their {@linkplain dev.roster.memory.StoreQuotas
 * quotas}.
 */
public final class Emulator implements AutoCloseable {

  /** The most requests that are handled at the same time. */
  public static final int MAX_PARALLEL_REQUESTS = 64;

  static final String LOOPBACK = "127.0.0.1";
  private static final String ALL_ADDRESSES = "0.0.0.0";
  private static final String AWS_REGION = "eu-west-1";
  private static final String HUAWEI_REGION = "cn-north-4";

  private final Stores stores;
  private final List<AccessKey> keys;
  private final Exchanges exchanges;
  private final String host;
  private final @Nullable String region;
  private final Server server;

  Emulator(EmulatorBuilder from) {
    this.stores = new Stores(from.stores());
    this.keys = from.keysOrDefault();
    this.exchanges = from.exchanges(stores, keys);
    this.host = from.host();
    this.region = from.region();
    this.server =
        new Server(
            host,
            from.port(),
            MAX_PARALLEL_REQUESTS,
            new FrontDoor(host, from.statePage(stores), exchanges::respond));
  }

  /**
   * Starts an emulator with one empty store, {@code d-1234567890}, and one made-up key pair.
   *
   * @return a running emulator
   */
  public static Emulator start() {
    return builder().start();
  }

  /**
   * Starts to configure an emulator.
   *
   * @return a builder
   */
  public static EmulatorBuilder builder() {
    return new EmulatorBuilder();
  }

  /**
   * Where both protocols are spoken.
   *
   * @return for example {@code http://127.0.0.1:49152}
   */
  public URI endpoint() {
    return URI.create(
        "http://" + (host.equals(ALL_ADDRESSES) ? LOOPBACK : host) + ":" + server.port());
  }

  /**
   * The first store.
   *
   * @return the same at every call
   */
  public MemoryIdentityStore store() {
    return stores().get(0);
  }

  /**
   * All stores, in the order in which they were given.
   *
   * @return an unmodifiable list of at least one
   */
  public List<MemoryIdentityStore> stores() {
    return stores.all();
  }

  /**
   * The first accepted key pair.
   *
   * @return the same at every call
   */
  public AccessKey key() {
    return keys.get(0);
  }

  /**
   * The configuration string by which {@code RosterClient.open} reaches the first store in AWS's
   * protocol. Credentials are not in it: they come from the places where the provider looks.
   *
   * @return for example {@code aws://d-1234567890?region=eu-west-1&endpoint=...}
   */
  public String awsUri() {
    return uri("aws", region == null ? AWS_REGION : region);
  }

  /**
   * The configuration string by which {@code RosterClient.open} reaches the first store in Huawei
   * Cloud's protocol. Credentials are not in it, as with {@link #awsUri()}.
   *
   * @return for example {@code huawei://d-1234567890?region=cn-north-4&endpoint=...}
   */
  public String huaweiUri() {
    return uri("huawei", HUAWEI_REGION);
  }

  /**
   * How many requests have come, refused and unknown ones included.
   *
   * @return zero or more
   */
  public long requestCount() {
    return exchanges.journal().count();
  }

  /**
   * How many requests of one operation have come over either protocol, refused ones included.
   *
   * @param operation the client's operation
   * @return zero or more
   */
  public long requestCount(Operation operation) {
    return requestCount(StoreOperation.of(operation));
  }

  /**
   * How many requests of one operation have come over either protocol, refused ones included.
   *
   * @param operation the service's operation
   * @return zero or more
   */
  public long requestCount(StoreOperation operation) {
    return exchanges.count(operation);
  }

  /**
   * The latest requests, the oldest first; at the most 10,000.
   *
   * @return a copy
   */
  public List<JournalEntry> journal() {
    return exchanges.journal().entries();
  }

  /**
   * Those of the latest requests, the oldest first, that fit a condition, for example {@code entry
   * -> entry.is(StoreOperation.CREATE_USER) && entry.status() == 400}.
   *
   * @param wanted the condition
   * @return a copy
   */
  public List<JournalEntry> journal(Predicate<JournalEntry> wanted) {
    return journal().stream().filter(wanted).toList();
  }

  /** Forgets the requests that have come, and sets the counts of them to zero. */
  public void forgetRequests() {
    exchanges.forgetRequests();
  }

  /**
   * Writes all that the stores hold as a JSON document, from which {@link EmulatorBuilder#seed}
   * fills them again. Attributes, and so personal data, stand in it; keys do not.
   *
   * @param target where to; flushed, but not closed
   */
  public void dump(Writer target) {
    stores.dump(target);
  }

  /** Releases held responses, ends all connections and stops. Can be called again. */
  @Override
  public void close() {
    stores.all().forEach(store -> store.faults().release());
    server.stop();
  }

  @Override
  public String toString() {
    return "Emulator[" + endpoint() + "]";
  }

  private String uri(String scheme, String region) {
    return "%s://%s?region=%s&endpoint=%s"
        .formatted(
            scheme,
            store().identityStoreId(),
            region,
            URLEncoder.encode(endpoint().toString(), StandardCharsets.UTF_8));
  }
}
