package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.GroupMember;
import dev.roster.internal.call.ScriptedDriver;
import dev.roster.query.AccessQueries;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.Reconciler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

/** What a listener keeps for a thread goes along to the threads that work for it. */
class ThreadContextTest {

  private static final GroupId GROUP = ScriptedDriver.MEMBERSHIP.groupId();
  private static final UserId USER = new UserId("u-1");
  private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "nothing");

  private final ScriptedDriver driver = new ScriptedDriver();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /** Keeps a text for each thread, and writes down that of each call. */
  private class Keeping implements CallListener {

    @Override
    public ThreadContext threadContext() {
      String captured = CURRENT.get();
      return () -> {
        String before = CURRENT.get();
        CURRENT.set(captured);
        return () -> CURRENT.set(before);
      };
    }

    @Override
    public void operationStarted(CallInfo call) {
      seen.add(CURRENT.get() + "/" + MDC.get("ticket"));
    }
  }

  /** Each kind of call that the library makes on threads of its own. */
  static Stream<Consumer<RosterClient>> calls() {
    return Stream.of(
        client -> client.async().findMembership(GROUP, USER).join(),
        client -> client.listMemberships(GROUP).withReadAhead().forEach(each -> {}),
        client -> readRequestedElsewhere(client.async().listMemberships(GROUP)),
        client -> readRequestedElsewhere(client.async().listMemberships(GROUP).pages()),
        client ->
            BulkMemberships.of(client)
                .add(List.of(new GroupMember(GROUP, USER)).iterator(), result -> {}),
        client -> Reconciler.of(client).plan(ReconcileMode.ADDITIVE, GROUP, Set.of(USER)),
        client -> AccessQueries.of(client).listGroups(List.of(GROUP)));
  }

  /** A subscriber often requests on a thread that knows nothing of the one that subscribed. */
  private static <T> void readRequestedElsewhere(Flow.Publisher<T> listing) {
    RecordingSubscriber<T> subscriber = new RecordingSubscriber<>();
    listing.subscribe(subscriber);
    CompletableFuture.runAsync(() -> subscriber.request(Long.MAX_VALUE)).join();
    try {
      subscriber.ended.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @AfterEach
  void forget() {
    CURRENT.remove();
    MDC.clear();
  }

  private RosterClient client(CallListener... listeners) {
    var builder = RosterClient.builder(driver);
    for (CallListener listener : listeners) {
      builder.listener(listener);
    }
    return builder.build();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCallOnAnotherThreadHasTheContextOfItsCaller(Consumer<RosterClient> call) {
    CURRENT.set("the caller's");
    MDC.put("ticket", "T-1");
    try (RosterClient client = client(new Keeping())) {
      call.accept(client);
    }
    assertThat(seen).isNotEmpty().containsOnly("the caller's/T-1");
  }

  @Test
  void aThreadGetsBackWhatItHadBeforeWhateverTheWorkDoes() {
    CURRENT.set("the caller's");
    MDC.put("ticket", "T-1");
    try (RosterClient client = client(new Keeping())) {
      ThreadContext context = ThreadContext.of(client);
      CURRENT.set("the worker's");
      MDC.put("ticket", "T-2");
      MDC.put("worker", "7");
      try {
        context
            .around(
                () -> {
                  seen.add(CURRENT.get() + "/" + MDC.get("ticket") + "/" + MDC.get("worker"));
                  throw new IllegalStateException("the work fails");
                })
            .run();
      } catch (IllegalStateException expected) {
        seen.add(CURRENT.get() + "/" + MDC.get("ticket") + "/" + MDC.get("worker"));
      }
    }
    assertThat(seen).containsExactly("the caller's/T-1/7", "the worker's/T-2/7");
  }

  @Test
  void whatIsChangedOnTheCallingThreadDuringARunStaysChanged() {
    CURRENT.set("the caller's");
    try (RosterClient client = client(new Keeping())) {
      BulkMemberships.of(client)
          .withExecutor(never -> {})
          .add(
              List.of(new GroupMember(GROUP, USER)).iterator(),
              result -> {
                CURRENT.set("changed by a listener");
                MDC.put("changed", "yes");
              });
    }
    assertThat(CURRENT.get()).isEqualTo("changed by a listener");
    assertThat(MDC.get("changed")).isEqualTo("yes");
  }

  @Test
  void aContextThatIsBrokenBreaksNoCallAndNoOtherContext() {
    CallListener unasked =
        new CallListener() {
          @Override
          public ThreadContext threadContext() {
            throw new IllegalStateException("no context");
          }
        };
    CallListener unopened =
        new CallListener() {
          @Override
          public ThreadContext threadContext() {
            return () -> {
              throw new IllegalStateException("not opened");
            };
          }
        };
    CallListener unclosed =
        new CallListener() {
          @Override
          public ThreadContext threadContext() {
            return () ->
                () -> {
                  throw new IllegalStateException("not closed");
                };
          }
        };
    CURRENT.set("the caller's");
    try (RosterClient client = client(unasked, unopened, unclosed, new Keeping())) {
      assertThat(client.async().findMembership(GROUP, USER).join()).isPresent();
    }
    assertThat(seen).containsExactly("the caller's/null");
  }

  @Test
  void contextsAreClosedInTheOppositeOrder() {
    List<String> order = new ArrayList<>();
    try (RosterClient client = client(noting("a", order), noting("b", order))) {
      ThreadContext.of(client).around(() -> order.add("work")).run();
    }
    assertThat(order).containsExactly("+a", "+b", "work", "-b", "-a");
  }

  private static CallListener noting(String name, List<String> order) {
    return new CallListener() {
      @Override
      public ThreadContext threadContext() {
        return () -> {
          order.add("+" + name);
          return () -> order.add("-" + name);
        };
      }
    };
  }

  @Test
  void nothingToTakeAlongLeavesTheWorkAsItIs() {
    Runnable work = () -> {};
    try (RosterClient client = client()) {
      assertThat(ThreadContext.of(client)).isSameAs(ThreadContext.NONE);
      assertThat(ThreadContext.of(client).around(work)).isSameAs(work);
    }
  }

  @Test
  void aCallThatFailsOnAnotherThreadLeavesNothingBehind() {
    List<Runnable> handedOver = new ArrayList<>();
    CURRENT.set("the caller's");
    driver.then("ACCESS_DENIED");
    try (RosterClient client = client(new Keeping())) {
      var call = client.async(handedOver::add).findMembership(GROUP, USER);
      CURRENT.set("the worker's");
      handedOver.get(0).run();
      assertThat(CURRENT.get()).isEqualTo("the worker's");
      assertThat(call)
          .failsWithin(Duration.ZERO)
          .withThrowableThat()
          .havingCause()
          .isInstanceOfSatisfying(
              RosterException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }
    assertThat(seen).containsExactly("the caller's/null");
  }
}
