package dev.roster.emulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
 * signatures against the key pairs that it is given. What shall go wrong is scripted with {@link
 * MemoryIdentityStore#faults()} of its stores. Requests beyond {@value #MAX_PARALLEL_REQUESTS} at a
 * time wait their turn, replies that are held by a script included.
 */
public final class Emulator implements AutoCloseable {

  /** The most requests that are answered at the same time. */
  public static final int MAX_PARALLEL_REQUESTS = 64;

  private static final String LOOPBACK = "127.0.0.1";
  private static final String AWS_REGION = "eu-west-1";
  private static final String HUAWEI_REGION = "cn-north-4";
  private static final int SERVER_THREADS = 16;

  private final Stores stores;
  private final List<AccessKey> keys;
  private final Exchanges exchanges;
  private final WireMockServer server;

  private Emulator(Builder from) {
    this.stores = new Stores(from.storesOrDefault());
    this.keys = from.keysOrDefault();
    this.exchanges = exchanges(from);
    this.server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress(LOOPBACK)
                .dynamicPort()
                .containerThreads(MAX_PARALLEL_REQUESTS + SERVER_THREADS)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .notifier(new ConsoleNotifier(false))
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .extensions(new EmulatorExtension(exchanges)));
    server.start();
  }

  private Exchanges exchanges(Builder from) {
    AccessKeys accepted = new AccessKeys(keys);
    SignatureVerifier aws =
        from.signatures ? new AwsSignatureVerifier(accepted, from.clock) : SignatureVerifier.OFF;
    SignatureVerifier huawei =
        from.signatures ? new HuaweiSignatureVerifier(accepted, from.clock) : SignatureVerifier.OFF;
    return new Exchanges(
        new AwsProtocol(stores, aws), new HuaweiProtocol(stores, huawei, from.answers), from.clock);
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
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Where both protocols are spoken.
   *
   * @return for example {@code http://127.0.0.1:49152}
   */
  public URI endpoint() {
    return URI.create("http://" + LOOPBACK + ":" + server.port());
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
   * The configuration string by which {@code MembershipClient.open} reaches the first store in
   * AWS's protocol. Credentials are not in it: they come from the places where the provider looks.
   *
   * @return for example {@code aws://d-1234567890?region=eu-west-1&endpoint=...}
   */
  public String awsUri() {
    return uri("aws", AWS_REGION);
  }

  /**
   * The configuration string by which {@code MembershipClient.open} reaches the first store in
   * Huawei Cloud's protocol. Credentials are not in it, as with {@link #awsUri()}.
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

  /** Lets held replies go, ends all connections and stops. Harmless when repeated. */
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

  /** Collects what an emulator is made of. Not thread-safe. */
  public static final class Builder {

    private static final String DEFAULT_STORE = "d-1234567890";

    private final List<MemoryIdentityStore> stores = new ArrayList<>();
    private final List<AccessKey> keys = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private final Set<AlternativeAnswer> answers = EnumSet.noneOf(AlternativeAnswer.class);
    private boolean signatures = true;

    private Builder() {}

    /**
     * Adds a store. Huawei Cloud's protocol only reaches stores whose identifier has 12 characters.
     *
     * @param store the state
     * @return this
     */
    public Builder store(MemoryIdentityStore store) {
      stores.add(Objects.requireNonNull(store, "store must not be null"));
      return this;
    }

    /**
     * Adds a key pair that is accepted.
     *
     * @param key the pair
     * @return this
     */
    public Builder key(AccessKey key) {
      keys.add(Objects.requireNonNull(key, "key must not be null"));
      return this;
    }

    /**
     * Sets the server's clock, which judges signatures and stands in the {@code Date} header.
     *
     * @param time the clock; the system's unless told otherwise
     * @return this
     */
    public Builder clock(InstantSource time) {
      clock = Objects.requireNonNull(time, "clock must not be null");
      return this;
    }

    /**
     * Accepts requests without looking at their signatures, for clients that cannot sign.
     *
     * @return this
     */
    public Builder withoutSignatures() {
      signatures = false;
      return this;
    }

    /**
     * Has a service answer otherwise than is assumed, where nobody knows.
     *
     * @param alternatives the answers to give
     * @return this
     */
    public Builder answering(AlternativeAnswer... alternatives) {
      answers.addAll(List.of(alternatives));
      return this;
    }

    /**
     * Starts the server.
     *
     * @return a running emulator
     * @throws IllegalArgumentException if two stores have the same identifier
     */
    public Emulator start() {
      return new Emulator(this);
    }

    private List<MemoryIdentityStore> storesOrDefault() {
      return stores.isEmpty()
          ? List.of(new MemoryIdentityStore(new IdentityStoreId(DEFAULT_STORE)))
          : List.copyOf(stores);
    }

    private List<AccessKey> keysOrDefault() {
      return keys.isEmpty()
          ? List.of(
              AccessKey.of("FAKEAK00EMULATOR0001", "fakeSecretKeyOfTheEmulator00000000000001"))
          : List.copyOf(keys);
    }
  }
}
