package dev.roster.internal;

import static dev.roster.internal.ScriptedDriver.GROUP;
import static dev.roster.internal.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Absence;
import dev.roster.AlreadyMemberException;
import dev.roster.AsyncMembershipClient;
import dev.roster.ErrorCode;
import dev.roster.Membership;
import dev.roster.MembershipClient;
import dev.roster.Operation;
import dev.roster.Presence;
import dev.roster.RosterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calls on other threads are the same calls. */
class AsynchronousCallsTest {

  private final ScriptedDriver driver = new ScriptedDriver();
  private final MembershipClient client = MembershipClient.builder(driver).build();
  private final AsyncMembershipClient async = client.async();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void everyCallCompletesWithWhatTheClientReturns() {
    assertThat(async.createMembership(GROUP, USER).join()).isEqualTo(MEMBERSHIP);
    assertThat(async.getMembership(MEMBERSHIP.membershipId()).join()).isEqualTo(MEMBERSHIP);
    assertThat(async.findMembership(GROUP, USER).join()).contains(MEMBERSHIP);
    assertThat(async.isMemberInGroups(USER, List.of(GROUP)).join()).isEqualTo(Map.of(GROUP, true));
    assertThat(async.ensureMember(GROUP, USER).join().presence()).isEqualTo(Presence.CREATED);
    assertThat(async.ensureNotMember(GROUP, USER).join()).isEqualTo(Absence.REMOVED);
    async.deleteMembership(MEMBERSHIP.membershipId()).join();
    assertThat(driver.asked()).hasSize(8);
  }

  @Test
  void aListingIsWalkedThroughItemByItem() {
    List<Membership> seen = Collections.synchronizedList(new ArrayList<>());
    async.forEach(client.listMemberships(GROUP), seen::add).join();
    assertThat(seen).containsExactly(MEMBERSHIP);
    assertThat(driver.asked()).containsExactly(Operation.LIST_MEMBERSHIPS);
  }

  @Test
  void aFailureCompletesTheFutureWithTheClientsException() {
    driver.then("ALREADY_MEMBER");
    assertThatThrownBy(() -> async.createMembership(GROUP, USER).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(AlreadyMemberException.class);
  }

  @Test
  void cancellingAFutureEndsItsBlockedRequest() throws InterruptedException {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch aborted = new CountDownLatch(1);
    driver.then(
        attempt -> {
          attempt.onAbort(aborted::countDown);
          blocked.countDown();
          aborted.await();
          throw new IOException("socket closed");
        });
    CompletableFuture<Membership> call = async.createMembership(GROUP, USER);
    assertThat(blocked.await(20, TimeUnit.SECONDS)).isTrue();
    call.cancel(true);
    assertThat(aborted.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(driver.asked()).hasSize(1);
  }

  @Test
  void afterTheCloseACallFailsWithTheClearErrorOfAClosedClient() {
    client.close();
    assertThatThrownBy(() -> async.createMembership(GROUP, USER).join())
        .cause()
        .isInstanceOfSatisfying(
            RosterException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED));
    assertThat(driver.asked()).isEmpty();
  }

  @Test
  void anExecutorWithoutRoomFailsTheFutureAndSendsNothing() {
    AsyncMembershipClient full =
        client.async(
            work -> {
              throw new RejectedExecutionException("full");
            });
    assertThatThrownBy(() -> full.createMembership(GROUP, USER).join())
        .hasCauseInstanceOf(RejectedExecutionException.class);
    assertThat(driver.asked()).isEmpty();
  }
}
