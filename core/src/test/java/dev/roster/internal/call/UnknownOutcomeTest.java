package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.EnsuredMembership;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RosterException;
import dev.roster.internal.operation.Creation;
import dev.roster.internal.operation.MembershipCalls;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a write whose response was lost: the responses of the service, what the caller
 * gets, and the requests that it takes. C is create, D delete, F find, G get, 12F twelve looks in a
 * row.
 */
class UnknownOutcomeTest {

  @ParameterizedTest
  @CsvSource({
    // answers, what the caller gets, requests
    "ok, MEMBERSHIP, C",
    "ALREADY_MEMBER, ALREADY_MEMBER NOT_APPLIED, C",
    "lost ALREADY_MEMBER ok, MEMBERSHIP, CCF",
    "garbled ALREADY_MEMBER ok, MEMBERSHIP, CCF",
    "notsent ALREADY_MEMBER, ALREADY_MEMBER NOT_APPLIED, CC",
    "THROTTLED ALREADY_MEMBER, ALREADY_MEMBER NOT_APPLIED, CC",
    "lost notsent THROTTLED ALREADY_MEMBER ok, MEMBERSHIP, CCCCF",
    "lost ok, MEMBERSHIP, CC",
    "lost lost lost lost ok, MEMBERSHIP, CCCCF",
    "lost lost lost lost NOT_FOUND:MEMBERSHIP ok, MEMBERSHIP, CCCCFF",
    "lost lost lost lost NOT_FOUND:MEMBERSHIP*, UNAVAILABLE UNKNOWN, CCCC12F",
    "lost*, UNAVAILABLE UNKNOWN, CCCC12F",
    "lost lost lost lost THROTTLED lost garbled UNAUTHENTICATED, UNAVAILABLE UNKNOWN, CCCC4F",
    "lost lost lost lost CLIENT_CLOSED, CLIENT_CLOSED UNKNOWN, CCCCF",
    "notsent notsent notsent notsent, UNAVAILABLE NOT_SENT, CCCC",
    "lost ACCESS_DENIED ok, MEMBERSHIP, CCF",
    "lost ACCESS_DENIED ACCESS_DENIED, ACCESS_DENIED UNKNOWN, CCF",
    "lost ACCESS_DENIED lost ok, MEMBERSHIP, CCFF",
    "CONFLICT ok, ALREADY_MEMBER NOT_APPLIED, CF",
    "CONFLICT NOT_FOUND:MEMBERSHIP ok, ALREADY_MEMBER NOT_APPLIED, CFF",
    "CONFLICT NOT_FOUND:MEMBERSHIP*, CONFLICT NOT_APPLIED, C12F",
    "lost CONFLICT NOT_FOUND:MEMBERSHIP*, UNAVAILABLE UNKNOWN, CC12F",
    "notsent CONFLICT NOT_FOUND:MEMBERSHIP*, CONFLICT NOT_APPLIED, CC12F",
    "THROTTLED CONFLICT lost ok, ALREADY_MEMBER NOT_APPLIED, CCFF",
    "CONFLICT lost*, CONFLICT NOT_APPLIED, C12F",
    "lost CONFLICT ok, MEMBERSHIP, CCF",
    "lost ALREADY_MEMBER ACCESS_DENIED, UNAVAILABLE UNKNOWN, CCF",
    "garbled ALREADY_MEMBER lost*, INVALID_RESPONSE UNKNOWN, CC12F",
    "lost ALREADY_MEMBER NOT_FOUND:MEMBERSHIP ok, MEMBERSHIP, CCFF",
    "lost ALREADY_MEMBER NOT_FOUND:GROUP*, UNAVAILABLE UNKNOWN, CC12F",
    "lost NOT_FOUND:GROUP NOT_FOUND:GROUP*, UNAVAILABLE UNKNOWN, CC12F",
    "CONFLICT ACCESS_DENIED, CONFLICT NOT_APPLIED, CF",
    "CONCURRENT_MODIFICATION ok, MEMBERSHIP, CC",
    "CLOCK_SKEW ok, MEMBERSHIP, CC",
    "CLOCK_SKEW CLOCK_SKEW, CLOCK_SKEW NOT_APPLIED, CC",
    "NOT_FOUND:GROUP, NOT_FOUND NOT_APPLIED, C",
    "QUOTA_EXCEEDED, QUOTA_EXCEEDED NOT_APPLIED, C",
  })
  void aCreateIsSettled(String answers, String result, String requests) {
    check(
        answers,
        result,
        requests,
        call -> {
          new Creation(call, GROUP, USER).created();
          return "MEMBERSHIP";
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ok, CREATED known, C",
    "ALREADY_MEMBER, ALREADY_PRESENT, C",
    "notsent ALREADY_MEMBER, ALREADY_PRESENT, CC",
    "THROTTLED ALREADY_MEMBER, ALREADY_PRESENT, CC",
    "lost ALREADY_MEMBER, PRESENT_MAKER_UNKNOWN, CC",
    "CONFLICT ok, ALREADY_PRESENT known, CF",
    "CONFLICT NOT_FOUND:MEMBERSHIP ok, ALREADY_PRESENT known, CFF",
    "CONFLICT NOT_FOUND:MEMBERSHIP*, CONFLICT NOT_APPLIED, C12F",
    "lost CONFLICT ok, PRESENT_MAKER_UNKNOWN known, CCF",
    "lost lost lost lost ok, PRESENT_MAKER_UNKNOWN known, CCCCF",
    "lost lost lost lost NOT_FOUND:MEMBERSHIP*, UNAVAILABLE UNKNOWN, CCCC12F",
    "NOT_FOUND:MEMBER, NOT_FOUND NOT_APPLIED, C",
  })
  void anEnsuredMemberIsSettled(String answers, String result, String requests) {
    check(
        answers,
        result,
        requests,
        call -> {
          EnsuredMembership ensured = new Creation(call, GROUP, USER).ensured();
          return ensured.presence() + (ensured.membership().isPresent() ? " known" : "");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ok, REMOVED, D",
    "NOT_FOUND:MEMBERSHIP, NOT_FOUND NOT_APPLIED, D",
    "lost NOT_FOUND:MEMBERSHIP, ABSENT_REMOVER_UNKNOWN, DD",
    "lost NOT_FOUND, ABSENT_REMOVER_UNKNOWN, DD",
    "notsent NOT_FOUND:MEMBERSHIP, NOT_FOUND NOT_APPLIED, DD",
    "lost NOT_FOUND:IDENTITY_STORE NOT_FOUND:IDENTITY_STORE*, UNAVAILABLE UNKNOWN, DD12G",
    "lost lost lost lost NOT_FOUND:MEMBERSHIP, ABSENT_REMOVER_UNKNOWN, DDDDG",
    "lost lost lost lost ok*, UNAVAILABLE UNKNOWN, DDDD12G",
    "lost lost lost lost ok lost NOT_FOUND:MEMBERSHIP, ABSENT_REMOVER_UNKNOWN, DDDD3G",
    "lost lost lost lost CLIENT_CLOSED, CLIENT_CLOSED UNKNOWN, DDDDG",
    "CONFLICT ok, REMOVED, DD",
  })
  void aDeleteIsSettled(String answers, String result, String requests) {
    check(
        answers,
        result,
        requests,
        call -> MembershipCalls.delete(call, MEMBERSHIP.membershipId()).name());
  }

  @ParameterizedTest
  @CsvSource({
    "ok, REMOVED, D",
    "NOT_FOUND:MEMBERSHIP, ALREADY_ABSENT, D",
    "NOT_FOUND, ALREADY_ABSENT, D",
    "lost NOT_FOUND:MEMBERSHIP, ABSENT_REMOVER_UNKNOWN, DD",
    "NOT_FOUND:IDENTITY_STORE, NOT_FOUND NOT_APPLIED, D",
  })
  void anEnsuredDeletionIsSettled(String answers, String result, String requests) {
    check(
        answers,
        result,
        requests,
        call -> MembershipCalls.ensureDeleted(call, MEMBERSHIP.membershipId()).name());
  }

  @ParameterizedTest
  @CsvSource({
    "ok ok, REMOVED, FD",
    "NOT_FOUND:MEMBERSHIP, ALREADY_ABSENT, F",
    "NOT_FOUND, ALREADY_ABSENT, F",
    "NOT_FOUND:GROUP, NOT_FOUND NOT_APPLIED, F",
    "ok NOT_FOUND:MEMBERSHIP, ALREADY_ABSENT, FD",
    "ok lost NOT_FOUND:MEMBERSHIP, ABSENT_REMOVER_UNKNOWN, FDD",
  })
  void anEnsuredAbsenceIsSettled(String answers, String result, String requests) {
    check(answers, result, requests, call -> MembershipCalls.ensureNot(call, GROUP, USER).name());
  }

  @Test
  void whyNothingCouldBeReadBackIsKeptWithTheError() {
    ScriptedDriver driver =
        new ScriptedDriver().then("lost", "lost", "lost", "lost", "ACCESS_DENIED");
    try (CallPipeline pipeline =
        new CallPipeline(driver, DefaultSettings.of(new TurnedTime()), () -> 0.5)) {
      assertThatThrownBy(
              () ->
                  pipeline.call(
                      ClientMethod.GET_MEMBERSHIP,
                      ScriptedDriver.SUBJECT,
                      CallOptions.defaults(),
                      call -> MembershipCalls.delete(call, MEMBERSHIP.membershipId())))
          .satisfies(
              error ->
                  assertThat(error.getSuppressed())
                      .singleElement(InstanceOfAssertFactories.type(RosterException.class))
                      .extracting(RosterException::code)
                      .isEqualTo(ErrorCode.ACCESS_DENIED));
    }
  }

  private static void check(
      String answers, String result, String requests, CallPipeline.Body<String> body) {
    ScriptedDriver driver = new ScriptedDriver().then(answers.split(" ", -1));
    assertThat(run(driver, body)).isEqualTo(result);
    assertThat(letters(driver.asked())).isEqualTo(requests);
  }

  private static String run(ScriptedDriver driver, CallPipeline.Body<String> body) {
    try (CallPipeline pipeline =
        new CallPipeline(driver, DefaultSettings.of(new TurnedTime()), () -> 0.5)) {
      return pipeline.call(
          ClientMethod.GET_MEMBERSHIP, ScriptedDriver.SUBJECT, CallOptions.defaults(), body);
    } catch (RosterException failure) {
      return failure.code() + " " + failure.outcome();
    }
  }

  private static String letters(List<Operation> operations) {
    String all =
        operations.stream()
            .map(operation -> operation.name().substring(0, 1))
            .collect(Collectors.joining());
    return Pattern.compile("([FG])\\1{2,}")
        .matcher(all)
        .replaceAll(looks -> looks.group().length() + looks.group(1));
  }
}
