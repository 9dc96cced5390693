package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.emulator.RawClient.Response;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.StoreOperation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client does with its connection, the others are handled and nothing is confused. */
class HostileConnectionsTest {

  private static final String CREATE =
      "{\"IdentityStoreId\":\"d-1234567890\",\"DisplayName\":\"%s\"}";

  private final Emulator emulator = Emulator.builder().withoutSignatures().start();
  private final List<RawClient> clients = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (RawClient each : clients) {
      each.close();
    }
    emulator.close();
  }

  private RawClient connect() throws IOException {
    RawClient client = new RawClient(emulator);
    clients.add(client);
    return client;
  }

  private Response once(String request) throws IOException {
    return connect().send(request).response();
  }

  private static String create(String name, String... headers) {
    return RawClient.aws("CreateGroup", CREATE.formatted(name), headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "POST / HTTP/1.1\r\nHost: 127.0",
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{",
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"
      })
  void halfSentRequestsKeepNoClientWaiting(String half) throws IOException {
    for (int each = 0; each < 150; each++) {
      connect().send(half);
    }

    assertThat(once(create("Readers")).status()).isEqualTo(200);
    assertThat(emulator.requestCount()).isOne();
  }

  @Test
  void moreConnectionsThanThereIsRoomForPushOutTheOldestAndNotTheNext() throws IOException {
    for (int each = 0; each < 1_024 + 50; each++) {
      connect().send("POST / HTTP/1.1\r\n");
    }

    assertThat(once(create("Readers")).status()).isEqualTo(200);
    assertThat(clients.get(0).hasEnded()).isTrue();
  }

  @Test
  void whoReadsNoResponsesKeepsNoClientWaiting() throws IOException {
    for (int each = 0; each < 100; each++) {
      emulator.store().addGroup();
    }
    String list = RawClient.aws("ListGroups", "{\"IdentityStoreId\":\"d-1234567890\"}");
    for (int each = 0; each < Emulator.MAX_PARALLEL_REQUESTS + 6; each++) {
      connect().send(list.repeat(100));
    }

    assertThat(once(create("Readers")).status()).isEqualTo(200);
  }

  @Test
  void requestsThatAreSentTogetherAreHandledInOrder() throws IOException {
    RawClient client = connect().send(create("One") + create("Two") + create("One"));

    assertThat(client.response().status()).isEqualTo(200);
    assertThat(client.response().status()).isEqualTo(200);
    assertThat(client.response().body()).contains("UNIQUENESS_CONSTRAINT_VIOLATION");
    assertThat(client.send(create("Three")).response().status()).isEqualTo(200);
  }

  @Test
  void aRequestThatComesByteByByteIsOne() throws IOException {
    RawClient client = connect();
    for (char each : create("Readers").toCharArray()) {
      client.send(String.valueOf(each));
    }
    assertThat(client.response().status()).isEqualTo(200);
  }

  @Test
  void aBodyInChunksIsReadToItsEndAndTheNextRequestBehindIt() throws IOException {
    String body = CREATE.formatted("Readers");
    String chunked =
        RawClient.head(
                "POST",
                "/",
                "X-Amz-Target: AWSIdentityStore.CreateGroup",
                "Transfer-Encoding: chunked")
            + "\r\n5;name=value\r\n"
            + body.substring(0, 5)
            + "\r\n"
            + Integer.toHexString(body.length() - 5)
            + "\r\n"
            + body.substring(5)
            + "\r\n0\r\nX-Trailer: ignored\r\n\r\n";
    RawClient client = connect().send(chunked + create("Writers"));

    assertThat(client.response().status()).isEqualTo(200);
    assertThat(client.response().status()).isEqualTo(200);
  }

  @Test
  void whoWaitsForLeaveToSendABodyIsGivenIt() throws IOException {
    String body = CREATE.formatted("Readers");
    String request = create("Readers", "Expect: 100-continue");
    RawClient client = connect().send(request.substring(0, request.length() - body.length()));

    assertThat(client.response().status()).isEqualTo(100);
    assertThat(client.send(body).response().status()).isEqualTo(200);
  }

  /** Each of these would be two requests to one reader and one to another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 6\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 6",
        "Content-Length: 6\r\nContent-Length: 0",
        "Content-Length: 0\r\nContent-Length: 0",
        "Content-Length: +0",
        "Content-Length: 0x0",
        "Content-Length: 0,0",
        "Content-Length:",
        "Content-Length: -1",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding:\u000bchunked",
        "X: y\r\n Content-Length: 6",
        "X: y\nContent-Length: 6",
        "X: y\rContent-Length: 6",
        "X\u0000: y",
        "Host: 127.0.0.1"
      })
  void whatCouldBeReadInTwoWaysIsRefusedAndEndsTheConnection(String framing) throws IOException {
    String smuggled = create("Smuggled");
    RawClient client =
        connect().send(RawClient.head("POST", "/", framing) + "\r\n0\r\n\r\n" + smuggled);

    List<Response> responses = client.responses();

    assertThat(responses).hasSize(1);
    assertThat(responses.get(0).status()).isEqualTo(400);
    assertThat(responses.get(0).keepsConnection()).isFalse();
    assertThat(emulator.store().groups().ids()).isEmpty();
    assertThat(emulator.requestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1\r\n",
        "\r\n",
        "zz\r\n",
        "0x5\r\n",
        "fffffffff\r\n",
        "2\r\n{}x\r\n",
        "2\n{}\n0\n\n",
        "0\r\nTrailer\n\r\n"
      })
  void chunksThatAreMalformedEndTheConnection(String chunks) throws IOException {
    String head = RawClient.head("POST", "/", "Transfer-Encoding: chunked") + "\r\n";

    List<Response> responses = connect().send(head + chunks + create("Smuggled")).responses();

    assertThat(responses).extracting(Response::status).containsExactly(400);
    assertThat(emulator.store().groups().ids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "GET /",
        "GET  / HTTP/1.1",
        "GET / HTTP/1.1 ",
        "GET / HTTP/1.10",
        "GET /\u00e9 HTTP/1.1",
        "GET * HTTP/1.1",
        "CONNECT localhost:1 HTTP/1.1",
        "GET http://elsewhere.example/ HTTP/1.1",
        "\u0016\u0003\u0001",
        "{\"a\": 1}"
      })
  void aRequestLineThatIsMalformedEndsTheConnection(String line) throws IOException {
    List<Response> responses =
        connect().send(line + "\r\nHost: 127.0.0.1\r\n\r\n" + create("Smuggled")).responses();

    assertThat(responses).extracting(Response::status).containsExactly(400);
    assertThat(emulator.store().groups().ids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/2.0", "HTTP/1.2", "HTTP/0.9"})
  void anotherVersionIsRefused(String version) throws IOException {
    assertThat(once("PRI /x " + version + "\r\n\r\n").status()).isEqualTo(505);
  }

  @Test
  void aRequestWithoutAHostIsRefused() throws IOException {
    assertThat(once("GET / HTTP/1.1\r\n\r\n").status()).isEqualTo(400);
  }

  @Test
  void headersWithoutEndAreRefused() throws IOException {
    String filler = "X-Filler: " + "a".repeat(1000) + "\r\n";

    assertThat(once(RawClient.head("GET", "/") + filler.repeat(100)).status()).isEqualTo(431);
    assertThat(once("GET /" + "a".repeat(70_000)).status()).isEqualTo(431);
    assertThat(once(RawClient.head("GET", "/") + "a:\r\n".repeat(300) + "\r\n").status())
        .isEqualTo(431);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItHasCome() throws IOException {
    String target = "X-Amz-Target: AWSIdentityStore.CreateGroup";
    for (String length : List.of("99999999999999999999999", "12582913")) {
      Response aws =
          once(RawClient.head("POST", "/", target, "Content-Length: " + length) + "\r\n");
      Response huawei =
          once(
              RawClient.head(
                      "POST",
                      "/v1/identity-stores/d-1234567890/groups",
                      "Content-Length: " + length)
                  + "\r\n");

      assertThat(List.of(aws, huawei))
          .allSatisfy(each -> assertThat(each.status()).isEqualTo(413))
          .noneMatch(Response::keepsConnection);
      assertThat(aws.body()).contains("RequestEntityTooLargeException");
      assertThat(huawei.body()).contains("APIGW.0201");
    }
  }

  @Test
  void chunksWithoutEndAreRefused() throws IOException {
    RawClient client =
        connect().send(RawClient.head("POST", "/", "Transfer-Encoding: chunked") + "\r\n");
    String megabyte = "100000\r\n" + " ".repeat(1024 * 1024) + "\r\n";
    for (int each = 0; each < 13; each++) {
      client.send(megabyte);
    }

    assertThat(client.response().status()).isEqualTo(400);
    assertThat(client.hasEnded()).isTrue();
  }

  @Test
  void aHeadRequestIsHandledWithoutABody() throws IOException {
    RawClient client = connect().send(RawClient.head("HEAD", "/") + "\r\n" + create("Readers"));

    assertThat(client.headOfResponse().status()).isEqualTo(400);
    assertThat(client.response().status()).isEqualTo(200);
  }

  @Test
  void aConnectionThatIsHeldByAScriptKeepsTheOthersFree() throws Exception {
    emulator
        .store()
        .faults()
        .on(StoreOperation.CREATE_GROUP)
        .next(Fault.of(FaultKind.RESPONSE_DELAYED));
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try {
      Future<Response> held = caller.submit(() -> once(create("Held")));
      assertThat(emulator.store().faults().awaitHeld(1, Duration.ofMinutes(1))).isTrue();

      assertThat(once(create("Free")).status()).isEqualTo(200);

      emulator.store().faults().release();
      assertThat(held.get().status()).isEqualTo(200);
    } finally {
      caller.shutdownNow();
    }
  }
}
