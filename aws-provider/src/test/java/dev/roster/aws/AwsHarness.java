package dev.roster.aws;

import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.conformance.NativeCalls;
import dev.roster.conformance.StoreBackedHarness;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.net.URI;
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
final class AwsHarness extends StoreBackedHarness {

  private static final String SECRET_KEY = "fakeSecretKeyOfTheConformanceRun00000001";
  private static final String SESSION_TOKEN = "fakeSessionTokenOfTheConformanceRun0001";

  private final Emulator emulator;
  private final Supplier<SdkHttpClient.Builder<?>> transport;

  AwsHarness(Supplier<SdkHttpClient.Builder<?>> transport) {
    super(new MemoryIdentityStore(new IdentityStoreId("d-1234567890")));
    this.transport = transport;
    this.emulator =
        Emulator.builder()
            .store(store())
            .key(AccessKey.temporary("FAKEAK00CONFORMANCE1", SECRET_KEY, SESSION_TOKEN))
            .start();
  }

  @Override
  public MembershipDriver openDriver() {
    return open(store().identityStoreId(), emulator.endpoint());
  }

  @Override
  public MembershipDriver openDriverOfAnotherStore() {
    return open(new IdentityStoreId("d-0000000000"), emulator.endpoint());
  }

  @Override
  public MembershipDriver openUnreachableDriver() throws IOException {
    int port = addressWithoutListener().getPort();
    return open(store().identityStoreId(), URI.create("http://127.0.0.1:" + port));
  }

  private MembershipDriver open(IdentityStoreId id, URI endpoint) {
    var keys = AwsSessionCredentials.create(emulator.key().id(), SECRET_KEY, SESSION_TOKEN);
    return AwsDrivers.builder()
        .identityStoreId(id)
        .region(Region.EU_WEST_1)
        .endpoint(endpoint)
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .httpClientBuilder(transport.get())
        .build();
  }

  @Override
  public int requests(Operation operation) {
    return Math.toIntExact(emulator.requestCount(operation));
  }

  @Override
  public Set<String> secrets() {
    return Set.of(SECRET_KEY, SESSION_TOKEN);
  }

  /**
   * Of the SDK's signer and of its default transport; neither has a setting that leaves secrets
   * out.
   */
  @Override
  public Set<String> loggersOfWholeRequests() {
    return Set.of("software.amazon.awssdk.http.auth.aws", "org.apache.hc.client5.http");
  }

  @Override
  public Set<String> malformedIds() {
    return Set.of("f".repeat(101));
  }

  @Override
  public Optional<Class<?>> nativeClient() {
    return Optional.of(IdentitystoreClient.class);
  }

  @Override
  public Optional<NativeCalls> nativeCalls() {
    return Optional.of(new AwsNativeCalls(store().identityStoreId()));
  }

  @Override
  public Optional<Class<? extends Throwable>> nativeError() {
    return Optional.of(IdentitystoreException.class);
  }

  @Override
  public void close() {
    super.close();
    emulator.close();
  }
}
