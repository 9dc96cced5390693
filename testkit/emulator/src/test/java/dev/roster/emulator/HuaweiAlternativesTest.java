package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer of Huawei Cloud that is assumed can be another one, where another is plausible. */
class HuaweiAlternativesTest {

  private static final String BASE = "/v1/identity-stores/d-1234567890";
  private static final String MISSING = BASE + "/group-memberships/none";

  @ParameterizedTest
  @CsvSource({
    "HUAWEI_PREFIX_IDENTITY_CENTER,THROTTLE,429,APIGW.0308",
    "HUAWEI_PREFIX_IDENTITY_CENTER,DENY_ACCESS,403,IdentityCenter.1000",
    "HUAWEI_PREFIX_APIG,THROTTLE,429,APIG.0308",
    "HUAWEI_PREFIX_APIG,DENY_ACCESS,403,IIC.1000",
    "HUAWEI_QUOTA_IS_CONFLICT,EXCEED_QUOTA,409,IIC.1007"
  })
  void anErrorHasTheOtherCode(AlternativeAnswer answer, FaultKind fault, int status, String code)
      throws Exception {
    try (Emulator emulator = emulator(answer)) {
      emulator.store().faults().onAnyOperation().next(Fault.of(fault));

      HttpResponse<String> reply = new PlainClient(emulator).huawei("GET", MISSING, "");

      assertThat(reply.statusCode()).isEqualTo(status);
      assertThat(reply.body()).contains("\"error_code\":\"" + code + "\"");
    }
  }

  @Test
  void whatIsMissingCanHaveTheNumberOfABadRequest() throws Exception {
    try (Emulator emulator = emulator(AlternativeAnswer.HUAWEI_MISSING_IS_NUMBER_400)) {
      HttpResponse<String> reply = new PlainClient(emulator).huawei("GET", MISSING, "");

      assertThat(reply.statusCode()).isEqualTo(404);
      assertThat(reply.body()).contains("\"error_code\":\"IIC.400\"");
    }
  }

  @Test
  void aReplyWithoutABodyCanBe200() throws Exception {
    try (Emulator emulator = emulator(AlternativeAnswer.HUAWEI_EMPTY_REPLY_IS_200)) {
      String made =
          emulator
              .store()
              .createMembership(emulator.store().addGroup(), emulator.store().addUser())
              .membershipId()
              .value();

      HttpResponse<String> reply =
          new PlainClient(emulator).huawei("DELETE", BASE + "/group-memberships/" + made, "");

      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.body()).isEmpty();
      assertThat(reply.headers().firstValue("Content-Type")).isEmpty();
    }
  }

  private static Emulator emulator(AlternativeAnswer answer) {
    return Emulator.builder().withoutSignatures().answering(answer).start();
  }
}
