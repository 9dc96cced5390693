package dev.roster.huawei;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.conformance.ConformanceHarness;
import dev.roster.conformance.Fault;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import okhttp3.OkHttpClient;

/** An emulator of its own for each test, and drivers that reach it with temporary keys. */
final class HuaweiHarness implements ConformanceHarness {

  private static final String SECRET_KEY = "fakeSecretKeyOfTheConformanceRun00000001";
  private static final String SECURITY_TOKEN = "fakeSecurityTokenOfTheConformanceRun0001";

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-a00aaaa33f"));
  private final Emulator emulator =
      Emulator.builder()
          .store(store)
          .key(AccessKey.temporary("FAKEAK00CONFORMANCE1", SECRET_KEY, SECURITY_TOKEN))
          .start();
  private final List<OkHttpClient> transports = new ArrayList<>();

  @Override
  public MembershipDriver openDriver() {
    return open(store.identityStoreId(), emulator.endpoint());
  }

  @Override
  public MembershipDriver openDriverOfAnotherStore() {
    return open(new IdentityStoreId("d-b00bbbb44e"), emulator.endpoint());
  }

  @Override
  public MembershipDriver openUnreachableDriver() {
    return open(store.identityStoreId(), addressWithoutListener());
  }

  private MembershipDriver open(IdentityStoreId id, URI endpoint) {
    MembershipDriver driver =
        HuaweiMemberships.builder()
            .identityStoreId(id)
            .region("cn-north-4")
            .endpoint(endpoint)
            .credentials(
                HuaweiCredentials.of(emulator.key().id(), SECRET_KEY)
                    .withSecurityToken(SECURITY_TOKEN))
            .build();
    transports.add(driver.unwrap(OkHttpClient.class).orElseThrow());
    return driver;
  }

  private static URI addressWithoutListener() {
    try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + closing.getLocalPort());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  @Override
  public GroupId newGroup() {
    return store.addGroup();
  }

  @Override
  public UserId newUser() {
    return store.addUser();
  }

  @Override
  public Membership addMembership(GroupId group, UserId user) {
    return store.createMembership(group, user);
  }

  @Override
  public GroupId absentGroup() {
    return new GroupId("fa4e0002-0000-4000-8000-ffffffffffff");
  }

  @Override
  public UserId absentUser() {
    return new UserId("fa4e0003-0000-4000-8000-ffffffffffff");
  }

  @Override
  public MembershipId absentMembership() {
    return new MembershipId("fa4e0001-0000-4000-8000-ffffffffffff");
  }

  /** The documentation has no error for a quota that is used up. */
  @Override
  public Set<Fault> supportedFaults() {
    return EnumSet.complementOf(EnumSet.of(Fault.EXCEED_QUOTA));
  }

  @Override
  public void inject(Operation operation, int request, Fault fault) {
    int fromNow = request - Math.toIntExact(store.requests().of(operation));
    store.faults().on(operation).call(fromNow, scripted(fault));
  }

  private static dev.roster.memory.Fault scripted(Fault fault) {
    return switch (fault) {
      case THROTTLE_WITH_HINT -> dev.roster.memory.Fault.throttle(Fault.HINT);
      case FAIL_WITH_ZERO_HINT -> dev.roster.memory.Fault.fail(Duration.ZERO);
      default -> dev.roster.memory.Fault.of(FaultKind.valueOf(fault.name()));
    };
  }

  @Override
  public boolean awaitHeldReplies(int replies, Duration atMost) throws InterruptedException {
    return store.faults().awaitHeld(replies, atMost);
  }

  @Override
  public void releaseHeldReplies() {
    store.faults().release();
  }

  @Override
  public int requests(Operation operation) {
    return Math.toIntExact(emulator.requestCount(operation));
  }

  @Override
  public Set<String> secrets() {
    return Set.of(SECRET_KEY, SECURITY_TOKEN);
  }

  @Override
  public Set<String> malformedIds() {
    return Set.of("f".repeat(65));
  }

  @Override
  public Optional<Class<?>> nativeClient() {
    return Optional.of(OkHttpClient.class);
  }

  @Override
  public Optional<Class<? extends Throwable>> nativeError() {
    return Optional.of(HuaweiServiceException.class);
  }

  /**
   * OkHttp keeps its housekeeping threads for the process; they end after a minute of rest, and
   * bear the name of what they do while they do it.
   */
  @Override
  public boolean outlivesDrivers(Thread thread) {
    return thread.getName().startsWith("OkHttp ");
  }

  @Override
  public OptionalInt openConnections() {
    return OptionalInt.of(
        transports.stream().mapToInt(client -> client.connectionPool().connectionCount()).sum());
  }

  @Override
  public void close() {
    emulator.close();
  }
}
