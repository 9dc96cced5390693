package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.NativeAccess;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.aws.AwsDrivers;
import dev.roster.emulator.Emulator;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.spi.MembershipDriver;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.test.simple.SimpleSpan;
import io.micrometer.tracing.test.simple.SimpleTracer;
import java.io.IOException;
import java.util.List;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** The spans of both clouds, over their protocols. */
class OverTheWireTest {

  private final Emulator emulator = Emulator.start();
  private final SimpleTracer tracer = new SimpleTracer();
  private final TestObservationRegistry registry = TestObservationRegistry.create();

  /** Both clouds. */
  enum Cloud {
    AWS {
      @Override
      MembershipDriver driver(Emulator emulator) {
        return AwsDrivers.builder()
            .identityStoreId(emulator.store().identityStoreId())
            .region("eu-west-1")
            .endpoint(emulator.endpoint())
            .credentialsProvider(credentials(emulator))
            .build();
      }

      @Override
      void callNatively(RosterClient client, Emulator emulator) {
        String store = emulator.store().identityStoreId().value();
        String user = emulator.store().addUser().value();
        client.callNative(
            IdentitystoreClient.class,
            NativeAccess.READ,
            sdk -> sdk.describeUser(ask -> ask.identityStoreId(store).userId(user)).userId());
      }
    },
    HUAWEI {
      @Override
      MembershipDriver driver(Emulator emulator) {
        return HuaweiDrivers.builder()
            .identityStoreId(emulator.store().identityStoreId())
            .endpoint(emulator.endpoint())
            .credentials(HuaweiCredentials.of(emulator.key().id(), emulator.key().secret()))
            .build();
      }

      @Override
      void callNatively(RosterClient client, Emulator emulator) {
        String path =
            "/v1/identity-stores/%s/users/%s"
                .formatted(emulator.store().identityStoreId(), emulator.store().addUser());
        Request request = new Request.Builder().url(emulator.endpoint() + path).build();
        client.callNative(Call.Factory.class, NativeAccess.READ, calls -> read(calls, request));
      }
    };

    abstract MembershipDriver driver(Emulator emulator);

    abstract void callNatively(RosterClient client, Emulator emulator);

    private static int read(Call.Factory calls, Request request) throws IOException {
      try (Response response = calls.newCall(request).execute()) {
        return response.code();
      }
    }
  }

  private static AwsCredentialsProvider credentials(Emulator emulator) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret()));
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  private RosterClient client(Cloud cloud) {
    registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
    return RosterClient.builder(cloud.driver(emulator))
        .listener(RosterObservations.of(registry))
        .build();
  }

  private List<SimpleSpan> attempts() {
    return tracer.getSpans().stream().filter(OverTheWireTest::isAttempt).toList();
  }

  private SimpleSpan call() {
    List<SimpleSpan> calls = tracer.getSpans().stream().filter(span -> !isAttempt(span)).toList();
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  private static boolean isAttempt(SimpleSpan span) {
    return span.getName().endsWith("attempt");
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptHasTheServerTheStatusAndTheRequestId(Cloud cloud) {
    try (RosterClient client = client(cloud)) {
      client.ensureMember(emulator.store().addGroup(), emulator.store().addUser());
    }
    SimpleSpan attempt = attempts().get(0);
    int status = emulator.journal().get(0).status();
    assertThat(attempt.getTags())
        .containsEntry("server.address", emulator.endpoint().getHost())
        .containsEntry("server.port", Integer.toString(emulator.endpoint().getPort()))
        .containsEntry("http.response.status_code", Integer.toString(status))
        .containsKey("roster.request_id")
        .doesNotContainKeys("error.type", "http.request.resend_count", "roster.outcome");
    assertThat(attempt.getError()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void bothSpansAreInternalAndTheAttemptsAreChildrenOfTheCall(Cloud cloud) {
    emulator.store().faults().on(Operation.FIND_MEMBERSHIP).next(Fault.throttle());
    try (RosterClient client = client(cloud)) {
      client.findMembership(emulator.store().addGroup(), emulator.store().addUser());
    }
    assertThat(tracer.getSpans()).hasSize(3).extracting(SimpleSpan::getKind).containsOnlyNulls();
    assertThat(call().getName()).isEqualTo("roster findMembership");
    assertThat(attempts())
        .hasSize(2)
        .extracting(SimpleSpan::getParentId)
        .containsOnly(call().getSpanId());
    SimpleSpan throttled = attempts().get(0);
    assertThat(throttled.getTags()).containsEntry("error.type", "THROTTLED");
    assertThat(throttled.getTags().get("http.response.status_code")).startsWith("4");
    assertThat(throttled.getError()).hasMessageStartingWith("THROTTLED (");
    assertThat(attempts().get(1).getTags()).containsEntry("http.request.resend_count", "1");
  }

  @ParameterizedTest
  @EnumSource
  void aLostResponseIsSettledAndHasNoStatus(Cloud cloud) {
    emulator
        .store()
        .faults()
        .on(Operation.CREATE_MEMBERSHIP)
        .next(Fault.of(FaultKind.RESPONSE_LOST));
    try (RosterClient client = client(cloud)) {
      client.createMembership(emulator.store().addGroup(), emulator.store().addUser());
    }
    SimpleSpan lost = attempts().get(0);
    assertThat(lost.getTags())
        .containsEntry("roster.outcome", "UNKNOWN")
        .containsEntry("server.address", emulator.endpoint().getHost())
        .doesNotContainKey("http.response.status_code");
    assertThat(call().getTags()).containsEntry("roster.settlement", "settled");
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalHasTheServicesCode(Cloud cloud) {
    emulator.store().faults().onAnyOperation().always(Fault.of(FaultKind.ACCESS_DENIED));
    try (RosterClient client = client(cloud)) {
      Assertions.assertThatThrownBy(
              () -> client.isMember(emulator.store().addUser(), emulator.store().addGroup()))
          .isInstanceOf(RosterException.class);
    }
    assertThat(tracer.getSpans())
        .hasSize(2)
        .allSatisfy(
            span ->
                assertThat(span.getTags())
                    .containsEntry("error.type", "ACCESS_DENIED")
                    .containsKey("roster.provider_code"));
  }

  @ParameterizedTest
  @EnumSource
  void aNativeCallIsObservedAsAnyOther(Cloud cloud) {
    try (RosterClient client = client(cloud)) {
      cloud.callNatively(client, emulator);
    }
    assertThat(call().getTags()).containsEntry("roster.operation", "callNative");
    assertThat(attempts().get(0).getTags())
        .containsEntry("server.address", emulator.endpoint().getHost())
        .containsEntry("http.response.status_code", "200");
  }

  @Test
  void aReadyMadeClientOfAwsHasTheStatusAndKeepsItsServerToItself() {
    registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
    try (IdentitystoreClient sdk =
            IdentitystoreClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(emulator.endpoint())
                .credentialsProvider(credentials(emulator))
                .overrideConfiguration(
                    options -> options.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        RosterClient client =
            RosterClient.builder(
                    AwsDrivers.builder()
                        .identityStoreId(emulator.store().identityStoreId())
                        .client(sdk)
                        .build())
                .listener(RosterObservations.of(registry))
                .build()) {
      client.ensureMember(emulator.store().addGroup(), emulator.store().addUser());
      client.findMembership(emulator.store().addGroup(), emulator.store().addUser());
    }
    assertThat(attempts())
        .extracting(span -> span.getTags().get("http.response.status_code"))
        .containsExactly("200", "400");
    assertThat(attempts())
        .allSatisfy(span -> assertThat(span.getTags()).doesNotContainKey("server.address"));
  }
}
