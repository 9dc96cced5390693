package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What listeners are notified of: about whom only those that ask, and which attempt of which. */
class ListenersTest {

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final Events ordinary = new Events(false);
  private final Events asking = new Events(true);
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store))
          .timeSource(time)
          .listener(ordinary)
          .listener(asking)
          .build();
  private final GroupId group = store.addGroup();
  private final GroupId other = store.addGroup();
  private final UserId user = store.addUser();

  @AfterEach
  void close() {
    client.close();
  }

  /** Every event, and the calls that they are about. */
  private static final class Events implements CallListener {
    private final boolean asks;
    private final List<CallInfo> calls = new ArrayList<>();
    private final List<String> attempts = new ArrayList<>();

    Events(boolean asks) {
      this.asks = asks;
    }

    @Override
    public boolean wantsIdentifiers() {
      return asks;
    }

    @Override
    public void operationStarted(CallInfo call) {
      calls.add(call);
    }

    @Override
    public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
      calls.add(call);
    }

    @Override
    public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
      calls.add(call);
    }

    @Override
    public void attemptStarted(AttemptInfo attempt) {
      calls.add(attempt.call());
      attempts.add(
          "%s %d of call %d"
              .formatted(attempt.operation(), attempt.number(), attempt.numberInCall()));
    }

    @Override
    public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
      calls.add(attempt.call());
    }

    @Override
    public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
      calls.add(attempt.call());
    }

    @Override
    public void retryScheduled(AttemptInfo attempt, Duration delay) {
      calls.add(attempt.call());
    }

    @Override
    public void retriesExhausted(AttemptInfo attempt, String why) {
      calls.add(attempt.call());
    }

    @Override
    public void waitedForPacing(AttemptInfo attempt, Duration waited) {
      calls.add(attempt.call());
    }
  }

  private void callEverything() {
    Membership made = client.createMembership(group, user);
    client.getMembership(made.membershipId());
    client.findMembership(group, user);
    assertThat(client.listMemberships(group)).hasSize(1);
    assertThat(client.listMembershipsForMember(user)).hasSize(1);
    client.isMember(user, group);
    client.isMemberInGroups(user, List.of(group, other));
    client.ensureMember(other, user);
    client.ensureNotMember(other, user);
    store.faults().onAnyOperation().times(2, Fault.of(FaultKind.THROTTLED));
    client.ensureDeleted(made.membershipId());
  }

  @Test
  void aListenerThatDoesNotAskIsNotGivenIdentifiersThoughAnotherAsks() {
    callEverything();
    assertThat(ordinary.calls)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            call -> {
              assertThat(call.groupIds()).isEmpty();
              assertThat(call.memberIds()).isEmpty();
              assertThat(call.membershipId()).isEmpty();
            });
  }

  @Test
  void aListenerThatAsksIsGivenWhatEachCallNamesAtEveryEvent() {
    callEverything();
    assertThat(asking.calls).hasSameSizeAs(ordinary.calls).allSatisfy(this::requireWhatItNames);
  }

  private void requireWhatItNames(CallInfo call) {
    switch (call.operation()) {
      case "getMembership", "ensureDeleted" -> {
        assertThat(call.membershipId()).containsInstanceOf(MembershipId.class);
        assertThat(call.groupIds()).isEmpty();
        assertThat(call.memberIds()).isEmpty();
      }
      case "listMemberships" -> {
        assertThat(call.groupIds()).containsExactly(group);
        assertThat(call.memberIds()).isEmpty();
      }
      case "listMembershipsForMember" -> {
        assertThat(call.groupIds()).isEmpty();
        assertThat(call.memberIds()).isEqualTo(List.of(user));
      }
      case "isMemberInGroups" -> {
        assertThat(call.groupIds()).containsExactly(group, other);
        assertThat(call.memberIds()).isEqualTo(List.of(user));
      }
      default -> {
        assertThat(call.groupIds()).hasSize(1).isSubsetOf(group, other);
        assertThat(call.memberIds()).isEqualTo(List.of(user));
      }
    }
  }

  @Test
  void whatAListenerPrintsHasNoIdentifiersEvenIfItAsked() {
    callEverything();
    assertThat(asking.calls)
        .allSatisfy(
            call ->
                assertThat(call.toString())
                    .doesNotContain(user.value(), group.value(), other.value()));
  }

  @Test
  void attemptsAreCountedAnewForEachRequestOfACall() {
    client.ensureMember(group, user);
    ordinary.attempts.clear();
    store.faults().on(Operation.DELETE_MEMBERSHIP).next(Fault.of(FaultKind.THROTTLED));
    client.ensureNotMember(group, user);
    assertThat(ordinary.attempts)
        .containsExactly(
            "FIND_MEMBERSHIP 1 of call 1",
            "DELETE_MEMBERSHIP 1 of call 2",
            "DELETE_MEMBERSHIP 2 of call 3");
  }

  @Test
  void theRateLimiterOfAClientIsReadAndSharedFromTheClient() {
    try (RosterClient limited =
        RosterClient.builder(MemoryMemberships.driver(store)).maxCallsPerSecond(15).build()) {
      assertThat(limited.rateLimiter().callsPerSecond()).hasValue(15);
    }
    assertThat(client.rateLimiter().callsPerSecond()).isEmpty();
    RateLimiter shared = client.rateLimiter();
    try (RosterClient second =
        RosterClient.builder(MemoryMemberships.driver(store))
            .timeSource(time)
            .rateLimiter(shared)
            .build()) {
      store.faults().onAnyOperation().times(3, Fault.of(FaultKind.THROTTLED));
      client.ensureMember(group, user);
      assertThat(second.rateLimiter().callsPerSecond())
          .isPresent()
          .isEqualTo(client.rateLimiter().callsPerSecond());
    }
  }
}
