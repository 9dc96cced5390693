package dev.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RosterException;
import dev.roster.spi.InvalidInputException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ProblemDetail;

/** Who can correct a failure decides its status, and no status tells what a caller may not know. */
class RosterProblemDetailsTest {

  private static final String SAYS_TOO_MUCH = "arn:aws:iam::123456789012:role/ops of group g-1";

  private static RosterException.Builder error(ErrorCode code) {
    return RosterException.builder(code, "aws", ClientMethod.CREATE_MEMBERSHIP)
        .message(SAYS_TOO_MUCH)
        .requestId("r-1")
        .outcome(Outcome.NOT_APPLIED);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, 400",
    "INVALID_PAGE_TOKEN, 400",
    "NOT_FOUND, 404",
    "ALREADY_MEMBER, 409",
    "ALREADY_EXISTS, 409",
    "AMBIGUOUS, 409",
    "CONCURRENT_MODIFICATION, 409",
    "CONFLICT, 409",
    "QUOTA_EXCEEDED, 409",
    "UNSUPPORTED, 501",
    "UNAUTHENTICATED, 502",
    "ACCESS_DENIED, 502",
    "CLOCK_SKEW, 502",
    "WRONG_ENDPOINT, 502",
    "INVALID_RESPONSE, 502",
    "UNKNOWN, 502",
    "THROTTLED, 503",
    "UNAVAILABLE, 503",
    "CANCELLED, 503",
    "CLIENT_CLOSED, 503",
    "TIMEOUT, 504"
  })
  void everyCodeHasItsStatus(ErrorCode code, int status) {
    assertThat(RosterProblemDetails.status(error(code).build()).value()).isEqualTo(status);
  }

  @Test
  void aStoreThatIsMissingIsNotTheCallersMistake() {
    RosterException error = error(ErrorCode.NOT_FOUND).missing(Resource.IDENTITY_STORE).build();
    assertThat(RosterProblemDetails.status(error).value()).isEqualTo(502);
    assertThat(RosterProblemDetails.of(error).getDetail())
        .isEqualTo("The identity store could not be used.");
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void noBodyNamesWhatTheMessageNames(ErrorCode code) {
    ProblemDetail problem = RosterProblemDetails.of(error(code).build());
    for (Outcome outcome : Outcome.values()) {
      assertThat(RosterProblemDetails.of(error(code).outcome(outcome).build()).getDetail())
          .isNotBlank()
          .doesNotContain("arn:", "g-1", "r-1");
    }
    assertThat(Objects.requireNonNull(problem.getProperties()))
        .containsOnlyKeys("code", "outcome")
        .containsEntry("code", code.name())
        .containsEntry("outcome", "NOT_APPLIED");
  }

  @Test
  void whatTheLibraryItselfRefusesNamesTheFieldAndTheRule() {
    RosterException error =
        error(ErrorCode.INVALID_ARGUMENT)
            .outcome(Outcome.NOT_SENT)
            .cause(new InvalidInputException("group id must have at most 47 characters"))
            .build();
    assertThat(RosterProblemDetails.of(error).getDetail())
        .isEqualTo("The request is not valid: group id must have at most 47 characters.");
  }

  @Test
  void theMessageIsThereForThoseWhoAskForIt() {
    assertThat(RosterProblemDetails.withMessage(error(ErrorCode.TIMEOUT).build()).getDetail())
        .isEqualTo(SAYS_TOO_MUCH);
  }
}
