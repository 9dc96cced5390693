package dev.roster.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemStatus;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A refusal whose body does not arrive as a whole is no response: what was lost may have said
 * anything.
 */
@Timeout(120)
class LostErrorBodyTest {

  private static final String HALF = "{\"error_code\":\"IIC.404\",\"error_m";

  private static final String STALLED =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 200\r\n\r\n" + HALF;

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  static Stream<String> cutResponses() {
    return Stream.of(301, 400, 401, 403, 404, 405, 409, 413, 418, 421)
        .flatMap(
            status ->
                Stream.of(
                        "Content-Length: 200\r\n\r\n" + HALF,
                        "Content-Length: 200\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nff\r\n" + HALF,
                        "Connection: close\r\n\r\n" + HALF,
                        "Connection: close\r\n\r\n",
                        "Content-Length: 99\r\n\r\n<html>not found")
                    .map(rest -> "HTTP/1.1 %d No\r\n%s".formatted(status, rest)));
  }

  private static MembershipDriver driver(URI endpoint) {
    return SERVICE.closedAfterwards(SERVICE.builder().endpoint(endpoint).build());
  }

  @ParameterizedTest
  @MethodSource("cutResponses")
  void aCutRefusalIsTransientAndMayHaveBeenApplied(String response) throws IOException {
    try (RawService service = new RawService(response)) {
      MembershipDriver driver = driver(service.endpoint());

      for (WireOperation operation : WireOperation.values()) {
        ErrorDescription described = Failing.describedCall(driver, operation);

        assertThat(described.code())
            .as(operation.name())
            .isIn(ErrorCode.UNAVAILABLE, ErrorCode.INVALID_RESPONSE);
        assertThat(described.reach()).as(operation.name()).isEqualTo(Reach.MAYBE_APPLIED);
        assertThat(described.message()).hasValueSatisfying(words -> assertThat(words).isNotBlank());
      }
      assertThat(service.requests()).isEqualTo(WireOperation.values().length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 200\r\n\r\n" + HALF, "Connection: close\r\n\r\n" + HALF})
  void nothingIsConcludedFromHalfAResponse(String rest) throws IOException {
    try (RawService service = new RawService("HTTP/1.1 404 Not Found\r\n" + rest);
        RosterClient client = client(service, new OkHttpClient(), Duration.ofSeconds(20))) {
      for (Runnable call : callsThatCanEndWithAbsence(client)) {
        assertThat(codeOf(call))
            .isIn(ErrorCode.INVALID_RESPONSE, ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT);
      }
    }
  }

  @Test
  void nothingIsConcludedOnOtherThreadsNorInBulk() throws IOException {
    String half = "HTTP/1.1 404 Not Found\r\nContent-Length: 200\r\n\r\n" + HALF;
    try (RawService service = new RawService(half);
        RosterClient client = client(service, new OkHttpClient(), Duration.ofSeconds(20))) {
      for (CompletableFuture<?> call :
          List.of(
              client.async().findMembership(Samples.GROUP, Samples.USER),
              client.async().ensureDeleted(Samples.ID))) {
        assertThat(catchThrowableOfType(CompletionException.class, call::join))
            .cause()
            .isInstanceOfSatisfying(
                RosterException.class,
                error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_RESPONSE));
      }
      BulkSummary bulk =
          BulkMemberships.of(client)
              .remove(
                  List.of(new GroupMember(Samples.GROUP, Samples.USER)).iterator(), outcome -> {});
      assertThat(bulk.count(ItemStatus.FAILED)).isEqualTo(1);
    }
  }

  @Test
  void aStalledRefusalEndsWithTheAttemptsTime() throws IOException {
    try (RawService service = RawService.stalling(STALLED);
        RosterClient client = client(service, new OkHttpClient(), Duration.ofMillis(100))) {
      for (Runnable call : callsThatCanEndWithAbsence(client)) {
        assertThat(codeOf(call)).isEqualTo(ErrorCode.TIMEOUT);
      }
    }
  }

  @Test
  void aStalledRefusalEndsWithAnInterrupt() throws Exception {
    for (int call = 0; call < 4; call++) {
      assertThat(endedWhileTheBodyIsAwaited(call, (client, caller) -> caller.interrupt()))
          .isEqualTo(ErrorCode.CANCELLED);
    }
  }

  @Test
  void aStalledRefusalEndsWithTheClient() throws Exception {
    for (int call = 0; call < 4; call++) {
      assertThat(endedWhileTheBodyIsAwaited(call, (client, caller) -> client.close()))
          .isEqualTo(ErrorCode.CLIENT_CLOSED);
    }
  }

  /** The status line and the headers are there when the end comes, and the body is not. */
  private static ErrorCode endedWhileTheBodyIsAwaited(
      int which, BiConsumer<RosterClient, Thread> end) throws Exception {
    CountDownLatch headersAreIn = new CountDownLatch(1);
    Interceptor seam =
        chain -> {
          Response response = chain.proceed(chain.request());
          headersAreIn.countDown();
          return response;
        };
    OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(seam).build();
    try (RawService service = RawService.stalling(STALLED);
        RosterClient client = client(service, http, Duration.ofSeconds(60))) {
      AtomicReference<@Nullable ErrorCode> code = new AtomicReference<>();
      Thread caller =
          new Thread(() -> code.set(codeOf(callsThatCanEndWithAbsence(client).get(which))));
      caller.start();
      headersAreIn.await();
      end.accept(client, caller);
      caller.join();
      return Objects.requireNonNull(code.get(), "the call did not fail");
    }
  }

  private static List<Runnable> callsThatCanEndWithAbsence(RosterClient client) {
    return List.of(
        () -> client.findMembership(Samples.GROUP, Samples.USER),
        () -> client.ensureNotMember(Samples.GROUP, Samples.USER),
        () -> client.ensureDeleted(Samples.ID),
        () -> client.getMembership(Samples.ID));
  }

  private static ErrorCode codeOf(Runnable call) {
    return Objects.requireNonNull(
            catchThrowableOfType(RosterException.class, call::run), "the call did not fail")
        .code();
  }

  private static RosterClient client(
      RawService service, OkHttpClient http, Duration attemptTimeout) {
    return RosterClient.builder(
            SERVICE.builder().endpoint(service.endpoint()).httpClient(http).build())
        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
        .attemptTimeout(attemptTimeout)
        .deadline(Duration.ofSeconds(60))
        .settlingTime(Duration.ZERO)
        .build();
  }
}
