package dev.roster.huawei;

import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.conformance.NativeCalls;
import dev.roster.conformance.StoreBackedHarness;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import okhttp3.OkHttpClient;

/** An emulator of its own for each test, and drivers that reach it with temporary keys. */
final class HuaweiHarness extends StoreBackedHarness {

  private static final String SECRET_KEY = "fakeSecretKeyOfTheConformanceRun00000001";
  private static final String SECURITY_TOKEN = "fakeSecurityTokenOfTheConformanceRun0001";

  private final Emulator emulator;
  private final List<OkHttpClient> transports = new ArrayList<>();
  private volatile URI endpointOfLastDriver;

  HuaweiHarness() {
    super(new MemoryIdentityStore(new IdentityStoreId("d-a00aaaa33f")));
    emulator =
        Emulator.builder()
            .store(store())
            .key(AccessKey.temporary("FAKEAK00CONFORMANCE1", SECRET_KEY, SECURITY_TOKEN))
            .start();
    endpointOfLastDriver = emulator.endpoint();
  }

  @Override
  public MembershipDriver openDriver() {
    return open(store().identityStoreId(), emulator.endpoint());
  }

  @Override
  public MembershipDriver openDriverOfAnotherStore() {
    return open(new IdentityStoreId("d-b00bbbb44e"), emulator.endpoint());
  }

  @Override
  public MembershipDriver openUnreachableDriver() throws IOException {
    int port = addressWithoutListener().getPort();
    return open(store().identityStoreId(), URI.create("http://127.0.0.1:" + port));
  }

  private MembershipDriver open(IdentityStoreId id, URI endpoint) {
    endpointOfLastDriver = endpoint;
    MembershipDriver driver =
        HuaweiDrivers.builder()
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

  /** The documentation has no error for a quota that is used up. */
  @Override
  public boolean canInject(Operation operation, Fault fault) {
    return fault.kind() != FaultKind.QUOTA_EXCEEDED;
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

  /** For the address of the driver that was opened last: a call for another is refused. */
  @Override
  public Optional<NativeCalls> nativeCalls() {
    return Optional.of(
        new HuaweiNativeCalls(() -> endpointOfLastDriver, store().identityStoreId().value()));
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
    super.close();
    emulator.close();
  }
}
