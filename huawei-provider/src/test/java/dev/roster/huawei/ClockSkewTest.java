package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature out of time corrects the clock that signs, so that the next one is in time. */
class ClockSkewTest {

  private static final String WORDS =
      "Incorrect IAM authentication information: signature expired,"
          + " signature time:20260102T030405Z,server time:20260102T043405Z";

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static ResponseDefinitionBuilder refusal(String words) {
    return aResponse()
        .withStatus(401)
        .withBody("{\"error_code\":\"APIGW.0301\",\"error_msg\":\"%s\"}".formatted(words));
  }

  @ParameterizedTest
  @EnumSource
  void theNextRequestIsSignedByTheServicesTime(WireOperation operation) throws Exception {
    MembershipDriver driver = SERVICE.driver();
    SERVICE.respondsWith(
        refusal("Signature is expired").withHeader("Date", "Fri, 02 Jan 2026 05:00:00 GMT"));

    ErrorDescription described = Failing.describedCall(driver, operation);
    SERVICE.respondsAsTheService(okJson(operation.goodResponse()));
    operation.call(driver, new OneAttempt());

    assertThat(described.code()).isEqualTo(ErrorCode.CLOCK_SKEW);
    assertThat(described.reach()).isEqualTo(Reach.REFUSED);
    assertThat(SERVICE.requests())
        .extracting(request -> request.getHeader("X-Sdk-Date"))
        .containsExactly("20260102T030405Z", "20260102T050000Z");
  }

  @Test
  void withoutADateHeaderTheTimeInTheWordsCounts() throws Exception {
    MembershipDriver driver = SERVICE.driver();
    SERVICE.respondsWith(refusal(WORDS));
    Failing.call(driver, WireOperation.GET);

    SERVICE.respondsWith(okJson(WireOperation.GET.goodResponse()));
    WireOperation.GET.call(driver, new OneAttempt());

    assertThat(SERVICE.requests().get(1).getHeader("X-Sdk-Date")).isEqualTo("20260102T043405Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"verify aksk signature fail", "security token expired", "ak not exist", ""})
  void anyOther401LeavesTheClockAlone(String words) throws Exception {
    MembershipDriver driver = SERVICE.driver();
    SERVICE.respondsWith(refusal(words).withHeader("Date", "Fri, 02 Jan 2026 05:00:00 GMT"));

    assertThat(Failing.describedCall(driver, WireOperation.GET).code())
        .isEqualTo(ErrorCode.UNAUTHENTICATED);
    SERVICE.respondsWith(okJson(WireOperation.GET.goodResponse()));
    WireOperation.GET.call(driver, new OneAttempt());

    assertThat(SERVICE.requests().get(1).getHeader("X-Sdk-Date")).isEqualTo("20260102T030405Z");
  }

  /** Neither the clocks' difference nor words that are not the service's make a skew of it. */
  @ParameterizedTest
  @EnumSource
  void onlyTheServiceItselfSaysWhatSkewIs(WireOperation operation) throws Exception {
    MembershipDriver driver = SERVICE.driver();
    String words = "{\"error_code\":\"IIC.1000\",\"error_msg\":\"signature expired\"}";
    Map<ResponseDefinitionBuilder, ErrorCode> denials =
        Map.of(
            aResponse().withStatus(403).withBody(words), ErrorCode.ACCESS_DENIED,
            aResponse().withStatus(400).withBody(words), operation.meaningOf400(),
            aResponse()
                    .withStatus(401)
                    .withBody(words.replace("signature expired", "wrong secret")),
                ErrorCode.UNAUTHENTICATED,
            aResponse().withStatus(401).withBody("<html>signature expired</html>"),
                ErrorCode.INVALID_RESPONSE,
            aResponse().withStatus(401).withBody("{\"message\":\"signature expired\"}"),
                ErrorCode.INVALID_RESPONSE);
    denials.forEach(
        (response, code) -> {
          SERVICE.respondsWith(response.withHeader("Date", "Fri, 02 Jan 2026 03:14:05 GMT"));
          assertThat(Failing.describedCall(driver, operation).code()).isEqualTo(code);
        });
    SERVICE.respondsAsTheService(okJson(operation.goodResponse()));
    operation.call(driver, new OneAttempt());

    assertThat(SERVICE.requests())
        .extracting(request -> request.getHeader("X-Sdk-Date"))
        .containsOnly("20260102T030405Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fri, 02 Jan 99999 05:00:00 GMT",
        "Fri, 02 Jan 10000 00:00:00 GMT",
        "Fri, 02 Jan 1066 05:00:00 GMT"
      })
  void aDateThatNoSignatureCanCarryIsNotTakenOver(String date) throws Exception {
    MembershipDriver driver = SERVICE.driver();
    SERVICE.respondsWith(refusal("signature expired").withHeader("Date", date));
    Failing.call(driver, WireOperation.GET);
    SERVICE.respondsWith(refusal(WORDS).withHeader("Date", date));
    Failing.call(driver, WireOperation.GET);
    SERVICE.respondsWith(okJson(WireOperation.GET.goodResponse()));
    WireOperation.GET.call(driver, new OneAttempt());

    assertThat(SERVICE.requests())
        .extracting(request -> request.getHeader("X-Sdk-Date"))
        .containsExactly("20260102T030405Z", "20260102T030405Z", "20260102T043405Z");
  }

  @Test
  void aMachineWhoseClockNoSignatureCanCarrySendsNothing() {
    MembershipDriver driver =
        SERVICE.closedAfterwards(
            SERVICE
                .builder()
                .clock(new TurnedClock(Instant.parse("+99999-01-01T00:00:00Z")))
                .build());

    ErrorDescription described = Failing.describedCall(driver, WireOperation.CREATE);

    assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
    assertThat(described.message().orElseThrow()).contains("set this machine's clock");
    assertThat(SERVICE.requests()).isEmpty();
  }

  /** Without a date of its own, a response is as late as the last one that had one. */
  @Test
  void aWaitUntilADateIsMeasuredByTheServicesTime() {
    MembershipDriver driver = SERVICE.driver();
    SERVICE.respondsWith(refusal(WORDS));
    Failing.call(driver, WireOperation.GET);
    SERVICE.respondsWith(
        aResponse().withStatus(429).withHeader("Retry-After", "Fri, 02 Jan 2026 04:34:07 GMT"));

    assertThat(Failing.describedCall(driver, WireOperation.GET).retryAfter())
        .contains(Duration.ofSeconds(2));
  }

  @Test
  void anImpossibleTimeInTheWordsIsIgnored() {
    MembershipDriver driver = SERVICE.driver();
    SERVICE.respondsWith(refusal("signature expired, server time:20269999T999999Z"));

    assertThat(Failing.describedCall(driver, WireOperation.GET).code())
        .isEqualTo(ErrorCode.CLOCK_SKEW);
  }
}
