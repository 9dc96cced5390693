package dev.roster.emulator;

import dev.roster.IdentityStoreId;
import dev.roster.emulator.internal.aws.AwsProtocol;
import dev.roster.emulator.internal.exchange.Exchanges;
import dev.roster.emulator.internal.exchange.Throttle;
import dev.roster.emulator.internal.huawei.HuaweiProtocol;
import dev.roster.emulator.internal.signature.AccessKeys;
import dev.roster.emulator.internal.signature.AwsSignatureVerifier;
import dev.roster.emulator.internal.signature.HuaweiSignatureVerifier;
import dev.roster.emulator.internal.signature.SignatureVerifier;
import dev.roster.emulator.internal.state.StateJson;
import dev.roster.emulator.internal.state.StatePage;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreSnapshot;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects what an emulator is made of. Not thread-safe. */
public final class EmulatorBuilder {

  private static final int MAX_PORT = 65_535;
  private static final String DEFAULT_STORE = "d-1234567890";

  private final List<MemoryIdentityStore> stores = new ArrayList<>();
  private final List<AccessKey> keys = new ArrayList<>();
  private InstantSource clock = InstantSource.system();
  private final Set<AlternativeBehavior> behaviors = EnumSet.noneOf(AlternativeBehavior.class);
  private String host = Emulator.LOOPBACK;
  private int port;
  private final List<StoreSnapshot> seeds = new ArrayList<>();
  private boolean signatures = true;
  private boolean stateExposed;
  private @Nullable String region;
  private @Nullable String primaryRegion;
  private double rate;
  private int burst;
  private RetryHint hint = RetryHint.AS_DOCUMENTED;

  EmulatorBuilder() {}

  /**
   * Sets the port.
   *
   * @param number the port; 0, which is the default, for one of the system's choice
   * @return this
   * @throws IllegalArgumentException if it is not a port
   */
  public EmulatorBuilder port(int number) {
    if (number < 0 || number > MAX_PORT) {
      throw new IllegalArgumentException(
          "port must be between 0 and %d, but is %d".formatted(MAX_PORT, number));
    }
    port = number;
    return this;
  }

  /**
   * Sets the address to listen on. Any client that reaches it can change the stores. On a loopback
   * address only requests are served whose {@code Host} header names this machine, such as {@code
   * localhost}, and none with the {@code Origin} of another, so that no web page reaches the stores
   * through a browser. On any other address the protocols are served under every name.
   *
   * @param address the loopback address unless told otherwise; {@code 0.0.0.0} for all addresses
   * @return this
   */
  public EmulatorBuilder host(String address) {
    host = Objects.requireNonNull(address, "address must not be null");
    return this;
  }

  /**
   * Accepts AWS signatures for one region only. Huawei Cloud's signatures name no region.
   *
   * @param name the region; any is accepted unless told otherwise
   * @return this
   */
  public EmulatorBuilder region(String name) {
    region = Objects.requireNonNull(name, "region must not be null");
    return this;
  }

  /**
   * Plays the replicas of AWS's stores in all Regions but one: what is signed for another Region is
   * read there, and refused if it writes. Requests without a signature are not told apart.
   *
   * @param name the one Region that takes writes; every Region does unless told otherwise
   * @return this
   */
  public EmulatorBuilder primaryRegion(String name) {
    primaryRegion = Objects.requireNonNull(name, "primary region must not be null");
    return this;
  }

  /**
   * Throttles all operations of all stores together, as the services throttle an account: what
   * comes faster is refused, and nothing is applied. Off unless told otherwise. Measured on the
   * emulator's clock.
   *
   * @param ratePerSecond how many requests a second are handled in the long run; the services allow
   *     some 20
   * @param requests how many are handled at once after a rest
   * @return this
   * @throws IllegalArgumentException if the rate is not more than 0 or the burst is less than 1
   */
  public EmulatorBuilder throttle(double ratePerSecond, int requests) {
    if (!(ratePerSecond > 0) || requests < 1) {
      throw new IllegalArgumentException(
          "a throttle needs a rate of more than 0 and a burst of 1 or more, but got %s and %d"
              .formatted(ratePerSecond, requests));
    }
    rate = ratePerSecond;
    burst = requests;
    return this;
  }

  /**
   * The same with a burst of a second's worth of requests, at least one.
   *
   * @param ratePerSecond how many requests a second are handled in the long run
   * @return this
   * @throws IllegalArgumentException if the rate is not more than 0
   */
  public EmulatorBuilder throttle(double ratePerSecond) {
    return throttle(ratePerSecond, (int) Math.max(1, Math.ceil(ratePerSecond)));
  }

  /**
   * Says where throttled responses tell when to come back.
   *
   * @param place {@link RetryHint#AS_DOCUMENTED} unless told otherwise
   * @return this
   */
  public EmulatorBuilder retryHint(RetryHint place) {
    hint = Objects.requireNonNull(place, "place must not be null");
    return this;
  }

  /**
   * Adds a store. Huawei Cloud's protocol only reaches stores whose identifier has 12 characters.
   *
   * @param store the state
   * @return this
   */
  public EmulatorBuilder store(MemoryIdentityStore store) {
    stores.add(Objects.requireNonNull(store, "store must not be null"));
    return this;
  }

  /**
   * Adds a key pair that is accepted.
   *
   * @param key the pair
   * @return this
   */
  public EmulatorBuilder key(AccessKey key) {
    keys.add(Objects.requireNonNull(key, "key must not be null"));
    return this;
  }

  /**
   * Sets the server's clock, which judges signatures and throttles, and stands in the {@code Date}
   * header.
   *
   * @param time the clock; the system's unless told otherwise
   * @return this
   */
  public EmulatorBuilder clock(InstantSource time) {
    clock = Objects.requireNonNull(time, "clock must not be null");
    return this;
  }

  /**
   * Accepts requests without looking at their signatures, for clients that cannot sign.
   *
   * @return this
   */
  public EmulatorBuilder withoutSignatures() {
    signatures = false;
    return this;
  }

  /**
   * Makes a service behave otherwise than is assumed, where the documentation does not say.
   *
   * @param alternatives how to behave
   * @return this
   */
  public EmulatorBuilder alternatives(AlternativeBehavior... alternatives) {
    behaviors.addAll(List.of(alternatives));
    return this;
  }

  /**
   * Fills stores from a JSON document, whose form {@code docs/testing-without-a-cloud.md} in the
   * sources describes and {@link Emulator#dump} writes. A store that is not given otherwise is
   * added.
   *
   * @param json the document; read to its end, but not closed
   * @return this
   * @throws IllegalArgumentException if it is not of that form; the message says where
   */
  public EmulatorBuilder seed(Reader json) {
    seeds.addAll(StateJson.read(json));
    return this;
  }

  /**
   * Fills stores from a file with such a document.
   *
   * @param file the file, in UTF-8
   * @return this
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is not of that form; the message names the file and says
   *     where
   */
  public EmulatorBuilder seed(Path file) throws IOException {
    try (Reader json = Files.newBufferedReader(file)) {
      return seed(json);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(file + ": " + malformed.getMessage(), malformed);
    }
  }

  /**
   * Serves at {@code GET /_roster/state} what {@link Emulator#dump} writes, for callers on this
   * machine that come without a proxy, name this machine in their {@code Host} header and are no
   * web page from elsewhere. Needs no signature. Off unless told otherwise.
   *
   * @return this
   */
  public EmulatorBuilder exposeState() {
    stateExposed = true;
    return this;
  }

  /**
   * Starts the server.
   *
   * @return a running emulator
   * @throws IllegalArgumentException if two stores or two key pairs have the same identifier, or a
   *     seed contradicts itself, for example by a membership of a user that is not in it
   * @throws java.io.UncheckedIOException if the port is in use, or the address is not this
   *     machine's
   */
  public Emulator start() {
    return new Emulator(this);
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  @Nullable String region() {
    return region;
  }

  StatePage statePage(Stores state) {
    return stateExposed ? StatePage.of(state) : StatePage.OFF;
  }

  Exchanges exchanges(Stores state, List<AccessKey> accepted) {
    AccessKeys known = new AccessKeys(accepted);
    Predicate<String> regions = asked -> region == null || asked.equals(region);
    SignatureVerifier aws = verifier(new AwsSignatureVerifier(known, clock, regions));
    SignatureVerifier huawei = verifier(new HuaweiSignatureVerifier(known, clock));
    return new Exchanges(
        new AwsProtocol(state, aws, behaviors, primaryRegion),
        new HuaweiProtocol(state, huawei, behaviors),
        clock,
        throttle());
  }

  private SignatureVerifier verifier(SignatureVerifier wanted) {
    return signatures ? wanted : SignatureVerifier.OFF;
  }

  private @Nullable Throttle throttle() {
    return rate > 0 ? new Throttle(rate, burst, hint, clock) : null;
  }

  List<MemoryIdentityStore> stores() {
    List<MemoryIdentityStore> all = new ArrayList<>(stores);
    for (StoreSnapshot seed : seeds) {
      fill(all, seed);
    }
    if (all.isEmpty()) {
      all.add(new MemoryIdentityStore(new IdentityStoreId(DEFAULT_STORE)));
    }
    return all;
  }

  private void fill(List<MemoryIdentityStore> all, StoreSnapshot seed) {
    try {
      storeOf(seed.identityStoreId(), all).restore(seed);
    } catch (MemoryStoreException contradiction) {
      throw new IllegalArgumentException(
          "the seed of store %s contradicts itself: %s"
              .formatted(seed.identityStoreId(), contradiction.getMessage()),
          contradiction);
    }
  }

  private MemoryIdentityStore storeOf(IdentityStoreId id, List<MemoryIdentityStore> all) {
    for (MemoryIdentityStore store : all) {
      if (store.identityStoreId().equals(id)) {
        return store;
      }
    }
    MemoryIdentityStore store = new MemoryIdentityStore(id, clock);
    all.add(store);
    return store;
  }

  List<AccessKey> keysOrDefault() {
    return keys.isEmpty()
        ? List.of(AccessKey.of("FAKEAK00EMULATOR0001", "fakeSecretKeyOfTheEmulator00000000000001"))
        : List.copyOf(keys);
  }
}
