package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.internal.operation.Creation;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One call: its attempts, its waits, its events and its ends. */
class CallPipelineTest {

  private final ScriptedDriver driver = new ScriptedDriver();
  private final TurnedTime time = new TurnedTime();
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private double rate = Double.POSITIVE_INFINITY;
  private CallListener listener = new EventNames(events);

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void theEventsOfACallComeInOrder() {
    driver.then(throttled(Duration.ofSeconds(1))).then("lost", "ok");
    try (CallPipeline pipeline = pipeline()) {
      read(pipeline, CallOptions.defaults());
    }
    assertThat(events)
        .filteredOn(event -> !event.startsWith("paced"))
        .containsExactly(
            "started getMembership",
            "attempt 1",
            "failed 1 THROTTLED",
            "retry after PT1S",
            "attempt 2",
            "failed 2 UNAVAILABLE",
            "retry after PT0.05S",
            "attempt 3",
            "ok 3",
            "succeeded 3");
    assertThat(time.waits()).startsWith(Duration.ofSeconds(1), Duration.ofMillis(50));
  }

  @Test
  void aCallThrottledTwiceIsSpacedByTheLimiterAndNotByABackOffOfItsOwn() {
    driver.then("THROTTLED", "THROTTLED", "ok");
    try (CallPipeline pipeline = pipeline()) {
      read(pipeline, CallOptions.defaults());
    }
    assertThat(events)
        .contains("failed 1 THROTTLED", "retry after PT0S")
        .anyMatch(e -> e.startsWith("paced 3 "));
    assertThat(Duration.ofNanos(time.nanoTime()))
        .isBetween(Duration.ofMillis(50), Duration.ofMillis(500));
  }

  @Test
  void aCallThatIsGivenUpSaysWhatIsUsedUp() {
    driver.then("lost", "lost");
    try (CallPipeline pipeline = pipeline()) {
      RosterException error =
          failing(pipeline, options().withRetryPolicy(RetryPolicy.defaults().withMaxAttempts(2)));
      assertThat(error.attempts()).isEqualTo(2);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_APPLIED);
      assertThat(error.requestId()).contains("r-1");
      assertThat(error)
          .hasMessageContaining("getMembership of it on scripted")
          .hasMessageContaining("all 2");
      assertThat(error.unwrap(ScriptedDriver.Failure.class)).isPresent();
    }
    assertThat(events)
        .contains("exhausted 2: all 2 attempts were used")
        .endsWith("gave up: UNAVAILABLE");
  }

  @Test
  void aThrottledCallGoesOnUntilItsDeadlineAndNoLonger() {
    driver.then(Collections.nCopies(1_000, "THROTTLED").toArray(String[]::new));
    try (CallPipeline pipeline = pipeline()) {
      RosterException error = failing(pipeline, options().withDeadline(Duration.ofMinutes(3)));
      assertThat(error.code()).isEqualTo(ErrorCode.THROTTLED);
      assertThat(error.attempts()).isGreaterThan(15).isEqualTo(driver.asked().size());
    }
    Duration waited = time.waits().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isBetween(Duration.ofSeconds(179), Duration.ofMinutes(3));
  }

  static Stream<String> eventsOfACallListener() {
    return Stream.of(CallListener.class.getMethods()).map(Method::getName);
  }

  @ParameterizedTest
  @MethodSource("eventsOfACallListener")
  void aListenerThatFailsBreaksNothing(String event) {
    listener =
        (CallListener)
            Proxy.newProxyInstance(
                CallListener.class.getClassLoader(),
                new Class<?>[] {CallListener.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals(event)) {
                    throw new IllegalStateException("broken on purpose");
                  }
                  return null;
                });
    rate = 10;
    driver.then("lost", "ok");
    try (CallPipeline pipeline = pipeline()) {
      read(pipeline, CallOptions.defaults());
    }
    assertThat(driver.asked()).hasSize(2);
  }

  @Test
  void everyAttemptWaitsItsTurnAtTheOneLimiterOfTheClient() {
    rate = 10;
    try (CallPipeline pipeline = pipeline()) {
      for (int call = 0; call < 3; call++) {
        read(pipeline, CallOptions.defaults());
      }
    }
    assertThat(time.waits()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100));
    assertThat(events).contains("paced 1 PT0.1S");
  }

  @Test
  void aTurnThatSeemsToComeTooLateIsWaitedForUntilTheDeadline() {
    rate = 0.1;
    try (CallPipeline pipeline = pipeline()) {
      read(pipeline, CallOptions.defaults());
      RosterException error = failing(pipeline, options().withDeadline(Duration.ofSeconds(5)));
      assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(5));
    assertThat(driver.asked()).hasSize(1);
  }

  @Test
  void aCallThatEndsBetweenTwoAttemptsStillTellsOfTheOneBefore() {
    rate = 0.1;
    driver.then(
        attempt -> {
          throw new ScriptedDriver.Failure(
              ErrorDescription.builder(ErrorCode.THROTTLED, Reach.REFUSED)
                  .providerCode("FAKE.429")
                  .requestId("r-1")
                  .retryAfter(Duration.ofSeconds(1))
                  .build());
        });
    try (CallPipeline pipeline = pipeline()) {
      RosterException error = failing(pipeline, options().withDeadline(Duration.ofSeconds(5)));
      assertThat(error.code()).isEqualTo(ErrorCode.THROTTLED);
      assertThat(error.requestId()).contains("r-1");
      assertThat(error.providerCode()).contains("FAKE.429");
      assertThat(error.retryAfter()).contains(Duration.ofSeconds(1));
      assertThat(error.unwrap(ScriptedDriver.Failure.class)).isPresent();
    }
  }

  @Test
  void theBudgetOfTheClientEndsTheRepetitionsOfAnOutage() {
    driver.then(Collections.nCopies(1_000, "lost").toArray(String[]::new));
    try (CallPipeline pipeline = pipeline()) {
      for (int call = 0; call < 100; call++) {
        failing(pipeline, CallOptions.defaults());
      }
    }
    assertThat(driver.asked()).hasSize(100 + 100);
  }

  @Test
  void anInterruptedThreadSendsNothingAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    try (CallPipeline pipeline = pipeline()) {
      RosterException error = failing(pipeline, CallOptions.defaults());
      assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(driver.asked()).isEmpty();
  }

  @Test
  void anInterruptEndsABlockedAttemptOnce() {
    AtomicInteger aborts = new AtomicInteger();
    Thread caller = Thread.currentThread();
    driver.then(blockedUntilAborted(aborts, () -> new Thread(caller::interrupt).start()));
    try (CallPipeline pipeline = pipeline()) {
      RosterException error = catchThrowableOfType(RosterException.class, () -> write(pipeline));
      assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
    assertThat(caller.isInterrupted()).isTrue();
    assertThat(aborts).hasValue(1);
    assertThat(driver.asked()).hasSize(1);
  }

  @Test
  void closingEndsABlockedAttemptAndEverythingAfterIt() {
    CallPipeline pipeline = pipeline();
    driver.then(blockedUntilAborted(new AtomicInteger(), pipeline::close));
    RosterException error = catchThrowableOfType(RosterException.class, () -> write(pipeline));
    assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(driver.isClosed()).isTrue();
    assertThat(failing(pipeline, CallOptions.defaults()).code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(driver.asked()).hasSize(1);
  }

  @Test
  void anAttemptWhoseTimeHasPassedIsEndedAndRepeated() {
    driver.then(blockedUntilAborted(new AtomicInteger(), () -> {})).then("ok");
    try (CallPipeline pipeline = pipeline()) {
      read(pipeline, options().withAttemptTimeout(Duration.ofMillis(5)));
    }
    assertThat(events).contains("failed 1 TIMEOUT", "retry after PT0.05S").endsWith("succeeded 2");
  }

  @Test
  void aReplyThatIsCompleteCountsEvenIfTheInterruptComesAtTheSameMoment() {
    driver.then(
        attempt -> {
          Thread.currentThread().interrupt();
          return "ok";
        });
    try (CallPipeline pipeline = pipeline()) {
      read(pipeline, CallOptions.defaults());
    }
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void inputThatADriverRefusesIsFinalAndWasNotSent() {
    driver.then(
        attempt -> {
          throw new InvalidInputException("group id must be shorter");
        });
    try (CallPipeline pipeline = pipeline()) {
      RosterException error = failing(pipeline, CallOptions.defaults());
      assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(error).hasMessageContaining("group id must be shorter");
    }
  }

  /** A driver method that blocks until it is aborted, as a read from a socket does. */
  private static DriverCall<Object> blockedUntilAborted(
      AtomicInteger aborts, Runnable whenBlocked) {
    return attempt -> {
      CountDownLatch aborted = new CountDownLatch(1);
      attempt.onAbort(
          () -> {
            aborts.incrementAndGet();
            aborted.countDown();
          });
      whenBlocked.run();
      awaitUninterruptibly(aborted);
      throw new IOException("socket closed");
    };
  }

  /** A socket read does not notice an interrupt either. */
  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException noticedLater) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(CallPipeline pipeline, CallOptions options) {
    pipeline.call(
        ClientMethod.GET_MEMBERSHIP,
        ScriptedDriver.SUBJECT,
        options,
        call ->
            call.send(
                Operation.FIND_MEMBERSHIP, attempt -> driver.findMembership(GROUP, USER, attempt)));
  }

  private static void write(CallPipeline pipeline) {
    pipeline.call(
        ClientMethod.CREATE_MEMBERSHIP,
        ScriptedDriver.SUBJECT,
        CallOptions.defaults(),
        call -> new Creation(call, GROUP, USER).created());
  }

  private static DriverCall<?> throttled(Duration hint) {
    return attempt -> {
      throw new ScriptedDriver.Failure(
          ErrorDescription.builder(ErrorCode.THROTTLED, Reach.REFUSED).retryAfter(hint).build());
    };
  }

  private RosterException failing(CallPipeline pipeline, CallOptions options) {
    return catchThrowableOfType(RosterException.class, () -> read(pipeline, options));
  }

  private static CallOptions options() {
    return CallOptions.defaults();
  }

  private CallPipeline pipeline() {
    return new CallPipeline(driver, DefaultSettings.of(rate, time, listener), () -> 0.5);
  }
}
