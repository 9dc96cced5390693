package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.MembershipId;
import dev.roster.NativeAccess;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.conformance.internal.watch.ArrivalTime;
import dev.roster.conformance.internal.watch.CallOnThread;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.spi.CallsNatively;
import dev.roster.spi.MembershipDriver;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Native calls are paced, retried and ended as others, and a lost write is never made twice. */
public abstract non-sealed class NativeCallConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected NativeCallConformance() {}

  private NativeCalls calls() {
    NativeCalls calls = harness().nativeCalls().orElse(null);
    assumeTrue(calls != null, "the harness has no native calls over the wire");
    return calls;
  }

  @Test
  void aDriverNamesItsNativeTypesAndRefusesOthers() throws Exception {
    MembershipDriver driver = harness().openDriver();
    RosterClient client = newClient(driver, builder -> builder);
    if (driver instanceof CallsNatively natively) {
      assertThat(natively.nativeTypes()).isNotEmpty().isEqualTo(natively.nativeTypes());
    }
    failureOf(
        ErrorCode.UNSUPPORTED,
        Outcome.NOT_SENT,
        () -> client.callNative(NativeCallConformance.class, NativeAccess.READ, any -> any));
  }

  @Test
  void aNativeCallIsOneRequest() throws Exception {
    NativeCalls calls = calls();
    Scene scene = newScene();
    RosterClient client = newClient();
    calls.read(client, scene.membershipId());
    calls.delete(client, scene.membershipId());
    assertThat(client.findMembership(scene.group(), scene.member())).isEmpty();
    expectOneRequestEach(
        Operation.GET_MEMBERSHIP, Operation.DELETE_MEMBERSHIP, Operation.FIND_MEMBERSHIP);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "THROTTLED",
        "SERVER_ERROR",
        "UNAVAILABLE",
        "REQUEST_LOST",
        "RESPONSE_LOST",
        "RESPONSE_TRUNCATED",
        "CLOCK_SKEW"
      })
  void aNativeReadSurvivesATransientFault(FaultKind fault) throws Exception {
    NativeCalls calls = calls();
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, fault);
    calls.read(newClient(), scene.membershipId());
    expectRequests(Operation.GET_MEMBERSHIP, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "CONCURRENT_MODIFICATION", "CLOCK_SKEW"})
  void aNativeWriteThatWasRefusedForNowIsRetried(FaultKind fault) throws Exception {
    NativeCalls calls = calls();
    Scene scene = newScene();
    inject(Operation.DELETE_MEMBERSHIP, 1, fault);
    calls.delete(newClient(), scene.membershipId());
    expectRequests(Operation.DELETE_MEMBERSHIP, 2);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SERVER_ERROR",
        "SERVER_ERROR_AFTER_COMMIT",
        "UNAVAILABLE",
        "REQUEST_LOST",
        "RESPONSE_LOST",
        "RESPONSE_TRUNCATED"
      })
  void aNativeWriteThatMayHaveBeenAppliedIsUnknownAndNotRetried(FaultKind fault) throws Exception {
    NativeCalls calls = calls();
    Scene scene = newScene();
    inject(Operation.DELETE_MEMBERSHIP, 1, fault);
    RosterClient client = newClient();
    RosterException failure = failureOf(() -> calls.delete(client, scene.membershipId()));
    assertThat(failure.outcome()).as("%s", failure.getMessage()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.operation()).isEqualTo("callNative");
    expectRequests(Operation.DELETE_MEMBERSHIP, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_DENIED", "CONFLICT"})
  void aRefusalIsTheUsualFailureWithItsNativeError(FaultKind fault) throws Exception {
    NativeCalls calls = calls();
    Scene scene = newScene();
    inject(Operation.DELETE_MEMBERSHIP, 1, fault);
    RosterClient client = newClient();
    RosterException failure =
        failureOf(fault.code(), () -> calls.delete(client, scene.membershipId()));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    harness().nativeError().ifPresent(type -> assertThat(failure.unwrap(type)).isPresent());
    expectRequests(Operation.DELETE_MEMBERSHIP, 1);
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    NativeCalls calls = calls();
    MembershipId absent = harness().absentMembership();
    RosterClient client = newClient();
    failureOf(ErrorCode.NOT_FOUND, () -> calls.read(client, absent));
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  @Test
  void aHintIsWaitedFor() throws Exception {
    NativeCalls calls = calls();
    Scene scene = newScene();
    inject(Operation.DELETE_MEMBERSHIP, 1, Fault.throttle(HINT));
    calls.delete(newClient(), scene.membershipId());
    requireHintWasWaitedFor();
    expectRequests(Operation.DELETE_MEMBERSHIP, 2);
  }

  @Test
  void nothingIsSentWhereNothingCanBeReached() throws Exception {
    NativeCalls calls = calls();
    RosterClient client = newClient(harness().openUnreachableDriver(), builder -> builder);
    RosterException failure =
        failureOf(ErrorCode.UNAVAILABLE, () -> calls.delete(client, harness().absentMembership()));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.attempts()).as("what was surely not sent is retried").isEqualTo(4);
  }

  @Test
  void anInterruptEndsABlockedNativeWrite() throws Exception {
    NativeCalls calls = calls();
    assumeAborts();
    Scene scene = newScene();
    inject(Operation.DELETE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newPatientClient();
    interruptOnceHeld(() -> deleted(calls, client, scene)).requireCancelled(Outcome.UNKNOWN);
    expectRequests(Operation.DELETE_MEMBERSHIP, 1);
  }

  @Test
  void closingEndsABlockedNativeWrite() throws Exception {
    NativeCalls calls = calls();
    assumeAborts();
    Scene scene = newScene();
    inject(Operation.DELETE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newPatientClient();
    CallOnThread call = CallOnThread.start(() -> deleted(calls, client, scene));
    awaitHeldResponses(1);
    client.close();
    call.requireFailure(ErrorCode.CLIENT_CLOSED, Outcome.UNKNOWN);
    expectRequests(Operation.DELETE_MEMBERSHIP, 1);
  }

  private static Scene deleted(NativeCalls calls, RosterClient client, Scene scene) {
    calls.delete(client, scene.membershipId());
    return scene;
  }

  @Test
  void theTimeForAnAttemptEndsABlockedNativeWrite() throws Exception {
    NativeCalls calls = calls();
    assumeAborts();
    Scene scene = newScene();
    RosterClient hasty = hasty(calls, scene);
    inject(Operation.DELETE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    failureOf(ErrorCode.TIMEOUT, Outcome.UNKNOWN, () -> calls.delete(hasty, scene.membershipId()));
    expectRequests(Operation.GET_MEMBERSHIP, 2);
    expectRequests(Operation.DELETE_MEMBERSHIP, 1);
  }

  /** A client that has connected; its attempts have the time that a request needs to arrive. */
  private RosterClient hasty(NativeCalls calls, Scene scene) throws Exception {
    RosterClient patient = newClient();
    calls.read(patient, scene.membershipId());
    Duration enough = ArrivalTime.of(() -> calls.read(patient, scene.membershipId()));
    return patient.with(CallOptions.defaults().withAttemptTimeout(enough));
  }

  @Test
  void aClosedClientCallsNoFunction() throws Exception {
    NativeCalls calls = calls();
    Scene scene = newScene();
    RosterClient client = newClient();
    client.close();
    failureOf(
        ErrorCode.CLIENT_CLOSED,
        Outcome.NOT_SENT,
        () -> calls.delete(client, scene.membershipId()));
  }
}
