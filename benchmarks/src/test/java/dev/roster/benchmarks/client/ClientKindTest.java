package dev.roster.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.roster.CallOptions;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.ThrottledException;
import dev.roster.UserId;
import dev.roster.benchmarks.load.Figures;
import dev.roster.benchmarks.server.ResponseServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured does the same work, and the server's responses mean what they are taken for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientKindTest {

  private static final String NOTHING_ALLOWED = "rate=0.000001&burst=0";

  private static final int CALLS = 300;

  /** A buffer of a stream has 8 KiB. */
  private static final double MORE_BYTES_THAN_THE_SDK = 5_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ResponseServer server;
  private Thread thread;

  @BeforeAll
  void start() throws IOException {
    server = new ResponseServer();
    thread = new Thread(this::serve, "response-server");
    thread.start();
  }

  private void serve() {
    try {
      server.serve();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
    thread.join();
  }

  @ParameterizedTest
  @EnumSource
  void aCreateIsOneRequest(ClientKind kind) throws Exception {
    control("start");
    try (BenchmarkedClient client = open(kind)) {
      client.create(1);
    }
    assertThat(counts().number("requests")).isEqualTo(1);
    assertThat(counts().number("throttled")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aListingReadsEveryMemberWithARequestForEachHundred(ClientKind kind) throws Exception {
    control("start?listingSize=250");
    AtomicInteger pages = new AtomicInteger();
    try (BenchmarkedClient client = open(kind)) {
      assertThat(client.list(pages::incrementAndGet)).isEqualTo(250);
    }
    assertThat(pages).hasValue(3);
    assertThat(counts().number("requests")).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"AWS_SDK", "AWS_SDK_STANDARD", "HUAWEI_SDK"})
  void theServersWayToThrottleFailsACall(ClientKind kind) throws Exception {
    control("start?" + NOTHING_ALLOWED);
    try (BenchmarkedClient client = open(kind)) {
      assertThatThrownBy(() -> client.create(1))
          .message()
          .containsAnyOf("Rate exceeded", "throttling threshold");
    }
    assertThat(counts().number("throttled")).isEqualTo(counts().number("requests")).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"ROSTER_AWS", "ROSTER_HUAWEI"})
  void rosterSeesItAsThrottling(ClientKind kind) throws Exception {
    control("start?" + NOTHING_ALLOWED);
    try (RosterMemberships client = (RosterMemberships) open(kind)) {
      CallOptions options = CallOptions.defaults().withDeadline(Duration.ofMillis(50));
      RosterClient hurried = client.memberships().with(options);
      assertThatThrownBy(
              () -> hurried.createMembership(new GroupId(Ids.group()), new UserId(Ids.user(1))))
          .isInstanceOf(ThrottledException.class);
    }
  }

  /** A buffer or a text that is made for each call is seen here long before it is felt. */
  @Test
  void aCallAllocatesLittleMoreThanTheSdksOwn() throws Exception {
    control("start");
    assertThat(bytesOfACreate(ClientKind.ROSTER_AWS))
        .isLessThan(bytesOfACreate(ClientKind.AWS_SDK) + MORE_BYTES_THAN_THE_SDK);
    assertThat(bytesOfACreate(ClientKind.ROSTER_HUAWEI))
        .isLessThan(bytesOfACreate(ClientKind.HUAWEI_SDK) * 0.4);
  }

  private double bytesOfACreate(ClientKind kind) throws Exception {
    try (BenchmarkedClient client = open(kind)) {
      allocatedBy(client);
      return allocatedBy(client) / CALLS;
    }
  }

  private static double allocatedBy(BenchmarkedClient client) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int call = 0; call < CALLS; call++) {
      client.create(call);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private BenchmarkedClient open(ClientKind kind) throws IOException {
    return kind.open(URI.create(server.endpoint()));
  }

  private Figures counts() throws Exception {
    return Figures.parse(control("counts"));
  }

  private String control(String command) throws Exception {
    URI uri = URI.create(server.endpoint() + "/control/" + command);
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
