package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.AsyncRosterClient;
import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call ends by its deadline or its client's close also where no thread ever begins it. */
class QueuedCallsTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final ScriptedDriver driver = new ScriptedDriver();
  private final TurnedTime time = new TurnedTime();
  private final List<String> events = new ArrayList<>();
  private final List<Runnable> tasks = new ArrayList<>();
  private final Executor withoutThreads = tasks::add;
  private final RosterClient client =
      RosterClient.builder(driver)
          .timeSource(time)
          .deadline(DEADLINE)
          .listener(new EventNames(events))
          .build();

  @AfterEach
  void close() {
    client.close();
  }

  static Stream<Named<Function<AsyncRosterClient, CompletableFuture<?>>>> calls() {
    return Stream.of(
        Named.of("write", async -> async.createMembership(GROUP, USER)),
        Named.of("write that ensures", async -> async.ensureMember(GROUP, USER)),
        Named.of("read", async -> async.getMembership(MEMBERSHIP.membershipId())),
        Named.of("read of several requests", async -> async.isMemberInGroups(USER, List.of(GROUP))),
        Named.of("page", async -> async.listMemberships(GROUP).firstPage()));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCallThatNoThreadBeginsFailsAtItsDeadline(
      Function<AsyncRosterClient, CompletableFuture<?>> call) {
    CompletableFuture<?> future = call.apply(client.async(withoutThreads));
    time.turn(DEADLINE);
    requireNotSent(future, ErrorCode.TIMEOUT);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCallThatNoThreadBeginsFailsWhenTheClientIsClosed(
      Function<AsyncRosterClient, CompletableFuture<?>> call) {
    CompletableFuture<?> future = call.apply(client.async(withoutThreads));
    client.close();
    requireNotSent(future, ErrorCode.CLIENT_CLOSED);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCallThatIsSubmittedAfterTheCloseFailsWithoutAThread(
      Function<AsyncRosterClient, CompletableFuture<?>> call) {
    AsyncRosterClient async = client.async(withoutThreads);
    client.close();
    requireNotSent(call.apply(async), ErrorCode.CLIENT_CLOSED);
  }

  @Test
  void theDeadlineOfTheOptionsCounts() {
    Duration longer = DEADLINE.multipliedBy(3);
    RosterClient patient = client.with(CallOptions.defaults().withDeadline(longer));
    CompletableFuture<?> waits = patient.async(withoutThreads).createMembership(GROUP, USER);
    CompletableFuture<?> fails = client.async(withoutThreads).createMembership(GROUP, USER);
    time.turn(DEADLINE);
    requireNotSent(fails, ErrorCode.TIMEOUT);
    assertThat(waits).isNotDone();
    time.turn(longer);
    requireNotSent(waits, ErrorCode.TIMEOUT);
  }

  @Test
  void aThreadThatComesTooLateDoesNothingMore() {
    CompletableFuture<?> future = client.async(withoutThreads).createMembership(GROUP, USER);
    time.turn(DEADLINE);
    requireNotSent(future, ErrorCode.TIMEOUT);
    List<String> before = List.copyOf(events);
    tasks.forEach(Runnable::run);
    assertThat(events).isEqualTo(before);
    assertThat(events).containsExactly("started createMembership", "gave up: TIMEOUT");
  }

  @Test
  void whatDependsOnAnOverdueCallKeepsNoOtherFromItsEnd() {
    AsyncRosterClient async = client.async(withoutThreads);
    CompletableFuture<?> other = new CompletableFuture<>();
    CompletableFuture<?> first = async.createMembership(GROUP, USER);
    CompletableFuture<?> blocked = first.whenComplete((result, failure) -> join(other));
    CompletableFuture<?> second = async.getMembership(MEMBERSHIP.membershipId());
    time.turn(DEADLINE);
    requireNotSent(second, ErrorCode.TIMEOUT);
    other.complete(null);
    requireNotSent(blocked, ErrorCode.TIMEOUT);
  }

  private static void join(CompletableFuture<?> future) {
    Object unused = future.join();
  }

  private void requireNotSent(CompletableFuture<?> future, ErrorCode code) {
    assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            RosterException.class,
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
            });
    assertThat(driver.asked()).isEmpty();
  }
}
