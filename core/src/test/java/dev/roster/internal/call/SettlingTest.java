package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.Absence;
import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.EnsuredMembership;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Presence;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import dev.roster.ThrottledException;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.internal.operation.Creation;
import dev.roster.internal.operation.MembershipCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a call reads to find what became of its write, and what the reads cost. */
class SettlingTest {

  private static final CallOptions DEFAULTS = CallOptions.defaults();

  private final TurnedTime time = new TurnedTime();
  private final ScriptedDriver driver = new ScriptedDriver();
  private final List<String> events = new ArrayList<>();

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @CsvSource({"PT0.1S, PT30S", "PT5S, PT30S", "PT29S, PT30S", "PT30S, PT1M", "PT59S, PT1M"})
  void readsThatLagLessThanTheSettlingTimeMakeNoWriteFail(Duration lag, Duration settling) {
    for (long seed = 0; seed < 50; seed++) {
      for (CreateResponse lost : CreateResponse.values()) {
        Random random = new Random(seed);
        ScriptedDriver store = new ScriptedDriver().behaving(new LaggingStore(time, lag, lost));
        CallOptions options = DEFAULTS.withSettlingTime(settling);
        try (CallPipeline pipeline = pipeline(store, random)) {
          Presence presence =
              pipeline.call(
                  ClientMethod.ENSURE_MEMBER,
                  ScriptedDriver.SUBJECT,
                  options,
                  call -> new Creation(call, GROUP, USER).ensured().presence());
          assertThat(presence).as("seed %d, %s", seed, lost).isEqualTo(lost.presence());
        }
      }
    }
  }

  @Test
  void aDeleteWhoseReadsLagIsSettledAsWell() {
    driver.then("lost", "lost", "lost", "lost", "ok", "ok", "ok", "ok", "NOT_FOUND:MEMBERSHIP");
    assertThat(delete(DEFAULTS)).isEqualTo(Absence.ABSENT_REMOVER_UNKNOWN);
  }

  @Test
  void looksGoOnUntilTheSettlingTimeAndTheLastOneIsAtItsEnd() {
    driver.then("lost", "lost", "lost", "lost", "ok*");
    RosterException error = failing(DEFAULTS.withSettlingTime(Duration.ofMinutes(2)));
    assertThat(error.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(error.attempts()).isEqualTo(16).isEqualTo(driver.asked().size());
    assertThat(elapsed()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(122));
  }

  @Test
  void looksEndWithTheDeadlineWhereThatIsSooner() {
    driver.then("lost", "lost", "lost", "lost", "ok*");
    RosterException error = failing(DEFAULTS.withDeadline(Duration.ofSeconds(6)));
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(elapsed()).isBetween(Duration.ofMillis(5_500), Duration.ofSeconds(6));
  }

  @Test
  void noSettlingTimeMeansOneLook() {
    driver.then("lost", "lost", "lost", "lost", "ok*");
    assertThat(failing(DEFAULTS.withSettlingTime(Duration.ZERO)).attempts()).isEqualTo(5);
  }

  @Test
  void theLooksBackOffWithFullJitterFromATenthOfASecondToFive() {
    driver.then("lost", "ok*");
    failing(once().withSettlingTime(Duration.ofMinutes(5)).withDeadline(Duration.ofMinutes(50)));
    assertThat(time.waits().subList(0, 10))
        .extracting(Duration::toMillis)
        .containsExactly(50L, 100L, 200L, 400L, 800L, 1_600L, 2_500L, 2_500L, 2_500L, 2_500L);
  }

  @Test
  void looksAreOutsideTheAttemptLimitAndTheRetryBudget() {
    driver.then("lost*");
    try (CallPipeline pipeline = pipeline(driver, new Random(1))) {
      for (int call = 0; call < 200; call++) {
        assertThat(failing(pipeline, once()).attempts()).isEqualTo(1 + Settlement.MOST_READS);
      }
      RosterException error = failing(pipeline, DEFAULTS);
      assertThat(error.attempts()).isEqualTo(4 + Settlement.MOST_READS);
    }
  }

  @Test
  void whereTheBudgetIsEmptyLooksStillTell() {
    driver.then("lost*");
    try (CallPipeline pipeline = pipeline(driver, new Random(1))) {
      for (int call = 0; call < 100; call++) {
        assertThat(failing(pipeline, DEFAULTS).outcome()).isEqualTo(Outcome.UNKNOWN);
      }
      int before = driver.asked().size();
      driver.then("lost", "lost", "lost", "NOT_FOUND:MEMBERSHIP");
      assertThat(delete(pipeline, DEFAULTS)).isEqualTo(Absence.ABSENT_REMOVER_UNKNOWN);
      assertThat(driver.asked().subList(before, driver.asked().size()))
          .containsExactly(
              Operation.DELETE_MEMBERSHIP,
              Operation.GET_MEMBERSHIP,
              Operation.GET_MEMBERSHIP,
              Operation.GET_MEMBERSHIP);
    }
  }

  @Test
  void aLookThatIsThrottledWaitsAsLongAsTheServiceAsks() {
    driver.then("lost").then(throttledFor(Duration.ofSeconds(7))).then("NOT_FOUND:MEMBERSHIP");
    assertThat(delete(once())).isEqualTo(Absence.ABSENT_REMOVER_UNKNOWN);
    assertThat(time.waits()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1S", "PT30S"})
  void aThrottledReadOfWhatIsThereEndsWithTheDeadlineWhateverTheSettlingTime(Duration settling) {
    driver.then("CONFLICT");
    for (int read = 0; read < 2 * Settlement.MOST_READS; read++) {
      driver.then(throttledFor(Duration.ofSeconds(2)));
    }
    try (CallPipeline pipeline = pipeline(driver, () -> 0.5)) {
      EnsuredMembership ensured = ensure(pipeline, DEFAULTS.withSettlingTime(settling));
      assertThat(ensured.presence()).isEqualTo(Presence.ALREADY_PRESENT);
    }
  }

  @Test
  void aThrottledReadOfWhatIsThereFailsWhereTheServiceAsksToWaitPastTheDeadline() {
    driver.then("CONFLICT").then(throttledFor(Duration.ofSeconds(20)));
    CallOptions options = DEFAULTS.withDeadline(Duration.ofSeconds(10));
    try (CallPipeline pipeline = pipeline(driver, () -> 0.5)) {
      RosterException error =
          catchThrowableOfType(RosterException.class, () -> ensure(pipeline, options));
      assertThat(error.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_APPLIED);
      assertThat(error.getSuppressed()).hasOnlyElementsOfType(ThrottledException.class);
    }
    assertThat(elapsed()).isZero();
  }

  @Test
  void throttledLooksForALostWriteEndWithTheSettlingTime() {
    driver.then("lost");
    for (int read = 0; read < Settlement.MOST_READS; read++) {
      driver.then(throttledFor(Duration.ofSeconds(7)));
    }
    RosterException error = failing(once().withSettlingTime(Duration.ofSeconds(20)));
    assertThat(error.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(elapsed()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(28));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCESS_DENIED", "UNAUTHENTICATED", "INVALID_ARGUMENT"})
  void aLookThatIsRefusedForGoodIsTheLast(String refusal) {
    driver.then("lost", "lost", "lost", "lost", refusal);
    RosterException error = failing(DEFAULTS);
    assertThat(error.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(error.attempts()).isEqualTo(5);
    assertThat(error.getSuppressed())
        .singleElement()
        .extracting(e -> ((RosterException) e).code().name())
        .isEqualTo(refusal);
  }

  @Test
  void anInterruptDuringTheLooksEndsThemAndLeavesTheOutcomeOpen() {
    driver
        .then("lost", "ok")
        .then(
            attempt -> {
              Thread.currentThread().interrupt();
              return "still there";
            })
        .then("ok*");
    RosterException error = failing(once());
    assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(driver.asked()).hasSize(3);
  }

  @Test
  void attemptsNeverOverlapAndEachHasOneEndWithItsOwnTime() {
    driver.then("lost", "CONFLICT", "lost", "NOT_FOUND:MEMBERSHIP", "ok");
    try (CallPipeline pipeline = pipeline(driver, new Random(1))) {
      pipeline.call(
          ClientMethod.CREATE_MEMBERSHIP,
          ScriptedDriver.SUBJECT,
          DEFAULTS,
          call -> new Creation(call, GROUP, USER).created());
    }
    assertThat(events)
        .containsExactly(
            "start 1 CREATE_MEMBERSHIP",
            "end 1 PT0S",
            "start 2 CREATE_MEMBERSHIP",
            "end 2 PT0S",
            "start 3 FIND_MEMBERSHIP",
            "end 3 PT0S",
            "start 4 FIND_MEMBERSHIP",
            "end 4 PT0S",
            "start 5 FIND_MEMBERSHIP",
            "end 5 PT0S");
  }

  /** What happens to the first create, and what the caller must get. */
  private enum CreateResponse {
    RECEIVED(Presence.CREATED),
    LOST(Presence.PRESENT_MAKER_UNKNOWN),
    /** Another client made the membership a moment ago. */
    ALREADY_PRESENT(Presence.ALREADY_PRESENT);

    private final Presence presence;

    CreateResponse(Presence presence) {
      this.presence = presence;
    }

    Presence presence() {
      return presence;
    }
  }

  /** A store whose reads show what was there some time ago; its writes know the present. */
  private static final class LaggingStore implements ScriptedDriver.Behavior {

    private final TurnedTime time;
    private final Duration lag;
    private boolean losesResponse;
    private boolean present;
    private long presentSince;

    LaggingStore(TurnedTime time, Duration lag, CreateResponse first) {
      this.time = time;
      this.lag = lag;
      this.losesResponse = first == CreateResponse.LOST;
      this.present = first == CreateResponse.ALREADY_PRESENT;
      this.presentSince = time.nanoTime();
    }

    @Override
    public void on(Operation operation) throws Exception {
      if (operation == Operation.CREATE_MEMBERSHIP) {
        create();
      } else if (!present || time.nanoTime() - presentSince < lag.toNanos()) {
        throw ScriptedDriver.failure("NOT_FOUND:MEMBERSHIP");
      }
    }

    private void create() throws ScriptedDriver.Failure {
      if (present) {
        throw ScriptedDriver.failure("ALREADY_MEMBER");
      }
      present = true;
      presentSince = time.nanoTime();
      if (losesResponse) {
        throw ScriptedDriver.failure("lost");
      }
    }
  }

  private static DriverCall<?> throttledFor(Duration hint) {
    return attempt -> {
      throw ScriptedDriver.throttled(hint);
    };
  }

  private static EnsuredMembership ensure(CallPipeline pipeline, CallOptions options) {
    return pipeline.call(
        ClientMethod.ENSURE_MEMBER,
        ScriptedDriver.SUBJECT,
        options,
        call -> new Creation(call, GROUP, USER).ensured());
  }

  private Absence delete(CallOptions options) {
    try (CallPipeline pipeline = pipeline(driver, () -> 0.5)) {
      return delete(pipeline, options);
    }
  }

  private static Absence delete(CallPipeline pipeline, CallOptions options) {
    return pipeline.call(
        ClientMethod.DELETE_MEMBERSHIP,
        ScriptedDriver.SUBJECT,
        options,
        call -> MembershipCalls.delete(call, MEMBERSHIP.membershipId()));
  }

  private RosterException failing(CallOptions options) {
    return catchThrowableOfType(RosterException.class, () -> delete(options));
  }

  private static RosterException failing(CallPipeline pipeline, CallOptions options) {
    return catchThrowableOfType(RosterException.class, () -> delete(pipeline, options));
  }

  private static CallOptions once() {
    return DEFAULTS.withRetryPolicy(RetryPolicy.defaults().withMaxAttempts(1));
  }

  private CallPipeline pipeline(ScriptedDriver behind, Random random) {
    return pipeline(behind, random::nextDouble);
  }

  private CallPipeline pipeline(ScriptedDriver behind, DoubleSupplier jitter) {
    return new CallPipeline(behind, DefaultSettings.of(time, new Attempts(events)), jitter);
  }

  /** Writes starts and ends of attempts down. */
  private record Attempts(List<String> events) implements CallListener {

    @Override
    public void attemptStarted(AttemptInfo attempt) {
      events.add("start %d %s".formatted(attempt.numberInCall(), attempt.operation()));
    }

    @Override
    public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
      events.add("end %d %s".formatted(attempt.numberInCall(), result.elapsed()));
    }

    @Override
    public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
      events.add("end %d %s".formatted(attempt.numberInCall(), result.elapsed()));
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(time.nanoTime());
  }
}
