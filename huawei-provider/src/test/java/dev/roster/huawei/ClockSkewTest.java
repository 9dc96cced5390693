package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
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
    SERVICE.answers(
        refusal("Signature is expired").withHeader("Date", "Fri, 02 Jan 2026 05:00:00 GMT"));

    ErrorDescription described = Failing.describedCall(driver, operation);
    SERVICE.answers(okJson(operation.goodReply()));
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
    SERVICE.answers(refusal(WORDS));
    Failing.call(driver, WireOperation.GET);

    SERVICE.answers(okJson(WireOperation.GET.goodReply()));
    WireOperation.GET.call(driver, new OneAttempt());

    assertThat(SERVICE.requests().get(1).getHeader("X-Sdk-Date")).isEqualTo("20260102T043405Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"verify aksk signature fail", "security token expired", "ak not exist", ""})
  void anyOther401LeavesTheClockAlone(String words) throws Exception {
    MembershipDriver driver = SERVICE.driver();
    SERVICE.answers(refusal(words).withHeader("Date", "Fri, 02 Jan 2026 05:00:00 GMT"));

    assertThat(Failing.describedCall(driver, WireOperation.GET).code())
        .isEqualTo(ErrorCode.UNAUTHENTICATED);
    SERVICE.answers(okJson(WireOperation.GET.goodReply()));
    WireOperation.GET.call(driver, new OneAttempt());

    assertThat(SERVICE.requests().get(1).getHeader("X-Sdk-Date")).isEqualTo("20260102T030405Z");
  }

  @Test
  void anImpossibleTimeInTheWordsIsIgnored() {
    MembershipDriver driver = SERVICE.driver();
    SERVICE.answers(refusal("signature expired, server time:20269999T999999Z"));

    assertThat(Failing.describedCall(driver, WireOperation.GET).code())
        .isEqualTo(ErrorCode.CLOCK_SKEW);
  }
}
