package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That scripted faults reach an application the way that a service's would. */
class ClientOverMemoryTest {

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store)).timeSource(time).build();
  private final GroupId group = store.addGroup();
  private final UserId user = store.addUser();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aThrottledCallWaitsAsItIsToldAndIsOneRequestPerAttempt() {
    store.faults().on(Operation.CREATE_MEMBERSHIP).times(3, Fault.throttle(Duration.ofSeconds(20)));

    client.createMembership(group, user);

    assertThat(store.requests().total()).isEqualTo(4);
    assertThat(time.waits())
        .hasSize(3)
        .allSatisfy(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(20)));
  }

  @Test
  void aCreateWhoseResponseIsLostEndsAsSuccess() {
    store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.RESPONSE_LOST));

    Membership made = client.createMembership(group, user);

    assertThat(store.findMembership(group, user).membershipId()).isEqualTo(made.membershipId());
  }

  @Test
  void anErrorNamesWhatTheCallWasAbout() {
    UserId absent = new UserId("u-absent");

    assertThat(failure(() -> client.createMembership(group, absent)))
        .startsWith("createMembership of member u-absent in group " + group + " on memory failed");
    assertThat(failure(() -> client.getMembership(new MembershipId("m-none"))))
        .startsWith("getMembership of membership m-none on memory failed");
    assertThat(failure(() -> client.isMemberInGroups(absent, List.of(group, group))))
        .startsWith("isMemberInGroups of member u-absent in 1 groups on memory failed");
    assertThat(failure(() -> client.listMembershipsForMember(absent).iterator().next()))
        .startsWith("listMembershipsForMember of member u-absent on memory failed");
  }

  private static String failure(ThrowingCallable call) {
    return catchThrowableOfType(RosterException.class, call).getMessage();
  }

  @Test
  void aRefusedConnectionIsKnownNotToHaveBeenSent() {
    store.faults().onAnyOperation().always(Fault.of(FaultKind.CONNECTION_REFUSED));

    RosterException failure =
        catchThrowableOfType(RosterException.class, () -> client.createMembership(group, user));

    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.unwrap(MemoryStoreException.class))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal.fault()).contains(Fault.of(FaultKind.CONNECTION_REFUSED)));
  }

  @Test
  void closingTheClientEndsACallThatWaitsForItsResponse() throws Exception {
    store.faults().onAnyOperation().next(Fault.of(FaultKind.RESPONSE_DELAYED));
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try {
      Future<RosterException> call =
          caller.submit(
              () ->
                  catchThrowableOfType(
                      RosterException.class, () -> client.createMembership(group, user)));
      assertThat(store.faults().awaitHeld(1, Duration.ofMinutes(1))).isTrue();

      client.close();

      assertThat(call.get().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
      assertThat(call.get().outcome()).isEqualTo(Outcome.UNKNOWN);
    } finally {
      caller.shutdownNow();
    }
  }

  @Test
  void theUriReachesTheNamedStore() {
    MemoryIdentityStore named = MemoryIdentityStore.named("client-over-memory");
    try (RosterClient opened = RosterClient.open("memory://client-over-memory")) {
      GroupId there = named.addGroup();
      UserId user = named.addUser();

      opened.createMembership(there, user);

      assertThat(named.membershipCount()).isOne();
    } finally {
      MemoryIdentityStore.forget("client-over-memory");
    }
  }

  @Test
  void aLimitInTheUriIsKept() {
    MemoryIdentityStore named = MemoryIdentityStore.named("limited-by-uri");
    ManualTime clock = new ManualTime();
    try (RosterClient opened =
        RosterClient.builder("memory://limited-by-uri?maxCallsPerSecond=10")
            .timeSource(clock)
            .build()) {
      GroupId group = named.addGroup();
      opened.createMembership(group, named.addUser());
      long start = clock.nanoTime();
      opened.createMembership(group, named.addUser());
      assertThat(clock.nanoTime() - start).isEqualTo(100_000_000);
    } finally {
      MemoryIdentityStore.forget("limited-by-uri");
    }
  }
}
