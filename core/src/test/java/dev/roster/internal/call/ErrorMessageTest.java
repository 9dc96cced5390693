package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.internal.configuration.ClientSettings;
import dev.roster.internal.operation.Creation;
import dev.roster.internal.operation.MembershipCalls;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person reads: what failed, how often it was tried, what may have changed, what to do. */
class ErrorMessageTest {

  @Test
  void aRefusalTellsWhatTheServiceSaid() {
    ErrorDescription refusal =
        ErrorDescription.builder(ErrorCode.ACCESS_DENIED, Reach.REFUSED)
            .providerCode("FAKE.1000")
            .message("no such right")
            .requestId("r-9")
            .build();

    assertThat(message(failing(refusal), call -> new Creation(call, GROUP, USER).created()))
        .isEqualTo(
            "getMembership of it on scripted failed: ACCESS_DENIED (FAKE.1000): no such right"
                + " [1 attempt in 0 ms, request id r-9] "
                + ErrorCode.ACCESS_DENIED.advice());
  }

  @Test
  void aWaitThatIsTooLongIsNamedWithTheReason() {
    ErrorDescription throttled =
        ErrorDescription.builder(ErrorCode.THROTTLED, Reach.REFUSED)
            .retryAfter(Duration.ofHours(1))
            .build();

    assertThat(message(failing(throttled), call -> new Creation(call, GROUP, USER).created()))
        .isEqualTo(
            "getMembership of it on scripted failed: THROTTLED [1 attempt in 0 ms, retry after"
                + " 1 h] Gave up because the service asks to wait longer than the call's deadline"
                + " allows. "
                + ErrorCode.THROTTLED.advice());
  }

  @Test
  void anOpenQuestionIsCalledOne() {
    ScriptedDriver driver = new ScriptedDriver().then("lost", "lost", "lost", "lost", "ok*");

    assertThat(message(driver, call -> MembershipCalls.delete(call, MEMBERSHIP.membershipId())))
        .startsWith("getMembership of it on scripted failed: UNAVAILABLE [16 attempts in ")
        .contains("The change may or may not have been made. " + ErrorCode.UNAVAILABLE.advice());
  }

  @Test
  void whatWasNotSentIsSaidNotToBe() {
    ScriptedDriver driver = new ScriptedDriver().then("notsent", "notsent", "notsent", "notsent");

    assertThat(message(driver, call -> new Creation(call, GROUP, USER).created()))
        .contains("[4 attempts in ", "Nothing was sent. ");
  }

  @Test
  void aDriverThatCannotDescribeAFailureDoesNotHideIt() {
    IllegalStateException raw = new IllegalStateException("the failure itself");
    ScriptedDriver driver =
        new ScriptedDriver()
            .describing(
                failure -> {
                  throw new UnsupportedOperationException("no idea");
                })
            .then(
                attempt -> {
                  throw raw;
                })
            .then("lost*");

    RosterException error = failure(driver, call -> new Creation(call, GROUP, USER).created());

    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(error)
        .satisfies(e -> assertThat(e.unwrap(IllegalStateException.class)).containsSame(raw));
    assertThat(raw.getSuppressed()).hasAtLeastOneElementOfType(UnsupportedOperationException.class);
  }

  private static ScriptedDriver failing(ErrorDescription description) {
    return new ScriptedDriver()
        .then(
            attempt -> {
              throw new ScriptedDriver.Failure(description);
            });
  }

  private static String message(ScriptedDriver driver, CallPipeline.Body<?> body) {
    return failure(driver, body).getMessage();
  }

  private static RosterException failure(ScriptedDriver driver, CallPipeline.Body<?> body) {
    ClientSettings settings = DefaultSettings.of(new TurnedTime());
    try (CallPipeline pipeline = new CallPipeline(driver, settings, () -> 0.5)) {
      return catchThrowableOfType(
          RosterException.class,
          () ->
              pipeline.call(
                  ClientMethod.GET_MEMBERSHIP,
                  ScriptedDriver.SUBJECT,
                  CallOptions.defaults(),
                  body));
    }
  }
}
