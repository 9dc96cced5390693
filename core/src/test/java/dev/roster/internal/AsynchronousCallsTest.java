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
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipClient;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Pager;
import dev.roster.Presence;
import dev.roster.RosterException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    assertThat(async.addMember(GROUP, USER).join()).isEqualTo(Presence.CREATED);
    assertThat(async.removeMembership(MEMBERSHIP.membershipId()).join()).isEqualTo(Absence.REMOVED);
    async.deleteMembership(MEMBERSHIP.membershipId()).join();
    assertThat(driver.asked()).hasSize(10);
  }

  static Stream<Method> callsOfTheClient() {
    return Stream.of(MembershipClient.class.getMethods())
        .filter(method -> method.getDeclaringClass() == MembershipClient.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() != Pager.class)
        .filter(
            method ->
                Stream.of(method.getParameterTypes())
                    .anyMatch(
                        type ->
                            type == MemberId.class
                                || type == GroupId.class
                                || type == MembershipId.class));
  }

  @ParameterizedTest
  @MethodSource("callsOfTheClient")
  void everyCallOfTheClientHasItsCounterpart(Method call) throws NoSuchMethodException {
    Method counterpart =
        AsyncMembershipClient.class.getMethod(call.getName(), call.getParameterTypes());
    assertThat(counterpart.getReturnType()).isEqualTo(CompletableFuture.class);
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

  static List<Consumer<CompletableFuture<?>>> endsFromOutside() {
    return List.of(
        future -> future.cancel(true),
        future -> future.completeExceptionally(new TimeoutException("as orTimeout does")));
  }

  @ParameterizedTest
  @MethodSource("endsFromOutside")
  void completingAFutureFromOutsideEndsItsBlockedRequest(Consumer<CompletableFuture<?>> end)
      throws InterruptedException {
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
    end.accept(call);
    assertThat(aborted.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(driver.asked()).hasSize(1);
  }

  @Test
  void anAnswerLeavesTheThreadThatGaveItUninterrupted() {
    AsyncMembershipClient here = client.async(Runnable::run);
    assertThat(here.createMembership(GROUP, USER)).isCompletedWithValue(MEMBERSHIP);
    driver.then("ALREADY_MEMBER");
    assertThat(here.createMembership(GROUP, USER)).isCompletedExceptionally();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
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
