package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.IdentityStoreId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmulatorLifecycleTest {

  private static final int CLIENTS = 32;

  @Test
  void closingStopsEveryThreadThatStartingStarted() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    try (Emulator emulator = Emulator.start();
        Socket socket = new Socket(emulator.endpoint().getHost(), emulator.endpoint().getPort())) {
      String request = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }

    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    for (Thread each : left) {
      each.join(Duration.ofSeconds(10).toMillis());
    }
    assertThat(left).noneMatch(Thread::isAlive);
  }

  @Test
  void closingTwiceIsHarmlessAndEndsTheListening() {
    Emulator emulator = Emulator.start();
    URI endpoint = emulator.endpoint();
    emulator.close();
    emulator.close();

    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket(endpoint.getHost(), endpoint.getPort()).close());
  }

  @Test
  void itListensOnTheLoopbackAddress() throws Exception {
    try (Emulator emulator = Emulator.start()) {
      assertThat(InetAddress.getByName(emulator.endpoint().getHost()).isLoopbackAddress()).isTrue();
    }
  }

  @Test
  void thirtyTwoClientsAreHandledAtTheSameTime() throws Exception {
    try (Emulator emulator = Emulator.builder().withoutSignatures().start()) {
      emulator
          .store()
          .faults()
          .onAnyOperation()
          .times(CLIENTS, Fault.of(FaultKind.RESPONSE_DELAYED));
      String group = emulator.store().addGroup().value();
      PlainClient client = new PlainClient(emulator);
      ExecutorService callers = Executors.newFixedThreadPool(CLIENTS);
      try {
        Callable<Integer> call = () -> client.list("d-1234567890", group).statusCode();
        List<Future<Integer>> calls =
            IntStream.range(0, CLIENTS).mapToObj(each -> callers.submit(call)).toList();

        assertThat(emulator.store().faults().awaitHeld(CLIENTS, Duration.ofMinutes(1))).isTrue();
        emulator.store().faults().release();

        for (Future<Integer> each : calls) {
          assertThat(each.get()).isEqualTo(200);
        }
      } finally {
        callers.shutdownNow();
      }
    }
  }

  @Test
  void closingEndsARequestThatIsHeld() throws Exception {
    ExecutorService caller = Executors.newSingleThreadExecutor();
    Emulator emulator = Emulator.builder().withoutSignatures().start();
    try {
      emulator.store().faults().onAnyOperation().next(Fault.of(FaultKind.RESPONSE_DELAYED));
      String group = emulator.store().addGroup().value();
      PlainClient client = new PlainClient(emulator);
      Future<?> call = caller.submit(() -> client.list("d-1234567890", group));
      assertThat(emulator.store().faults().awaitHeld(1, Duration.ofMinutes(1))).isTrue();

      emulator.close();

      assertThat(catchThrowable(call::get))
          .satisfiesAnyOf(
              handled -> assertThat(handled).isNull(),
              ended -> assertThat(ended).hasCauseInstanceOf(IOException.class));
    } finally {
      emulator.close();
      caller.shutdownNow();
    }
  }

  @Test
  void severalStoresLiveInOneServer() throws Exception {
    MemoryIdentityStore first = new MemoryIdentityStore(new IdentityStoreId("d-0000000001"));
    MemoryIdentityStore second = new MemoryIdentityStore(new IdentityStoreId("d-0000000002"));
    String group = second.addGroup().value();
    try (Emulator emulator =
        Emulator.builder().store(first).store(second).withoutSignatures().start()) {
      PlainClient client = new PlainClient(emulator);

      assertThat(client.list("d-0000000001", group).statusCode()).isEqualTo(400);
      assertThat(client.list("d-0000000002", group).statusCode()).isEqualTo(200);
      assertThat(emulator.stores()).containsExactly(first, second);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.builder().store(first).store(first).start())
        .withMessageContaining("d-0000000001");
  }

  @Test
  void itsConfigurationStringsNameStoreRegionAndEndpoint() {
    try (Emulator emulator = Emulator.start()) {
      URI aws = URI.create(emulator.awsUri());
      URI huawei = URI.create(emulator.huaweiUri());

      assertThat(aws.getScheme()).isEqualTo("aws");
      assertThat(huawei.getScheme()).isEqualTo("huawei");
      assertThat(List.of(aws, huawei))
          .allSatisfy(
              uri -> {
                assertThat(uri.getAuthority())
                    .isEqualTo(emulator.store().identityStoreId().value());
                assertThat(uri.getQuery())
                    .contains("endpoint=" + emulator.endpoint())
                    .containsPattern("region=[a-z]");
              });
    }
  }

  @Test
  void aKeyNeverShowsItsSecret() {
    assertThat(AccessKey.temporary("FAKEAK1", "fakeSecret1", "fake-token1").toString())
        .contains("FAKEAK1")
        .doesNotContain("fakeSecret1", "fake-token1");
  }
}
