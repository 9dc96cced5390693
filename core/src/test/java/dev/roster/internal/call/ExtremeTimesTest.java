package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.RateLimiter;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.Reconciler;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every time that can be set may be as short or as long as a Duration can be. */
class ExtremeTimesTest {

  private static final List<Duration> EXTREMES =
      List.of(
          Duration.ofNanos(1),
          Duration.ofMillis(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(Integer.MAX_VALUE),
          Duration.ofDays(36_500),
          Duration.ofNanos(Long.MAX_VALUE),
          Duration.ofNanos(Long.MAX_VALUE).plusNanos(1),
          Duration.ofMillis(Long.MAX_VALUE),
          Duration.ofSeconds(Long.MAX_VALUE),
          ChronoUnit.FOREVER.getDuration());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 300);
  }

  private static Duration any(Random random) {
    return EXTREMES.get(random.nextInt(EXTREMES.size()));
  }

  private static RetryPolicy policy(Random random) {
    Duration base = any(random);
    Duration longest = Stream.of(base, any(random)).max(Duration::compareTo).get();
    return RetryPolicy.defaults().withMaxAttempts(1 + random.nextInt(4)).withDelays(base, longest);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noCallFailsForAnythingButTheServiceOrItsTime(long seed) {
    Random random = new Random(seed);
    ScriptedDriver driver = new ScriptedDriver();
    for (int failure = random.nextInt(8); failure > 0; failure--) {
      driver.then(failing(random));
    }
    try (RosterClient client =
        RosterClient.builder(driver)
            .timeSource(new TurnedTime())
            .rateLimiter(random.nextBoolean() ? RateLimiter.adaptive() : RateLimiter.adaptive(20))
            .deadline(any(random))
            .attemptTimeout(any(random))
            .retryPolicy(policy(random))
            .build()) {
      RosterClient one = random.nextBoolean() ? client : otherwise(client, random);
      assertThat(create(one)).isNotEqualTo(ErrorCode.UNKNOWN);
    }
  }

  private static RosterClient otherwise(RosterClient client, Random random) {
    return client.with(
        client
            .options()
            .withDeadline(any(random))
            .withAttemptTimeout(any(random))
            .withRetryPolicy(policy(random)));
  }

  /** Anything but an exception of the library fails the test. */
  private static ErrorCode create(RosterClient client) {
    try {
      client.ensureMember(GROUP, USER);
      return ErrorCode.ALREADY_MEMBER;
    } catch (RosterException failed) {
      return failed.code();
    }
  }

  private static DriverCall<?> failing(Random random) {
    List<ErrorCode> codes =
        List.of(ErrorCode.THROTTLED, ErrorCode.UNAVAILABLE, ErrorCode.CONCURRENT_MODIFICATION);
    ErrorCode code = codes.get(random.nextInt(codes.size()));
    Reach reach = code == ErrorCode.UNAVAILABLE ? Reach.MAYBE_APPLIED : Reach.REFUSED;
    ErrorDescription.Builder description = ErrorDescription.builder(code, reach);
    if (random.nextBoolean()) {
      description.retryAfter(any(random));
    }
    ErrorDescription described = description.build();
    return attempt -> {
      assertThat(attempt.timeLeft())
          .isPositive()
          .isLessThanOrEqualTo(Duration.ofMillis(Integer.MAX_VALUE));
      throw new ScriptedDriver.Failure(described);
    };
  }

  static Stream<Duration> extremes() {
    return EXTREMES.stream().filter(time -> time.compareTo(Duration.ofSeconds(1)) > 0);
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void aRealClockWaitsForAnyTime(Duration time) throws InterruptedException {
    assertThat(TimeSource.system().await(new CountDownLatch(0), time)).isTrue();
    try (RosterClient client =
        RosterClient.builder(new ScriptedDriver()).deadline(time).attemptTimeout(time).build()) {
      assertThat(client.ensureMember(GROUP, USER).presence()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void bulkRunsAndReconciliationsTakeAnyDeadline(Duration deadline) {
    try (RosterClient client = RosterClient.builder(new ScriptedDriver()).build()) {
      BulkSummary summary =
          BulkMemberships.of(client)
              .withConcurrency(1)
              .withDeadline(deadline)
              .add(List.of(new GroupMember(GROUP, USER)).iterator(), outcome -> {});
      assertThat(summary.isComplete()).isTrue();
      Reconciler reconciler = Reconciler.of(client).withConcurrency(1).withDeadline(deadline);
      assertThat(
              reconciler
                  .apply(reconciler.plan(ReconcileMode.ADDITIVE, GROUP, List.of(USER)))
                  .isComplete())
          .isTrue();
    }
  }
}
