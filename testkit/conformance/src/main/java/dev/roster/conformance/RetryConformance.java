package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A transient failure costs one request per attempt and nothing more; a final one costs one. */
public abstract non-sealed class RetryConformance extends ConformanceSuite {

  private static final int ATTEMPTS = RetryPolicy.defaults().maxAttempts();

  private static final Duration LATE = Duration.ofMillis(30);

  private static final Set<FaultKind> TRANSIENT =
      EnumSet.of(
          FaultKind.SERVER_ERROR,
          FaultKind.UNAVAILABLE,
          FaultKind.REQUEST_LOST,
          FaultKind.RESPONSE_LOST,
          FaultKind.RESPONSE_TRUNCATED,
          FaultKind.RESPONSE_GARBLED);

  /** For subclasses, which have nothing to construct. */
  protected RetryConformance() {}

  static Stream<Arguments> readsAndTransientFaults() {
    return Stream.concat(Stream.of(Fault.fail(Duration.ZERO)), TRANSIENT.stream().map(Fault::of))
        .flatMap(fault -> reads().map(read -> arguments(read, fault)));
  }

  private static Stream<Operation> reads() {
    return Stream.of(Operation.values())
        .filter(operation -> operation.about() == Resource.MEMBERSHIP)
        .filter(operation -> !operation.isWrite());
  }

  @ParameterizedTest
  @MethodSource("readsAndTransientFaults")
  void aReadSurvivesATransientFault(Operation read, Fault fault) throws Exception {
    Scene scene = newScene();
    inject(read, 1, fault);
    scene.call(read, newClient());
    expectRequests(read, 2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void aResponseThatComesLateIsAResponse(Operation operation) throws Exception {
    Scene scene = newScene();
    inject(operation, 1, Fault.delay(LATE));
    scene.call(operation, newClient());
    expectRequests(operation, 1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void anUnavailableServiceIsGivenUpAfterAllAttempts(Operation operation) throws Exception {
    Scene scene = newScene();
    injectFrom(operation, 1, ATTEMPTS, Fault.fail(Duration.ZERO));
    RosterClient client = newClient(builder -> builder.settlingTime(Duration.ZERO));
    RosterException failure = failureOf(ErrorCode.UNAVAILABLE, () -> scene.call(operation, client));
    assertThat(waits()).hasSizeLessThan(ATTEMPTS);
    assertThat(failure.outcome()).isEqualTo(outcomeOfLost(operation));
    expectRequests(operation, ATTEMPTS);
    expectReadBackOf(operation);
  }

  private void expectReadBackOf(Operation operation) {
    if (operation == Operation.DELETE_MEMBERSHIP) {
      expectRequests(Operation.GET_MEMBERSHIP, 1);
    } else if (operation.isWrite()) {
      expectRequests(Operation.FIND_MEMBERSHIP, 1);
    }
  }

  @Test
  void aResponseThatStaysUnreadableIsABadResponse() throws Exception {
    Scene scene = newScene();
    injectFrom(Operation.GET_MEMBERSHIP, 1, ATTEMPTS, FaultKind.RESPONSE_GARBLED);
    RosterClient client = newClient();
    failureOf(ErrorCode.INVALID_RESPONSE, () -> client.getMembership(scene.membershipId()));
    expectRequests(Operation.GET_MEMBERSHIP, ATTEMPTS);
  }

  @Test
  void oneAttemptMeansOneRequest() throws Exception {
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, Fault.fail(Duration.ZERO));
    RetryPolicy once = RetryPolicy.defaults().withMaxAttempts(1);
    RosterClient client = newClient(builder -> builder.retryPolicy(once));
    failureOf(ErrorCode.UNAVAILABLE, () -> client.getMembership(scene.membershipId()));
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void deniedAccessIsFinal(Operation operation) throws Exception {
    Scene scene = newScene();
    inject(operation, 1, FaultKind.ACCESS_DENIED);
    RosterClient client = newClient();
    RosterException failure =
        failureOf(ErrorCode.ACCESS_DENIED, () -> scene.call(operation, client));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure.providerCode()).as("the service's own code").isPresent();
    expectRequests(operation, 1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void aSignatureOutOfTimeIsCorrectedAndRetriedAtOnce(Operation operation) throws Exception {
    Scene scene = newScene();
    inject(operation, 1, FaultKind.CLOCK_SKEW);
    scene.call(operation, newClient());
    assertThat(waits()).isEmpty();
    expectRequests(operation, 2);
  }

  @Test
  void aSignatureThatStaysOutOfTimeIsRetriedOnlyOnce() throws Exception {
    Scene scene = newScene();
    injectFrom(Operation.GET_MEMBERSHIP, 1, 2, FaultKind.CLOCK_SKEW);
    RosterClient client = newClient();
    failureOf(ErrorCode.CLOCK_SKEW, () -> client.getMembership(scene.membershipId()));
    expectRequests(Operation.GET_MEMBERSHIP, 2);
  }
}
