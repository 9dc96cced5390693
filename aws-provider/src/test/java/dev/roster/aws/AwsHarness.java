package dev.roster.aws;

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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** An emulator of its own for each test, and drivers that reach it with temporary keys. */
final class AwsHarness implements ConformanceHarness {

  private static final String SECRET_KEY = "fakeSecretKeyOfTheConformanceRun00000001";
  private static final String SESSION_TOKEN = "fakeSessionTokenOfTheConformanceRun0001";

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final Emulator emulator =
      Emulator.builder()
          .store(store)
          .key(AccessKey.temporary("FAKEAK00CONFORMANCE1", SECRET_KEY, SESSION_TOKEN))
          .start();
  private final Supplier<SdkHttpClient.Builder<?>> transport;

  AwsHarness(Supplier<SdkHttpClient.Builder<?>> transport) {
    this.transport = transport;
  }

  @Override
  public MembershipDriver openDriver() {
    return open(store.identityStoreId(), emulator.endpoint());
  }

  @Override
  public MembershipDriver openDriverOfAnotherStore() {
    return open(new IdentityStoreId("d-0000000000"), emulator.endpoint());
  }

  @Override
  public MembershipDriver openUnreachableDriver() {
    return open(store.identityStoreId(), addressWithoutListener());
  }

  private MembershipDriver open(IdentityStoreId id, URI endpoint) {
    var keys = AwsSessionCredentials.create(emulator.key().id(), SECRET_KEY, SESSION_TOKEN);
    return AwsMemberships.builder()
        .identityStoreId(id)
        .region(Region.EU_WEST_1)
        .endpoint(endpoint)
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .httpClientBuilder(transport.get())
        .build();
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

  @Override
  public Set<Fault> supportedFaults() {
    return EnumSet.allOf(Fault.class);
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
    return Set.of(SECRET_KEY, SESSION_TOKEN);
  }

  /** Of the SDK's signer and of its default transport; neither can be told to leave secrets out. */
  @Override
  public Set<String> loggersOfWholeRequests() {
    return Set.of("software.amazon.awssdk.http.auth.aws", "org.apache.hc.client5.http");
  }

  @Override
  public Set<String> malformedIds() {
    return Set.of("f".repeat(48));
  }

  @Override
  public Optional<Class<?>> nativeClient() {
    return Optional.of(IdentitystoreClient.class);
  }

  @Override
  public Optional<Class<? extends Throwable>> nativeError() {
    return Optional.of(IdentitystoreException.class);
  }

  @Override
  public void close() {
    emulator.close();
  }
}
