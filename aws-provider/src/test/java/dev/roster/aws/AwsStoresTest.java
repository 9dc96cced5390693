package dev.roster.aws;

import static dev.roster.aws.IdentityStoreServer.error;
import static dev.roster.aws.IdentityStoreServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.common.Json;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.CheckArea;
import dev.roster.CheckReport;
import dev.roster.ErrorCode;
import dev.roster.IdentityStoreId;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import dev.roster.directory.GroupFields;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorBuilder;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** Stores as a whole: found without a store, described and restricted; and replicas of them. */
class AwsStoresTest {

  private static final IdentityStoreId STORE = new IdentityStoreId("d-1234567890");
  private static final NetworkConfiguration ANYWHERE = NetworkConfiguration.of(false);

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private static void reach(Emulator emulator, AwsDrivers.Builder driver, String region) {
    driver
        .region(region)
        .endpoint(emulator.endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret())));
  }

  private static RosterClient client(Emulator emulator, String region) {
    AwsDrivers.Builder driver = AwsDrivers.builder().identityStoreId(STORE);
    reach(emulator, driver, region);
    return RosterClient.builder(driver.build()).settlingTime(Duration.ZERO).build();
  }

  private static RosterClient client(Emulator emulator) {
    return client(emulator, "eu-west-1");
  }

  private static List<AwsStore> list(Emulator emulator) {
    return AwsStores.list(driver -> reach(emulator, driver, "eu-west-1"));
  }

  private static RosterException failure(Runnable call) {
    RosterException failure = catchThrowableOfType(RosterException.class, call::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  /** The address and the keys only: the store is what is looked for. */
  private static void reach(AwsDrivers.Builder driver) {
    driver
        .region("eu-west-1")
        .endpoint(SERVER.address())
        .credentialsProvider(IdentityStoreServer.CREDENTIALS);
  }

  @Test
  void allStoresAreListedWithoutKnowingOne() {
    EmulatorBuilder many = Emulator.builder();
    for (int number = 0; number < 101; number++) {
      many.store(new MemoryIdentityStore(new IdentityStoreId("d-12345678%02x".formatted(number))));
    }
    try (Emulator emulator = many.start()) {
      List<AwsStore> stores = list(emulator);
      assertThat(stores).hasSize(101).doesNotHaveDuplicates();
      assertThat(stores.get(100).id()).isEqualTo(new IdentityStoreId("d-1234567864"));
      assertThat(stores.get(0).arn().orElseThrow()).endsWith("identitystore/d-1234567800");
      assertThat(stores.get(0).networkConfiguration()).isEmpty();
      assertThat(emulator.requestCount(StoreOperation.LIST_IDENTITY_STORES)).isEqualTo(2);
    }
  }

  @Test
  void aListingIsRetriedAndObservedAsEveryCallIs() {
    List<String> seen = new ArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void operationStarted(CallInfo call) {
            seen.add(call.identityStoreId() + " " + call.operation());
          }
        };
    try (Emulator emulator = Emulator.start()) {
      emulator
          .store()
          .faults()
          .onAnyOperation()
          .next(Fault.of(FaultKind.RESPONSE_LOST), Fault.throttle());
      List<AwsStore> stores =
          AwsStores.list(
              driver -> reach(emulator, driver, "eu-west-1"),
              client -> client.listener(listener).timeSource(new TurningTime()));
      assertThat(stores).extracting(AwsStore::id).containsExactly(STORE);
      assertThat(emulator.requestCount(StoreOperation.LIST_IDENTITY_STORES)).isEqualTo(3);
      assertThat(seen).containsExactly("eu-west-1 callNative");
    }
  }

  @Test
  void aPageIsOneSignedRequestWithoutAStore() {
    SERVER.respondsWith(
        ok("{\"IdentityStores\":[{\"IdentityStoreId\":\"d-1\"}],\"NextToken\":\"more\"}"),
        ok("{\"IdentityStores\":[],\"NextToken\":null}"));
    assertThat(AwsStores.list(AwsStoresTest::reach)).extracting(AwsStore::arn).hasSize(1);
    assertThat(SERVER.requests()).hasSize(2);
    assertThat(SERVER.requests().get(0).getHeader("X-Amz-Target"))
        .isEqualTo("AWSIdentityStore.ListIdentityStores");
    assertThat(SERVER.requests().get(0).getHeader("Authorization")).contains("/identitystore/");
    assertThat(Json.node(SERVER.requests().get(0).getBodyAsString()))
        .isEqualTo(Json.node("{\"MaxResults\":100}"));
    assertThat(Json.node(SERVER.requests().get(1).getBodyAsString()))
        .isEqualTo(Json.node("{\"MaxResults\":100,\"NextToken\":\"more\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"IdentityStores\":{}}",
        "{\"IdentityStores\":[{}]}",
        "{\"IdentityStores\":[5]}",
        "{\"IdentityStores\":[{\"IdentityStoreId\":7}]}",
        "{\"IdentityStores\":[],\"NextToken\":\"again\"}"
      })
  void aListingThatMakesNoSenseIsNone(String response) {
    SERVER.respondsWith(ok(response));
    RosterException failure =
        failure(
            () ->
                AwsStores.list(
                    AwsStoresTest::reach, client -> client.timeSource(new TurningTime())));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(failure.requestId()).contains(IdentityStoreServer.REQUEST_ID);
  }

  @Test
  void aStoreIsDescribedAndItsNetworkConfigurationReplacedAsAWhole() {
    try (Emulator emulator = Emulator.start();
        RosterClient client = client(emulator)) {
      assertThat(AwsStores.describe(client).networkConfiguration()).isEmpty();
      NetworkConfiguration first =
          ANYWHERE.withSourceIps(List.of("127.0.0.0/8")).withScimSourceIps(List.of("10.0.0.1"));
      AwsStores.update(client, first);
      assertThat(AwsStores.describe(client).networkConfiguration()).contains(first);
      AwsStores.update(client, ANYWHERE);
      AwsStore read = AwsStores.describe(client);
      assertThat(read.networkConfiguration()).contains(ANYWHERE);
      assertThat(read.id()).isEqualTo(STORE);
      assertThat(read.arn().orElseThrow()).endsWith("identitystore/d-1234567890");
    }
  }

  @Test
  void aNetworkConfigurationThatDeniesIsNamedByACheck() {
    try (Emulator emulator = Emulator.start();
        RosterClient client = client(emulator)) {
      AwsStores.update(client, ANYWHERE.withSourceVpcs(List.of("vpc-1")));
      CheckReport report = client.check();
      assertThat(report.isOk()).isFalse();
      assertThat(report.finding(CheckArea.PERMISSION).words()).contains("network configuration");
      assertThat(report.finding(CheckArea.PERMISSION).advice())
          .contains("identitystore:GetGroupMembershipId")
          .contains("network configuration")
          .contains("AwsStores.describe");
      assertThat(AwsStores.describe(client).networkConfiguration())
          .contains(ANYWHERE.withSourceVpcs(List.of("vpc-1")));
    }
  }

  @Test
  void anUpdateWhoseResponseIsLostIsUnknown() {
    try (Emulator emulator = Emulator.start();
        RosterClient client = client(emulator)) {
      emulator.store().faults().onAnyOperation().next(Fault.of(FaultKind.RESPONSE_LOST));
      RosterException failure = failure(() -> AwsStores.update(client, ANYWHERE));
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(AwsStores.describe(client).networkConfiguration()).contains(ANYWHERE);
      assertThat(emulator.requestCount(StoreOperation.UPDATE_IDENTITY_STORE)).isEqualTo(1);
    }
  }

  @Test
  void anOlderServiceHasNoneOfIt() {
    try (Emulator emulator =
            Emulator.builder().alternatives(AlternativeBehavior.AWS_MODEL_IS_OLDER).start();
        RosterClient client = client(emulator)) {
      for (RosterException failure :
          List.of(
              failure(() -> list(emulator)),
              failure(() -> AwsStores.describe(client)),
              failure(() -> AwsStores.update(client, ANYWHERE)))) {
        assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(failure).hasMessageContaining("does not have the operation");
        assertThat(failure.attempts()).isEqualTo(1);
      }
    }
  }

  @Test
  void aReadyMadeClientHasNoneOfItAndSendsNothing() {
    SERVER.respondsWith(ok("{}"));
    try (IdentitystoreClient sdk =
            IdentitystoreClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(SERVER.address())
                .credentialsProvider(IdentityStoreServer.CREDENTIALS)
                .build();
        RosterClient client =
            RosterClient.builder(AwsDrivers.builder().identityStoreId(STORE).client(sdk).build())
                .build()) {
      assertThat(failure(() -> AwsStores.describe(client)).code()).isEqualTo(ErrorCode.UNSUPPORTED);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AwsStores.list(driver -> driver.client(sdk)))
          .withMessageContaining("ready-made");
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  @Test
  void aListingThatIsGivenAStoreIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwsStores.list(driver -> driver.identityStoreId(STORE)))
        .withMessageContaining("without a store");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWriteInAReplicaSaysThatItNeedsThePrimaryRegion(boolean named) {
    EmulatorBuilder builder = Emulator.builder().primaryRegion("eu-central-1");
    if (!named) {
      builder.alternatives(AlternativeBehavior.AWS_REPLICA_HIDES_PRIMARY);
    }
    try (Emulator emulator = builder.start();
        RosterClient replica = client(emulator, "eu-west-1");
        RosterClient primary = client(emulator, "eu-central-1")) {
      var fields = GroupFields.named("Admins");
      RosterException failure = failure(() -> replica.directory().groups().create(fields));
      assertThat(failure.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(failure)
          .hasMessageContaining("writes need the primary Region")
          .hasMessageContaining(named ? "which is eu-central-1" : "eu-west-1 has a replica");
      var made = primary.directory().groups().create(fields).id();
      assertThat(replica.directory().groups().get(made).displayName()).contains("Admins");
      assertThat(failure(() -> AwsStores.update(replica, ANYWHERE)).code())
          .isEqualTo(ErrorCode.WRONG_ENDPOINT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDeniedException",
        "ValidationException",
        "ConflictException",
        "UnsupportedOperationException",
        "SomethingNewException"
      })
  void aReplicaIsKnownByItsWordsWhateverTheCode(String code) {
    String words = ",\"Message\":\"Call the primary region us-gov-west-1 instead of eu-west-1.\"";
    SERVER.respondsWith(error(400, code, words));
    try (RosterClient client =
        RosterClient.builder(SERVER.driver().build()).settlingTime(Duration.ZERO).build()) {
      RosterException failure =
          failure(() -> client.createMembership(OperationCase.GROUP, OperationCase.USER));
      assertThat(failure.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(failure).hasMessageContaining("which is us-gov-west-1;");
      assertThat(SERVER.requests()).hasSize(1);
    }
  }

  /** A clock that a wait turns on at once. */
  private static final class TurningTime implements TimeSource {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanoTime() {
      return nanos.get();
    }

    @Override
    public boolean await(CountDownLatch end, Duration duration) {
      nanos.addAndGet(duration.toNanos());
      return end.getCount() == 0;
    }
  }
}
