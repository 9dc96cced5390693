package dev.roster.micrometer;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.CallOptions;
import dev.roster.Operation;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsObservedTest {

  private final ObservedStore observed = new ObservedStore();

  @AfterEach
  void close() {
    observed.close();
    assertThat(observed.registry).doesNotHaveAnyRemainingCurrentObservation();
  }

  private static Map<String, String> keys(Observation.ContextView context) {
    return context.getLowCardinalityKeyValues().stream()
        .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
  }

  private static Map<String, String> spanKeys(Observation.ContextView context) {
    return context.getAllKeyValues().stream()
        .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
  }

  @Test
  void aCallIsOneObservationAndItsAttemptIsItsChild() {
    observed.client.ensureMember(observed.group, observed.user);

    assertThat(observed.registry)
        .hasNumberOfObservationsEqualTo(2)
        .hasObservationWithNameEqualTo("roster.call")
        .that()
        .hasContextualNameEqualTo("roster ensureMember")
        .hasLowCardinalityKeyValue("roster.client", "default")
        .hasLowCardinalityKeyValue("roster.provider", "memory")
        .hasLowCardinalityKeyValue("roster.operation", "ensureMember")
        .hasLowCardinalityKeyValue("error.type", "none")
        .hasLowCardinalityKeyValue("roster.settlement", "none")
        .doesNotHaveParentObservation()
        .doesNotHaveError()
        .hasBeenStopped();
    assertThat(observed.registry)
        .hasObservationWithNameEqualTo("roster.attempt")
        .that()
        .hasContextualNameEqualTo("roster createMembership attempt")
        .hasLowCardinalityKeyValue("roster.operation", "ensureMember")
        .hasLowCardinalityKeyValue("roster.request", "createMembership")
        .hasLowCardinalityKeyValue("error.type", "none")
        .hasParentObservationContextMatching(CallObservationContext.class::isInstance)
        .doesNotHaveError()
        .hasBeenStopped();
  }

  @Test
  void aMeterHasTheSameKeysWhateverHappensAndASpanHasOnlyThoseWithAValue() {
    observed.client.ensureMember(observed.group, observed.user);
    observed
        .store
        .faults()
        .on(Operation.CREATE_MEMBERSHIP)
        .always(Fault.of(FaultKind.ACCESS_DENIED));
    assertThatThrownBy(() -> observed.client.ensureMember(observed.group, observed.store.addUser()))
        .isInstanceOf(RosterException.class);

    List<CallObservationContext> calls = observed.recorded.calls();
    List<AttemptObservationContext> attempts = observed.recorded.attempts();
    assertThat(keys(calls.get(0)).keySet()).isEqualTo(keys(calls.get(1)).keySet());
    assertThat(keys(attempts.get(0)).keySet()).isEqualTo(keys(attempts.get(1)).keySet());
    assertThat(spanKeys(calls.get(0)))
        .containsOnlyKeys(
            "roster.client",
            "roster.provider",
            "roster.operation",
            "roster.store",
            "roster.attempts");
    assertThat(spanKeys(calls.get(1))).containsEntry("error.type", "ACCESS_DENIED");
    assertThat(spanKeys(attempts.get(0)))
        .containsOnlyKeys(
            "roster.client",
            "roster.provider",
            "roster.operation",
            "roster.request",
            "roster.request_id");
  }

  @Test
  void eachAttemptEndsBeforeTheNextOneStartsAndARetryIsNumbered() {
    observed.store.faults().on(Operation.FIND_MEMBERSHIP).times(2, Fault.of(FaultKind.UNAVAILABLE));

    observed.client.findMembership(observed.group, observed.user);

    assertThat(observed.recorded.order())
        .containsExactly(
            "+roster.call",
            "+roster.attempt",
            "-roster.attempt",
            "+roster.attempt",
            "-roster.attempt",
            "+roster.attempt",
            "-roster.attempt",
            "-roster.call");
    List<AttemptObservationContext> attempts = observed.recorded.attempts();
    assertThat(attempts)
        .extracting(attempt -> keys(attempt).get("error.type"))
        .containsExactly("UNAVAILABLE", "UNAVAILABLE", "NOT_FOUND");
    assertThat(spanKeys(attempts.get(0))).doesNotContainKey("http.request.resend_count");
    assertThat(spanKeys(attempts.get(1))).containsEntry("http.request.resend_count", "1");
    assertThat(spanKeys(attempts.get(2))).containsEntry("http.request.resend_count", "2");
    assertThat(keys(observed.recorded.calls().get(0))).containsEntry("error.type", "none");
  }

  @Test
  void aThrottledAttemptIsCountedByItsCode() {
    observed.store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.throttle());

    observed.client.ensureMember(observed.group, observed.user);

    assertThat(observed.recorded.attempts())
        .extracting(attempt -> keys(attempt).get("error.type"))
        .containsExactly("THROTTLED", "none");
    assertThat(keys(observed.recorded.calls().get(0))).containsEntry("error.type", "none");
  }

  @Test
  void aLostResponseThatTheCallSettlesIsSeenAsSettled() {
    observed.store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.RESPONSE_LOST));

    observed.client.createMembership(observed.group, observed.user);

    assertThat(keys(observed.recorded.calls().get(0)))
        .containsEntry("roster.settlement", "settled")
        .containsEntry("error.type", "none");
    assertThat(observed.recorded.attempts())
        .extracting(
            attempt -> keys(attempt).get("roster.request"),
            attempt -> keys(attempt).get("roster.outcome"))
        .startsWith(tuple("createMembership", "UNKNOWN"))
        .endsWith(tuple("findMembership", "none"));
  }

  @Test
  void aLostResponseThatNoReadExplainsIsSeenAsUnknown() {
    observed
        .store
        .faults()
        .on(Operation.CREATE_MEMBERSHIP)
        .always(Fault.of(FaultKind.REQUEST_LOST));
    CallOptions options =
        CallOptions.defaults()
            .withRetryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
            .withSettlingTime(Duration.ZERO);

    assertThatThrownBy(
            () -> observed.client.with(options).createMembership(observed.group, observed.user))
        .isInstanceOf(RosterException.class);

    assertThat(keys(observed.recorded.calls().get(0)))
        .containsEntry("roster.settlement", "unknown")
        .containsEntry("error.type", "UNAVAILABLE");
  }

  @Test
  void aFailureIsMarkedWithoutWhomTheCallIsAbout() {
    observed.store.faults().onAnyOperation().always(Fault.of(FaultKind.ACCESS_DENIED));

    assertThatThrownBy(() -> observed.client.createMembership(observed.group, observed.user))
        .hasMessageContaining(observed.user.value());

    Throwable error =
        Objects.requireNonNull(observed.recorded.calls().get(0).getError(), "no error");
    assertThat(error).hasMessageStartingWith("ACCESS_DENIED").hasNoCause();
    assertThat(error.getStackTrace()).isEmpty();
    assertThat(observed.recorded.attempts().get(0).getError())
        .hasMessageStartingWith("ACCESS_DENIED");
  }

  @Test
  void noKeyHasTheIdOfAGroupAMemberOrAMembership() {
    observed.store.faults().onAnyOperation().call(2, Fault.of(FaultKind.ACCESS_DENIED));
    String membership =
        observed.client.createMembership(observed.group, observed.user).membershipId().value();
    assertThatThrownBy(() -> observed.client.findMembership(observed.group, observed.user));
    observed.client.isMember(observed.user, observed.group);
    observed.client.listMemberships(observed.group).forEach(each -> {});
    observed.client.ensureNotMember(observed.group, observed.user);

    List<String> ids = List.of(observed.group.value(), observed.user.value(), membership);
    assertThat(observed.registry)
        .hasHandledContextsThatSatisfy(
            contexts ->
                assertThat(contexts)
                    .isNotEmpty()
                    .noneMatch(context -> ids.stream().anyMatch(textOf(context)::contains)));
  }

  private static String textOf(Observation.Context context) {
    return context.getName()
        + context.getContextualName()
        + context.getLowCardinalityKeyValues()
        + context.getHighCardinalityKeyValues()
        + context.getError();
  }

  @Test
  void eachPageOfAListingIsACall() {
    for (int i = 0; i < 5; i++) {
      observed.store.createMembership(observed.group, observed.store.addUser());
    }
    observed
        .client
        .with(CallOptions.defaults().withPageSize(2))
        .listMemberships(observed.group)
        .forEach(each -> {});

    assertThat(observed.registry)
        .hasNumberOfObservationsWithNameEqualTo("roster.call", 3)
        .forAllObservationsWithNameEqualTo(
            "roster.call",
            call -> call.hasLowCardinalityKeyValue("roster.operation", "listMemberships"));
  }

  @Test
  void whatAnAttemptWaitedForItsTurnIsOnItsSpan() {
    try (RosterClient slow =
        RosterClient.builder("memory://" + observed.name)
            .timeSource(observed.time)
            .maxCallsPerSecond(2)
            .listener(RosterObservations.of(observed.registry))
            .build()) {
      slow.findMembership(observed.group, observed.user);
      slow.findMembership(observed.group, observed.user);
    }
    assertThat(spanKeys(observed.recorded.attempts().get(1)))
        .containsEntry("roster.waited_ms", "500");
  }

  @Test
  void aClientCanBeNamedAndNamesCanBeOtherOnes() {
    RosterObservations observations =
        RosterObservations.of(observed.registry)
            .withClientName("hr")
            .withAttemptConvention(RpcAttemptConvention.INSTANCE);
    try (RosterClient client =
        RosterClient.builder("memory://" + observed.name).listener(observations).build()) {
      client.findMembership(observed.group, observed.user);
    }
    assertThat(observed.registry)
        .hasObservationWithNameEqualTo("rpc.client.call.duration")
        .that()
        .hasContextualNameEqualTo("findMembership")
        .hasLowCardinalityKeyValue("rpc.system.name", "memory")
        .hasLowCardinalityKeyValue("rpc.method", "findMembership")
        .hasLowCardinalityKeyValue("roster.client", "hr");
  }

  @Test
  void aRegistryWithoutHandlersCostsNothing() {
    try (RosterClient client =
        RosterClient.builder("memory://" + observed.name)
            .listener(RosterObservations.of(ObservationRegistry.NOOP))
            .build()) {
      assertThat(client.findMembership(observed.group, observed.user)).isEmpty();
    }
    assertThat(observed.registry).doesNotHaveAnyObservation();
  }

  @Test
  void aHandlerThatFailsBreaksNoCallAndLeavesNoScopeOpen() {
    observed
        .registry
        .observationConfig()
        .observationHandler(
            new ObservationHandler<Observation.Context>() {
              @Override
              public void onStop(Observation.Context context) {
                throw new IllegalStateException("a broken handler");
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });

    assertThat(observed.client.findMembership(observed.group, observed.user)).isEmpty();
    assertThat(observed.client.findMembership(observed.group, observed.user)).isEmpty();

    assertThat(observed.recorded.calls())
        .extracting(CallObservationContext::getParentObservation)
        .containsOnlyNulls();
  }

  /** The thread is one of a pool: what stays current on it is the parent of the next work. */
  @Test
  void twoListenersOfOneRegistryLeaveNoObservationBehind() {
    RosterObservations second = RosterObservations.of(observed.registry).withClientName("second");
    try (RosterClient client =
        RosterClient.builder("memory://" + observed.name)
            .listener(RosterObservations.of(observed.registry))
            .listener(second)
            .build()) {
      client.ensureMember(observed.group, observed.user);
      assertThat(observed.registry).doesNotHaveAnyRemainingCurrentObservation();
      observed.store.faults().on(Operation.FIND_MEMBERSHIP).next(Fault.of(FaultKind.ACCESS_DENIED));
      assertThatThrownBy(() -> client.findMembership(observed.group, observed.user))
          .isInstanceOf(RosterException.class);
      assertThat(observed.registry).doesNotHaveAnyRemainingCurrentObservation();
    }
  }

  @Test
  void aListenerThatIsAddedTwiceObservesOnceAndLeavesNoObservationBehind() {
    RosterObservations observations = RosterObservations.of(observed.registry);
    try (RosterClient client =
        RosterClient.builder("memory://" + observed.name)
            .listener(observations)
            .listener(observations)
            .build()) {
      client.ensureMember(observed.group, observed.user);
    }
    assertThat(observed.registry).doesNotHaveAnyRemainingCurrentObservation();
    assertThat(observed.recorded.calls()).hasSize(1);
    assertThat(observed.recorded.attempts()).hasSize(1);
  }
}
