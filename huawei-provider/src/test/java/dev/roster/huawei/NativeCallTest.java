package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.ErrorCode;
import dev.roster.NativeAccess;
import dev.roster.NativeFunction;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A native call is signed for the service alone, and is one request. */
class NativeCallTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final AtomicInteger credentialsAsked = new AtomicInteger();
  private final TurnedClock clock = new TurnedClock(FakeService.NOW);
  private final RosterClient client =
      RosterClient.builder(
              SERVICE
                  .builder()
                  .clock(clock)
                  .credentialsProvider(
                      () -> {
                        credentialsAsked.incrementAndGet();
                        return FakeService.KEYS;
                      })
                  .build())
          .build();

  @AfterEach
  void close() {
    client.close();
  }

  private static HttpUrl url(String path) {
    return HttpUrl.get(SERVICE.endpoint() + path);
  }

  private static Request get(String path) {
    return new Request.Builder().url(url(path)).build();
  }

  private <T> T read(NativeFunction<Call.Factory, T> function) {
    return client.callNative(Call.Factory.class, NativeAccess.READ, function);
  }

  private RosterException failureOfWrite(NativeFunction<Call.Factory, String> function) {
    return catchThrowableOfType(
        RosterException.class,
        () -> client.callNative(Call.Factory.class, NativeAccess.WRITE, function));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/users",
        "/v1/a%20b/%2F?x=1&a=%26%3D",
        "/v1/gr%C3%B6%C3%BCp/@:!$'()*,;/?q=a+b&e",
        "/v1/%E7%BB%84/"
      })
  void whateverIsAskedForIsSigned(String path) {
    SERVICE.respondsWith(okJson("{}"));
    String body = read(calls -> HuaweiNativeCalls.text(calls, get(path)));
    assertThat(body).isEqualTo("{}");
    LoggedRequest request = SERVICE.onlyRequest();
    assertThat(HttpUrl.get(request.getAbsoluteUrl()).pathSegments())
        .isEqualTo(url(path).pathSegments());
    RequestsOnTheWireTest.assertSigned(request, "host;x-sdk-date");
  }

  @Test
  void aBodyIsSignedAndKeepsItsTypeAndOtherHeaders() {
    SERVICE.respondsWith(okJson("{}"));
    Request request =
        new Request.Builder()
            .url(url("/v1/identity-stores/d-1234567890/users"))
            .header("Authorization", "of another")
            .header("X-Language", "en-us")
            .put(RequestBody.create("{\"a\":1}", MediaType.get("application/merge-patch+json")))
            .build();
    read(calls -> HuaweiNativeCalls.text(calls, request));
    LoggedRequest sent = SERVICE.onlyRequest();
    assertThat(sent.getBodyAsString()).isEqualTo("{\"a\":1}");
    assertThat(sent.getHeader("Content-Type")).startsWith("application/merge-patch+json");
    assertThat(sent.getHeader("X-Language")).isEqualTo("en-us");
    assertThat(sent.getHeader("User-Agent")).startsWith("roster-huawei/");
    RequestsOnTheWireTest.assertSigned(sent, "host;x-sdk-date");
  }

  @Test
  void everyAttemptIsSignedAfresh() {
    SERVICE.respondsWith(aResponse().withStatus(500));
    Request request = get("/v1/users");
    RosterException failure =
        catchThrowableOfType(
            RosterException.class,
            () ->
                read(
                    calls -> {
                      clock.turnBy(Duration.ofSeconds(2));
                      return HuaweiNativeCalls.text(calls, request);
                    }));
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(SERVICE.requests())
        .hasSize(failure.attempts())
        .extracting(each -> each.getHeader("X-Sdk-Date"))
        .doesNotHaveDuplicates();
    SERVICE.requests().forEach(each -> RequestsOnTheWireTest.assertSigned(each, "host;x-sdk-date"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:%d/", "https://127.0.0.1:%d/", "http://127.0.0.1:1/"})
  void aRequestToAnotherAddressIsRefusedBeforeAnythingIsSignedOrSent(String other) {
    HttpUrl elsewhere = HttpUrl.get(other.formatted(SERVICE.server().port()));
    Request request = new Request.Builder().url(elsewhere).build();
    RosterException failure = failureOfWrite(calls -> HuaweiNativeCalls.text(calls, request));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure).hasMessageContaining("signed for " + SERVICE.endpoint() + " alone");
    assertThat(credentialsAsked).hasValue(0);
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void aSecondRequestIsNotSentAndTheFirstMayHaveBeenApplied() {
    SERVICE.respondsWith(okJson("{}"));
    RosterException failure =
        failureOfWrite(
            calls ->
                HuaweiNativeCalls.text(calls, get("/1"))
                    + HuaweiNativeCalls.text(calls, get("/2")));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure).hasMessageContaining("one request");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(SERVICE.onlyRequest().getUrl()).isEqualTo("/1");
  }

  @Test
  void aClonedCallIsASecondRequest() {
    SERVICE.respondsWith(okJson("{}"));
    RosterException failure =
        failureOfWrite(
            calls -> {
              Call call = calls.newCall(get("/1"));
              call.execute().close();
              return call.clone().execute().toString();
            });
    assertThat(failure).hasMessageContaining("one request");
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void anAsynchronousRequestIsRefused() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Callback callback =
        new Callback() {
          @Override
          public void onFailure(Call call, IOException failure) {
            answer.completeExceptionally(failure);
          }

          @Override
          public void onResponse(Call call, Response response) {
            answer.complete("sent");
          }
        };
    RosterException failure =
        failureOfWrite(
            calls -> {
              calls.newCall(get("/1")).enqueue(callback);
              return answer.join();
            });
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure).hasMessageContaining("on that one's thread");
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void theNativeClientIsOfNoUseAfterTheCall() {
    Call.Factory kept = read(calls -> calls);
    IOException refused =
        catchThrowableOfType(IOException.class, () -> HuaweiNativeCalls.text(kept, get("/1")));
    assertThat(refused).hasMessageContaining("in its function");
    assertThat(SERVICE.requests()).isEmpty();
    assertThat(kept).isNotInstanceOf(OkHttpClient.class);
  }

  @Test
  void nothingIsSentAgainSilentlyAndNoRedirectIsFollowed() {
    SERVICE.respondsWith(aResponse().withStatus(503).withHeader("Retry-After", "0"));
    RosterException unavailable = failureOfWrite(calls -> HuaweiNativeCalls.text(calls, get("/1")));
    assertThat(unavailable.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(SERVICE.requests()).hasSize(1);
    SERVICE.respondsWith(aResponse().withStatus(307).withHeader("Location", "/2"));
    RosterException redirected = failureOfWrite(calls -> HuaweiNativeCalls.text(calls, get("/1")));
    assertThat(redirected.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void aFunctionCanCatchARefusalThatItExpects() {
    SERVICE.respondsWith(
        aResponse().withStatus(404).withBody("{\"error_code\":\"IIC.1001\",\"error_msg\":\"no\"}"));
    Optional<String> found =
        read(
            calls -> {
              try {
                return Optional.of(HuaweiNativeCalls.text(calls, get("/1")));
              } catch (HuaweiServiceException refused) {
                assertThat(refused.errorCode()).contains("IIC.1001");
                return Optional.empty();
              }
            });
    assertThat(found).isEmpty();
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void aFunctionThatFailsAfterItsResponseLeavesTheOutcomeUnknown() {
    SERVICE.respondsWith(okJson("{}"));
    RosterException failure =
        failureOfWrite(
            calls -> {
              HuaweiNativeCalls.text(calls, get("/1"));
              throw new ConnectException("the function's own database is down");
            });
    assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.unwrap(ConnectException.class)).isPresent();
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void aResponseThatIsTooLongIsInvalid() {
    SERVICE.respondsWith(okJson("\"" + "x".repeat(4 * 1024 * 1024) + "\""));
    RosterException failure = failureOfWrite(calls -> HuaweiNativeCalls.text(calls, get("/1")));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void theHttpClientItselfIsNoNativeClientForItSignsNothing() {
    RosterException failure =
        catchThrowableOfType(
            RosterException.class,
            () -> client.callNative(OkHttpClient.class, NativeAccess.READ, http -> http));
    assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(failure).hasMessageContaining(Call.Factory.class.getName());
  }
}
