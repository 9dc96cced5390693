package dev.roster.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RetryPolicy;
import dev.roster.internal.retry.RetryDecision.Exhausted;
import dev.roster.internal.retry.RetryDecision.Final;
import dev.roster.internal.retry.RetryDecision.Retry;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What follows a failure, as a table. */
class RetryEngineTest {

  private static final RetryPolicy POLICY = RetryPolicy.defaults();
  private static final double MIDDLE = 0.5;

  @ParameterizedTest
  @CsvSource({
    // failures so far, retry-after ms, time left ms, delay ms with jitter in the middle;
    // a hundred milliseconds are kept for the attempt
    "1,    0, 60000,  50",
    "2,    0, 60000, 100",
    "3,    0, 60000, 200",
    "1,  900, 60000, 900",
    "1,   10, 60000,  50",
    "3,    0,   300, 100",
    "1,    0,   200,  50",
    "1,  200,   300, 200",
  })
  void aPassingFailureIsRepeatedWithFullJitterAndPaysFromTheBudget(
      int failures, long retryAfter, long timeLeft, long delay) {
    RetrySituation now =
        new RetrySituation(
            Operation.DELETE_MEMBERSHIP,
            failure(ErrorCode.UNAVAILABLE, retryAfter),
            failures,
            0,
            0,
            ms(timeLeft),
            500);
    assertThat(decide(now)).isEqualTo(new Retry(ms(delay), RetryBudget.COST));
  }

  @ParameterizedTest
  @CsvSource({
    "1,       0, 300000,    0",
    "4,       0, 300000,    0",
    "1000,    0, 300000,    0",
    "1000,    0,    100,    0",
    "1,    7000, 300000, 7000",
    "1,    7000,   7100, 7000",
    "1000,  100, 300000,  100",
  })
  void aThrottledReplyIsRepeatedWithoutLimitAndForNothingAndOnlyTheLimiterSpacesIt(
      int throttled, long retryAfter, long timeLeft, long delay) {
    RetrySituation now =
        new RetrySituation(
            Operation.DELETE_MEMBERSHIP,
            failure(ErrorCode.THROTTLED, retryAfter),
            0,
            throttled,
            0,
            ms(timeLeft),
            0);
    assertThat(decide(now)).isEqualTo(new Retry(ms(delay), 0));
  }

  @ParameterizedTest
  @CsvSource({
    // code, failures, retry-after ms, time left ms, budget, a word of the reason
    "UNAVAILABLE, 4,    0, 60000, 500, attempts",
    "UNAVAILABLE, 1,    0, 60000,   4, budget",
    "UNAVAILABLE, 1,    0,   199, 500, deadline",
    "UNAVAILABLE, 1, 5000,  5000, 500, wait longer",
    "UNAVAILABLE, 1,  201,   300, 500, wait longer",
    "THROTTLED,   0,    0,    99, 500, deadline",
    "THROTTLED,   0,  201,   300, 500, wait longer",
    "THROTTLED,   0, 5001,  5000, 500, wait longer",
    "TIMEOUT,     1,    0,     0, 500, deadline",
  })
  void whatIsUsedUpEndsTheCallAndIsNamed(
      ErrorCode code, int failures, long retryAfter, long timeLeft, int budget, String word) {
    RetrySituation now =
        new RetrySituation(
            Operation.DELETE_MEMBERSHIP,
            failure(code, retryAfter),
            failures,
            1,
            0,
            ms(timeLeft),
            budget);
    assertThat(decide(now))
        .isInstanceOfSatisfying(Exhausted.class, end -> assertThat(end.why()).contains(word));
  }

  @Test
  void contentionIsRetriedUntilTheDeadlineAndForNothing() {
    assertThat(decide(contended(1))).isInstanceOf(Retry.class);
    assertThat(decide(contended(1_000)))
        .isInstanceOfSatisfying(Retry.class, next -> assertThat(next.cost()).isZero());
  }

  private static RetrySituation contended(int times) {
    ErrorDescription failure = failure(ErrorCode.CONCURRENT_MODIFICATION, 0);
    return new RetrySituation(Operation.CREATE_MEMBERSHIP, failure, times, 0, 0, ms(60_000), 0);
  }

  @Test
  void aSignatureOutOfTimeIsRepeatedOnceAtOnceAndForNothing() {
    assertThat(decide(skewed(0))).isEqualTo(new Retry(Duration.ZERO, 0));
    assertThat(decide(skewed(1))).isEqualTo(new Final());
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {
        "THROTTLED",
        "UNAVAILABLE",
        "TIMEOUT",
        "INVALID_RESPONSE",
        "CONCURRENT_MODIFICATION",
        "CONFLICT",
        "CLOCK_SKEW"
      })
  void everythingElseIsFinal(ErrorCode code) {
    RetrySituation now =
        new RetrySituation(
            Operation.DELETE_MEMBERSHIP, failure(code, 10), 1, 0, 0, ms(60_000), 500);
    assertThat(decide(now)).isEqualTo(new Final());
  }

  @Test
  void theLongestDurationThereIsCanBeTheLongestStep() {
    RetryPolicy boundless = POLICY.withMaxDelay(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
    RetrySituation now =
        new RetrySituation(
            Operation.DELETE_MEMBERSHIP,
            failure(ErrorCode.CONCURRENT_MODIFICATION, 0),
            1_000,
            0,
            0,
            ms(60_100),
            0);
    assertThat(new RetryEngine(() -> MIDDLE).decide(boundless, now))
        .isEqualTo(new Retry(ms(30_000), 0));
  }

  @Test
  void everyWaitLeavesRoomForAnAttempt() {
    Random random = new Random(20261120);
    RetryEngine engine = new RetryEngine(random::nextDouble);
    for (int round = 0; round < 20_000; round++) {
      RetrySituation now = random(random);
      if (engine.decide(POLICY, now) instanceof Retry retry) {
        assertThat(now.timeLeft().minus(retry.delay())).isGreaterThanOrEqualTo(POLICY.baseDelay());
        assertThat(retry.delay())
            .isGreaterThanOrEqualTo(now.failure().retryAfter().orElse(Duration.ZERO));
      }
    }
  }

  private static RetrySituation random(Random random) {
    ErrorCode code = random.nextBoolean() ? ErrorCode.THROTTLED : ErrorCode.UNAVAILABLE;
    long retryAfter = random.nextInt(4) == 0 ? random.nextInt(10_000) : 0;
    Duration left = ms(random.nextInt(30_000));
    int count = 1 + random.nextInt(100_000);
    return new RetrySituation(
        Operation.DELETE_MEMBERSHIP, failure(code, retryAfter), 1 + count % 3, count, 0, left, 500);
  }

  private static RetryDecision decide(RetrySituation now) {
    return new RetryEngine(() -> MIDDLE).decide(POLICY, now);
  }

  private static RetrySituation skewed(int corrections) {
    return new RetrySituation(
        Operation.DELETE_MEMBERSHIP,
        failure(ErrorCode.CLOCK_SKEW, 0),
        0,
        0,
        corrections,
        ms(60_000),
        0);
  }

  private static ErrorDescription failure(ErrorCode code, long retryAfter) {
    return ErrorDescription.builder(code, Reach.REFUSED)
        .retryAfter(retryAfter == 0 ? null : ms(retryAfter))
        .build();
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
