package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.StoreOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over raw sockets, because clients hide what they receive and some send again by themselves. */
class BrokenResponsesTest {

  private static final int CLIENTS = 4;
  private static final int REQUESTS_EACH = 250;

  private final Emulator emulator = Emulator.builder().withoutSignatures().start();
  private final GroupId group = emulator.store().addGroup();
  private final UserId user = emulator.store().addUser();

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUEST_LOST", "RESPONSE_LOST", "RESPONSE_TRUNCATED"})
  void aRequestWhoseConnectionIsBrokenIsTakenOnceAndOnlyOnce(FaultKind kind) throws Exception {
    emulator.store().faults().on(StoreOperation.CREATE_GROUP_MEMBERSHIP).always(Fault.of(kind));
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<List<String>>> work = new ArrayList<>();
      for (int each = 0; each < CLIENTS; each++) {
        work.add(this::createOnKeptConnections);
      }
      List<String> responses = new ArrayList<>();
      for (Future<List<String>> each : clients.invokeAll(work)) {
        responses.addAll(each.get());
      }

      assertThat(responses)
          .hasSize(CLIENTS * REQUESTS_EACH)
          .noneMatch(BrokenResponsesTest::isWhole);
    } finally {
      clients.shutdownNow();
    }
    assertThat(emulator.requestCount(StoreOperation.CREATE_GROUP_MEMBERSHIP))
        .isEqualTo(CLIENTS * REQUESTS_EACH);
    assertThat(emulator.store().requests().of(StoreOperation.CREATE_GROUP_MEMBERSHIP))
        .isEqualTo(CLIENTS * REQUESTS_EACH);
    assertThat(emulator.store().membershipCount()).isEqualTo(kind.isApplied() ? 1 : 0);
  }

  @Test
  void aTruncatedResponseBeginsAsAnResponseAndEndsInItsMiddle() throws Exception {
    emulator.store().faults().onAnyOperation().next(Fault.of(FaultKind.RESPONSE_TRUNCATED));

    String response = exchange(create());

    assertThat(response).startsWith("HTTP/1.1 200").contains("Content-Length: ", "\r\n\r\n{");
    assertThat(isWhole(response)).isFalse();
  }

  @Test
  void aTricklingResponseComesToNoEndUntilTheEmulatorCloses() throws Exception {
    emulator.store().faults().onAnyOperation().next(Fault.of(FaultKind.RESPONSE_TRICKLED));
    try (Socket socket = connect()) {
      send(socket, create());
      StringBuilder begun = new StringBuilder();
      while (!begun.toString().endsWith("\r\n\r\n  ")) {
        begun.append((char) socket.getInputStream().read());
      }
      assertThat(begun.toString()).startsWith("HTTP/1.1 200").contains("Content-Length: 36001");

      emulator.close();

      assertThat(isWhole(begun + read(socket))).isFalse();
    }
    assertThat(emulator.store().membershipCount()).isOne();
  }

  @Test
  void aServiceThatIsUnavailableSaysSoInBothProtocolsAndAppliesNothing() throws Exception {
    emulator.store().faults().onAnyOperation().always(Fault.of(FaultKind.UNAVAILABLE));
    PlainClient client = new PlainClient(emulator);

    HttpResponse<String> aws = client.list("d-1234567890", group.value());
    HttpResponse<String> huawei =
        client.huawei(
            "POST",
            "/v1/identity-stores/d-1234567890/group-memberships",
            "{\"group_id\":\"%s\",\"member_id\":{\"user_id\":\"%s\"}}".formatted(group, user));

    assertThat(List.of(aws.statusCode(), huawei.statusCode())).containsOnly(503);
    assertThat(emulator.store().membershipCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationCanBeDelayed(Protocol protocol) throws Exception {
    emulator.store().faults().onAnyOperation().next(Fault.delay(Duration.ofMillis(1)));
    PlainClient client = new PlainClient(emulator);

    HttpResponse<String> response =
        protocol == Protocol.AWS
            ? client.list("d-1234567890", group.value())
            : client.huawei(
                "GET", "/v1/identity-stores/d-1234567890/group-memberships?group_id=" + group, "");

    assertThat(response.statusCode()).isEqualTo(200);
  }

  /** A good request and a broken one on each connection: a kept one has been used before. */
  private List<String> createOnKeptConnections() throws IOException {
    List<String> responses = new ArrayList<>();
    for (int each = 0; each < REQUESTS_EACH; each++) {
      try (Socket socket = connect()) {
        send(socket, request("DescribeGroupMembership", "{}"));
        String first = readResponse(socket);
        assertThat(first).startsWith("HTTP/1.1 400");
        send(socket, create());
        responses.add(read(socket));
      }
    }
    return responses;
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      send(socket, request);
      return read(socket);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(emulator.endpoint().getHost(), emulator.endpoint().getPort());
  }

  private String create() {
    return request(
        "CreateGroupMembership",
        "{\"IdentityStoreId\":\"d-1234567890\",\"GroupId\":\"%s\",\"MemberId\":{\"UserId\":\"%s\"}}"
            .formatted(group, user));
  }

  private static String request(String operation, String body) {
    return String.join(
            "\r\n",
            "POST / HTTP/1.1",
            "Host: localhost",
            "X-Amz-Target: AWSIdentityStore." + operation,
            "Content-Length: " + body.length(),
            "",
            "")
        + body;
  }

  private static void send(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads until the connection ends in one way or another. */
  private static String read(Socket socket) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (SocketException reset) {
      read.write('!');
    }
    return read.toString(StandardCharsets.US_ASCII);
  }

  /** Nothing follows a response before the next request is sent. */
  private static String readResponse(Socket socket) throws IOException {
    StringBuilder response = new StringBuilder();
    byte[] buffer = new byte[1024];
    while (!isWhole(response.toString())) {
      int read = socket.getInputStream().read(buffer);
      assertThat(read).as("after %s", response).isPositive();
      response.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
    }
    return response.toString();
  }

  private static boolean isWhole(String response) {
    int body = response.indexOf("\r\n\r\n") + 4;
    return body > 4
        && Stream.of(response.split("\r\n"))
            .filter(line -> line.startsWith("Content-Length: "))
            .anyMatch(line -> response.length() - body >= Integer.parseInt(line.substring(16)));
  }
}
