package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import dev.roster.internal.configuration.ClientSettings;
import dev.roster.internal.operation.Creation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A driver or a listener that breaks its promise harms neither the call nor the client. */
class BrokenPromisesTest {

  private final ScriptedDriver driver = new ScriptedDriver();

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void aDriverThatThrowsTheFailureItShouldDescribeDoesNotHideIt() {
    IllegalStateException raw = new IllegalStateException("raw");
    driver
        .then(attempt -> sneak(raw))
        .then("lost*")
        .describing(
            failure -> {
              throw raw;
            });
    RosterException error = failingCreate(heard());
    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(error)
        .satisfies(e -> assertThat(e.unwrap(IllegalStateException.class)).containsSame(raw));
  }

  @Test
  @SuppressWarnings("NullAway") // the broken promise itself
  void aDriverThatDescribesAFailureAsNullDoesNotHideIt() {
    driver.then(attempt -> sneak(new IOException("raw"))).then("lost*").describing(failure -> null);
    RosterException error = failingCreate(heard());
    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(error.unwrap(IOException.class)).isPresent();
  }

  @Test
  void anErrorOfThePlatformReachesTheCallerAsItIsAndListenersAsTheEndOfTheCall() {
    List<String> events = new ArrayList<>();
    driver.then(attempt -> sneak(new NoClassDefFoundError("a library is missing")));
    try (CallPipeline pipeline = pipeline(new EventNames(events))) {
      assertThatThrownBy(() -> create(pipeline)).isInstanceOf(NoClassDefFoundError.class);
    }
    assertThat(events)
        .containsExactly(
            "started createMembership", "attempt 1", "failed 1 UNKNOWN", "gave up: UNKNOWN");
  }

  @Test
  void aBodyThatFailsByAMistakeOfTheLibraryIsStillTheEndOfTheCallForListeners() {
    List<String> events = new ArrayList<>();
    try (CallPipeline pipeline = pipeline(new EventNames(events))) {
      assertThatThrownBy(
              () ->
                  pipeline.call(
                      ClientMethod.CREATE_MEMBERSHIP,
                      ScriptedDriver.SUBJECT,
                      CallOptions.defaults(),
                      call -> sneak(new IllegalStateException("a mistake"))))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(events).containsExactly("started createMembership", "gave up: UNKNOWN");
  }

  @Test
  @SuppressWarnings("NullAway") // the broken promise itself
  void aDriverThatAnswersWithNullFailsTheCallAsOneThatThrows() {
    try (CallPipeline pipeline = pipeline(heard())) {
      RosterException error =
          catchThrowableOfType(
              RosterException.class,
              () ->
                  pipeline.call(
                      ClientMethod.GET_MEMBERSHIP,
                      ScriptedDriver.SUBJECT,
                      CallOptions.defaults(),
                      call -> call.send(Operation.GET_MEMBERSHIP, attempt -> null)));
      assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN);
      assertThat(error).rootCause().hasMessageContaining("returned null");
    }
  }

  @Test
  void anAbortActionThatDoesNotReturnKeepsNoOtherAttemptFromItsEnd() {
    CountDownLatch testIsOver = new CountDownLatch(1);
    CallOptions impatient = CallOptions.defaults().withAttemptTimeout(Duration.ofMillis(1));
    driver
        .then(
            attempt -> {
              CountDownLatch aborting = new CountDownLatch(1);
              Thread caller = Thread.currentThread();
              attempt.onAbort(
                  () -> {
                    aborting.countDown();
                    // One that has expired already is aborted by the call itself.
                    if (!caller.equals(Thread.currentThread())) {
                      awaitUnchecked(testIsOver);
                    }
                  });
              aborting.await();
              throw new IOException("socket closed");
            })
        .then(
            attempt -> {
              CountDownLatch aborted = new CountDownLatch(1);
              attempt.onAbort(aborted::countDown);
              aborted.await();
              throw new IOException("socket closed");
            });
    try (CallPipeline pipeline = pipeline(heard())) {
      for (int call = 0; call < 2; call++) {
        assertThatThrownBy(
                () ->
                    pipeline.call(
                        ClientMethod.FIND_MEMBERSHIP,
                        ScriptedDriver.SUBJECT,
                        impatient,
                        each ->
                            each.send(
                                Operation.FIND_MEMBERSHIP,
                                attempt -> driver.findMembership(GROUP, USER, attempt))))
            .isInstanceOfSatisfying(
                RosterException.class,
                error -> assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT));
      }
    } finally {
      testIsOver.countDown();
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAbortActionThatThrowsKeepsCloseFromNothing() {
    CallPipeline pipeline = pipeline(heard());
    driver.then(
        attempt -> {
          attempt.onAbort(() -> sneak(new IllegalStateException("broken on purpose")));
          pipeline.close();
          throw new IOException("socket closed");
        });
    RosterException error = catchThrowableOfType(RosterException.class, () -> create(pipeline));
    assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(driver.isClosed()).isTrue();
  }

  static List<Throwable> whatListenersMustNotThrow() {
    return List.of(new IOException("checked"), new AssertionError("an error"));
  }

  @ParameterizedTest
  @MethodSource("whatListenersMustNotThrow")
  void aListenerThatThrowsAnythingAfterACreateDoesNotRepeatIt(Throwable thrown) {
    try (CallPipeline pipeline = pipeline(atSuccess(() -> sneak(thrown)))) {
      assertThat(create(pipeline)).isEqualTo(MEMBERSHIP);
    }
    assertThat(driver.asked()).hasSize(1);
  }

  @Test
  void aClientThatIsClosedJustBeforeTheRequestSendsNothing() {
    CallPipeline[] closed = new CallPipeline[1];
    CallPipeline pipeline = pipeline(atStart(() -> closed[0].close()));
    closed[0] = pipeline;
    RosterException error = catchThrowableOfType(RosterException.class, () -> create(pipeline));
    assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(driver.asked()).isEmpty();
  }

  @Test
  void aThreadThatIsInterruptedJustBeforeTheRequestSendsNothing() {
    RosterException error = failingCreate(atStart(() -> Thread.currentThread().interrupt()));
    assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(error).hasNoCause();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(driver.asked()).isEmpty();
  }

  private RosterException failingCreate(CallListener listener) {
    try (CallPipeline pipeline = pipeline(listener)) {
      return catchThrowableOfType(RosterException.class, () -> create(pipeline));
    }
  }

  private static Membership create(CallPipeline pipeline) {
    return pipeline.call(
        ClientMethod.CREATE_MEMBERSHIP,
        ScriptedDriver.SUBJECT,
        CallOptions.defaults(),
        call -> new Creation(call, GROUP, USER).created());
  }

  private CallPipeline pipeline(CallListener listener) {
    CallOptions once =
        CallOptions.defaults().withRetryPolicy(RetryPolicy.defaults().withMaxAttempts(1));
    ClientSettings settings = DefaultSettings.of(new TurnedTime(), listener).with(once);
    return new CallPipeline(driver, settings, () -> 0.5);
  }

  private static CallListener heard() {
    return new CallListener() {};
  }

  private static CallListener atStart(Runnable action) {
    return new CallListener() {
      @Override
      public void attemptStarted(AttemptInfo attempt) {
        action.run();
      }
    };
  }

  private static CallListener atSuccess(Runnable action) {
    return new CallListener() {
      @Override
      public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
        action.run();
      }
    };
  }

  private static Object sneak(Throwable thrown) {
    return BrokenPromisesTest.<RuntimeException>unchecked(thrown);
  }

  /** Other languages on the platform throw checked exceptions from anywhere. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> Object unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
