package dev.roster.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import dev.roster.internal.attempt.DriverCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A retry is made only while it has time to end; a first attempt, until the deadline. */
class RoomForAttemptsTest {

  private static final double LATEST = 0.999_999;
  private static final Duration ROOM = RetryPolicy.defaults().baseDelay();
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ScriptedDriver driver = new ScriptedDriver();
  private final TurnedTime time = new TurnedTime();
  private final List<Duration> timesLeft = new ArrayList<>();
  private double rate = Double.POSITIVE_INFINITY;

  /** Odd enough that the last wait ends everywhere between two turns of the limiter. */
  static LongStream deadlines() {
    return LongStream.range(0, 120).map(step -> 150 + 533 * step);
  }

  @ParameterizedTest
  @MethodSource("deadlines")
  void aCallThatIsThrottledAllTheTimeBeginsNoAttemptThatHasNoTimeToEnd(long deadline) {
    RosterException error = failing(Duration.ofMillis(deadline), "THROTTLED");
    assertThat(error.code()).isEqualTo(ErrorCode.THROTTLED);
    assertRoomForRetries();
    assertThat(time.nanoTime()).isLessThanOrEqualTo(Duration.ofMillis(deadline).toNanos());
  }

  @ParameterizedTest
  @MethodSource("deadlines")
  void soDoesACallUnderACeiling(long deadline) {
    rate = 2;
    RosterException error = failing(Duration.ofMillis(deadline), "THROTTLED");
    assertThat(error.code()).isEqualTo(ErrorCode.THROTTLED);
    assertRoomForRetries();
  }

  @ParameterizedTest
  @MethodSource("deadlines")
  void soDoesACallThatFailsOtherwise(long deadline) {
    RosterException error = failing(Duration.ofMillis(deadline), "CONCURRENT_MODIFICATION");
    assertThat(error.code()).isEqualTo(ErrorCode.CONCURRENT_MODIFICATION);
    assertRoomForRetries();
  }

  @Test
  void aFirstAttemptIsSentUpToTheDeadline() {
    rate = 1;
    try (CallPipeline pipeline = pipeline()) {
      read(pipeline, SECOND);
      read(pipeline, SECOND.plusMillis(1));
    }
    assertThat(timesLeft).containsExactly(SECOND, Duration.ofMillis(1));
  }

  private void assertRoomForRetries() {
    assertThat(timesLeft.subList(1, timesLeft.size()))
        .allSatisfy(left -> assertThat(left).isGreaterThanOrEqualTo(ROOM));
  }

  private RosterException failing(Duration deadline, String answer) {
    driver.then(answer + "*");
    try (CallPipeline pipeline = pipeline()) {
      return catchThrowableOfType(RosterException.class, () -> read(pipeline, deadline));
    }
  }

  private void read(CallPipeline pipeline, Duration deadline) {
    long end = time.nanoTime() + deadline.toNanos();
    DriverCall<String> timed =
        attempt -> {
          timesLeft.add(Duration.ofNanos(end - time.nanoTime()));
          driver.deleteMembership(ScriptedDriver.MEMBERSHIP.membershipId(), attempt);
          return "ok";
        };
    pipeline.call(
        ClientMethod.GET_MEMBERSHIP,
        ScriptedDriver.SUBJECT,
        CallOptions.defaults().withDeadline(deadline),
        call -> call.send(Operation.GET_MEMBERSHIP, timed));
  }

  private CallPipeline pipeline() {
    return new CallPipeline(driver, DefaultSettings.of(rate, time), () -> LATEST);
  }
}
