package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * A request that the server holds without a response ends when the caller wants it, on every HTTP
 * client. Without the abort each would run on to its read timeout of 30 seconds, beyond what these
 * tests are given.
 */
@Timeout(20)
class AbortTest {

  private static final String HALF_A_RESPONSE =
      SocketServer.response(200, "", OperationCase.CREATE.response).substring(0, 170);

  /** How a request is sent. */
  enum Way {
    BY_THE_SDK {
      @Override
      void send(RosterClient client) {
        client.createMembership(OperationCase.GROUP, OperationCase.USER);
      }
    },
    BESIDE_THE_SDK {
      @Override
      void send(RosterClient client) {
        client.directory().groups().delete(OperationCase.GROUP, "1");
      }
    };

    abstract void send(RosterClient client);

    RosterException failure(RosterClient client) {
      return (RosterException) catchThrowable(() -> send(client));
    }
  }

  static Stream<Arguments> everyWay() {
    return Stream.of(HttpClientKind.values())
        .flatMap(kind -> Stream.of(Way.values()).map(way -> Arguments.of(kind, way)));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void anInterruptEndsABlockedRead(HttpClientKind kind, Way way) throws Exception {
    try (SocketServer server = new SocketServer();
        RosterClient client = client(server, kind)) {
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      FutureTask<RosterException> call =
          new FutureTask<>(
              () -> {
                RosterException failure = way.failure(client);
                flag.complete(Thread.currentThread().isInterrupted());
                return failure;
              });
      Thread caller = new Thread(call);
      caller.start();
      server.awaitHeldRequest();
      caller.interrupt();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(call.get().outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(flag.get()).as("interrupt flag").isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void closingTheClientEndsABlockedRead(HttpClientKind kind, Way way) throws Exception {
    try (SocketServer server = new SocketServer()) {
      RosterClient client = client(server, kind);
      CompletableFuture<RosterException> call =
          CompletableFuture.supplyAsync(() -> way.failure(client));
      server.awaitHeldRequest();
      client.close();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
      assertThat(call.get().outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void anExpiredAttemptEndsABlockedRead(HttpClientKind kind, Way way) throws Exception {
    try (SocketServer server = new SocketServer();
        RosterClient client = client(server, kind, Duration.ofMillis(500))) {
      assertThat(way.failure(client).code()).isEqualTo(ErrorCode.TIMEOUT);
    }
  }

  /** Not on url-connection, where it waits for the socket timeout, as the package says. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "URL_CONNECTION")
  void anInterruptEndsAReadInTheMiddleOfAResponse(HttpClientKind kind) throws Exception {
    try (SocketServer server = new SocketServer(HALF_A_RESPONSE);
        RosterClient client = client(server, kind)) {
      FutureTask<RosterException> call = new FutureTask<>(() -> Way.BY_THE_SDK.failure(client));
      Thread caller = new Thread(call);
      caller.start();
      server.awaitHeldRequest();
      caller.interrupt();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(server.requests()).hasSize(1);
    }
  }

  static Stream<Arguments> stalledErrors() {
    String inBody =
        "{\"__type\":\"ResourceNotFoundException\",\"ResourceType\":\"GROUP_MEMBERSHIP\"}";
    String header = "x-amzn-ErrorType: ResourceNotFoundException\r\n";
    return Stream.of(HttpClientKind.APACHE_5, HttpClientKind.APACHE_4)
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, chopped(SocketServer.response(400, "", inBody))),
                    Arguments.of(kind, chopped(SocketServer.response(400, header, inBody)))));
  }

  /** A head that says "not found" is no response while the rest of the response is missing. */
  @ParameterizedTest
  @MethodSource("stalledErrors")
  void anErrorWhoseBodyStallsHasTheCodeOfWhatEndedIt(HttpClientKind kind, String begun)
      throws Exception {
    try (SocketServer server = new SocketServer(begun);
        RosterClient client = client(server, kind, Duration.ofMillis(500))) {
      assertThat(find(client).code()).isEqualTo(ErrorCode.TIMEOUT);
    }
    try (SocketServer server = new SocketServer(begun);
        RosterClient client = client(server, kind)) {
      FutureTask<RosterException> call = new FutureTask<>(() -> find(client));
      Thread caller = new Thread(call);
      caller.start();
      server.awaitHeldRequest();
      caller.interrupt();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CANCELLED);
    }
    try (SocketServer server = new SocketServer(begun)) {
      RosterClient client = client(server, kind);
      CompletableFuture<RosterException> call = CompletableFuture.supplyAsync(() -> find(client));
      server.awaitHeldRequest();
      client.close();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    }
  }

  /** Here the socket's own timeout ends the stall, as the package says. */
  @Test
  void anErrorWhoseBodyStallsIsTransientOverUrlConnectionToo() throws Exception {
    String begun = chopped(SocketServer.response(400, "", "{\"__type\":\"ThrottlingException\"}"));
    try (SocketServer server = new SocketServer(begun);
        MembershipDriver driver =
            server
                .driver(HttpClientKind.URL_CONNECTION)
                .httpClientBuilder(
                    UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMillis(500)))
                .build()) {
      Throwable failure =
          catchThrowable(() -> OperationCase.FIND.call(driver, new RecordedAttempt()));
      assertThat(driver.describe(failure))
          .returns(ErrorCode.TIMEOUT, ErrorDescription::code)
          .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
    }
  }

  private static String chopped(String whole) {
    return whole.substring(0, whole.length() - 20);
  }

  private static RosterException find(RosterClient client) {
    return (RosterException)
        catchThrowable(() -> client.findMembership(OperationCase.GROUP, OperationCase.USER));
  }

  private static RosterClient client(SocketServer server, HttpClientKind kind) {
    return client(server, kind, Duration.ofMinutes(5));
  }

  private static RosterClient client(
      SocketServer server, HttpClientKind kind, Duration attemptTimeout) {
    return RosterClient.builder(server.driver(kind).build())
        .attemptTimeout(attemptTimeout)
        .deadline(attemptTimeout)
        .settlingTime(Duration.ZERO)
        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
        .build();
  }
}
