package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Absence;
import dev.roster.AlreadyMemberException;
import dev.roster.AsyncPager;
import dev.roster.AsyncRosterClient;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Pager;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.internal.concurrent.CallThreads;
import dev.roster.internal.concurrent.CountedThreads;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private final RosterClient client = RosterClient.builder(driver).build();
  private final AsyncRosterClient async = client.async();

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
    assertThat(async.isMember(USER, GROUP).join()).isTrue();
    assertThat(async.ensureMember(GROUP, USER).join().presence()).isEqualTo(Presence.CREATED);
    assertThat(async.ensureNotMember(GROUP, USER).join()).isEqualTo(Absence.REMOVED);
    assertThat(async.ensureDeleted(MEMBERSHIP.membershipId()).join()).isEqualTo(Absence.REMOVED);
    async.deleteMembership(MEMBERSHIP.membershipId()).join();
    assertThat(driver.asked()).hasSize(10);
  }

  static Stream<Method> callsOfTheClient() {
    return Stream.of(RosterClient.class.getMethods())
        .filter(method -> method.getDeclaringClass() == RosterClient.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
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
        AsyncRosterClient.class.getMethod(call.getName(), call.getParameterTypes());
    assertThat(counterpart.getReturnType())
        .isEqualTo(
            call.getReturnType() == Pager.class ? AsyncPager.class : CompletableFuture.class);
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
    AsyncRosterClient here = client.async(Runnable::run);
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

  static Stream<Throwable> waysToRefuse() {
    return Stream.of(
        new RejectedExecutionException("full"),
        new IllegalStateException("broken"),
        new OutOfMemoryError("unable to create native thread, as a test says"));
  }

  @ParameterizedTest
  @MethodSource("waysToRefuse")
  void anExecutorThatDoesNotBeginFailsTheFutureAndSendsNothing(Throwable refusal) {
    AsyncRosterClient full =
        client.async(
            work -> {
              throw unchecked(refusal);
            });
    requireNotSent(full.createMembership(GROUP, USER), ErrorCode.UNAVAILABLE, "createMembership");
    requireNotSent(
        full.forEach(client.listMemberships(GROUP), item -> {}),
        ErrorCode.UNAVAILABLE,
        "listMemberships");
    assertThat(driver.asked()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("waysToRefuse")
  void anExecutorThatThrowsAfterItBeganChangesNoResult(Throwable late) {
    AsyncRosterClient odd =
        client.async(
            work -> {
              work.run();
              throw unchecked(late);
            });
    assertThat(odd.createMembership(GROUP, USER)).isCompletedWithValue(MEMBERSHIP);
    assertThat(driver.asked()).hasSize(1);
  }

  @Test
  void aCloseBetweenTheSubmissionAndTheThreadIsTheClearErrorOfAClosedClient() {
    AsyncRosterClient racing =
        client.async(
            work -> {
              client.close();
              throw new RejectedExecutionException("shut down");
            });
    requireNotSent(
        racing.createMembership(GROUP, USER), ErrorCode.CLIENT_CLOSED, "createMembership");
    assertThat(driver.asked()).isEmpty();
  }

  @Test
  void withoutVirtualThreadsSoManyCallsAreUnderWayAndSoManyWaitAndNoMore() throws Exception {
    CountedThreads platform = CountedThreads.unlimited();
    CountDownLatch end = new CountDownLatch(1);
    try (CallThreads threads = new CallThreads(() -> CallThreads.platform(platform))) {
      AsyncRosterClient bounded = client.async(threads);
      Consumer<Membership> slow = item -> await(end);
      Pager<Membership> listing = client.listMemberships(GROUP);
      List<CompletableFuture<?>> taken = new ArrayList<>();
      for (int call = 0; call < 64 + 10_000; call++) {
        taken.add(call < 64 ? bounded.forEach(listing, slow) : bounded.ensureMember(GROUP, USER));
      }
      requireNotSent(bounded.ensureMember(GROUP, USER), ErrorCode.UNAVAILABLE, "ensureMember");
      assertThat(platform.started()).hasSize(64);
      assertThat(taken).noneMatch(CompletableFuture::isDone);
      taken.subList(65, taken.size()).forEach(future -> future.cancel(true));
      end.countDown();
      taken.get(0).get();
      taken.get(64).get();
    }
  }

  @Test
  void aThreadThatCannotBeStartedFailsTheFutureOnly() {
    try (CallThreads threads =
        new CallThreads(() -> CallThreads.platform(CountedThreads.refusingAfter(0)))) {
      requireNotSent(
          client.async(threads).createMembership(GROUP, USER),
          ErrorCode.UNAVAILABLE,
          "createMembership");
    }
    assertThat(driver.asked()).isEmpty();
  }

  private static void requireNotSent(
      CompletableFuture<?> future, ErrorCode code, String operation) {
    assertThatThrownBy(future::join)
        .cause()
        .isInstanceOfSatisfying(
            RosterException.class,
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
              assertThat(error.operation()).isEqualTo(operation);
            });
  }

  /** The tasks of an executor that has not begun any. */
  private static final class Queue implements Executor {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public void execute(Runnable work) {
      waiting.add(work);
    }

    void runAll() {
      waiting.forEach(Runnable::run);
    }
  }

  private RosterClient clientBy(TurnedTime time, Duration deadline) {
    return RosterClient.builder(driver).timeSource(time).deadline(deadline).build();
  }

  @Test
  void aCallWhoseDeadlinePassesWhileItWaitsForAThreadSendsNothing() {
    TurnedTime time = new TurnedTime();
    Queue queue = new Queue();
    RosterClient waiting = clientBy(time, Duration.ofSeconds(10));
    AsyncRosterClient queued = waiting.async(queue);
    CompletableFuture<?> call = queued.createMembership(GROUP, USER);
    CompletableFuture<?> listing = queued.forEach(waiting.listMemberships(GROUP), item -> {});
    time.turn(Duration.ofSeconds(10));
    queue.runAll();
    requireNotSent(call, ErrorCode.TIMEOUT, "createMembership");
    requireNotSent(listing, ErrorCode.TIMEOUT, "listMemberships");
    assertThat(driver.asked()).isEmpty();
  }

  @Test
  void theTimeThatACallWaitsForAThreadIsPartOfItsDeadline() {
    TurnedTime time = new TurnedTime();
    Queue queue = new Queue();
    RosterClient waiting = clientBy(time, Duration.ofSeconds(10));
    List<Duration> allowed = new ArrayList<>();
    DriverCall<?> told = attempt -> allowed.add(attempt.timeLeft());
    driver.then(told).then(told).then(told);
    CompletableFuture<?> walk =
        waiting
            .async(queue)
            .forEach(waiting.listMemberships(GROUP), item -> waiting.ensureMember(GROUP, USER));
    time.turn(Duration.ofSeconds(7));
    queue.runAll();
    waiting.ensureMember(GROUP, USER);
    assertThat(walk).isCompleted();
    assertThat(allowed).hasSize(3);
    assertThat(allowed.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    assertThat(allowed.get(1)).isGreaterThan(Duration.ofSeconds(3));
    assertThat(allowed.get(2)).isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  void cancellingACallLeavesNoFlagForWhatItsThreadDoesNext() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      AsyncRosterClient here = client.async(one);
      CountDownLatch underWay = new CountDownLatch(1);
      driver.then(
          attempt -> {
            underWay.countDown();
            while (!Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
            return "the response had come at the same moment";
          });
      CompletableFuture<?> cancelled = here.createMembership(GROUP, USER);
      CompletableFuture<Membership> next = here.createMembership(GROUP, USER);
      underWay.await();
      cancelled.cancel(true);
      assertThat(next.get()).isEqualTo(MEMBERSHIP);
    } finally {
      one.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return (RuntimeException) thrown;
  }
}
