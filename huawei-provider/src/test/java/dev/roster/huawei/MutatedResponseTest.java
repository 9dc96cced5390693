package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A success with any one of its values exchanged for another kind is read, or is an invalid
 * response that may have been applied; it is nothing else, in no operation.
 */
class MutatedResponseTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = WireOperation.Samples.WITHOUT_CONTENT)
  void aSuccessOfAnotherFormIsReadOrIsAnInvalidResponse(WireOperation operation) {
    MembershipDriver driver = SERVICE.driver();
    List<String> wrong = new ArrayList<>();
    for (String body : MutatedJson.of(operation.goodResponse())) {
      SERVICE.respondsAsTheService(okJson(body));
      Throwable failure = catchThrowable(() -> operation.call(driver, new OneAttempt()));
      if (failure != null && !isInvalid(driver.describe(failure))) {
        wrong.add("%s: %s".formatted(failure, body));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isInvalid(ErrorDescription described) {
    return described.code() == ErrorCode.INVALID_RESPONSE
        && described.reach() == Reach.MAYBE_APPLIED;
  }
}
