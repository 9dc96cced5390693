package dev.roster.internal.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsUnderWayTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final List<Look> looks = new ArrayList<>();
  private final List<Attempt> ended = new ArrayList<>();
  private long now = Long.MAX_VALUE - 1_000_000;
  private int looksPlanned;
  private Runnable whilePlanning = () -> {};
  private final AttemptsUnderWay attempts = new AttemptsUnderWay(() -> now, this::plan);

  private record Look(long when, Runnable work) {}

  private void plan(Runnable work, Duration delay) {
    whilePlanning.run();
    looksPlanned++;
    looks.add(new Look(now + delay.toNanos(), work));
  }

  private void turnClock(Duration by) {
    long end = now + by.toNanos();
    while (!looks.isEmpty() && next().when - end <= 0) {
      Look look = next();
      looks.remove(look);
      now = look.when;
      look.work.run();
    }
    now = end;
  }

  private Look next() {
    return looks.stream().min(Comparator.comparingLong(look -> look.when - now)).orElseThrow();
  }

  private Attempt begun(Duration allowed) {
    Attempt attempt = new Attempt(allowed, now);
    attempt.onAbort(() -> ended.add(attempt));
    attempts.enter(attempt);
    return attempt;
  }

  @Test
  void anAttemptWhoseTimeHasPassedIsEnded() {
    Attempt attempt = begun(TIMEOUT);
    turnClock(TIMEOUT.minusNanos(1));
    assertThat(ended).isEmpty();
    turnClock(Duration.ofNanos(1));
    assertThat(ended).containsExactly(attempt);
  }

  @Test
  void anAttemptThatEndedInTimeIsLeftAlone() {
    attempts.leave(begun(TIMEOUT));
    turnClock(TIMEOUT.multipliedBy(2));
    assertThat(ended).isEmpty();
  }

  @Test
  void manyAttemptsAreLookedAfterTogether() {
    for (int attempt = 0; attempt < 1000; attempt++) {
      attempts.leave(begun(TIMEOUT));
      turnClock(Duration.ofMillis(1));
    }
    assertThat(looksPlanned).isEqualTo(1);
  }

  @Test
  void nothingIsPlannedWhileNothingIsUnderWay() {
    attempts.leave(begun(TIMEOUT));
    turnClock(TIMEOUT);
    assertThat(looks).isEmpty();
  }

  @Test
  void aShorterTimeIsSeenBeforeALongerOneThatBeganEarlier() {
    Attempt longer = begun(TIMEOUT);
    Attempt shorter = begun(Duration.ofSeconds(1));
    turnClock(Duration.ofSeconds(1));
    assertThat(ended).containsExactly(shorter);
    turnClock(TIMEOUT);
    assertThat(ended).containsExactlyInAnyOrder(shorter, longer);
  }

  @Test
  void aTimeThatHasPassedAlreadyEndsAtTheNextLook() {
    Attempt attempt = begun(Duration.ZERO);
    turnClock(Duration.ZERO);
    assertThat(ended).containsExactly(attempt);
  }

  @Test
  void anAttemptThatBeginsWhileOthersAreLookedAtIsSeenToo() {
    begun(Duration.ofSeconds(1)).onAbort(() -> ended.add(begun(Duration.ofSeconds(1))));
    turnClock(Duration.ofSeconds(1));
    assertThat(ended).hasSize(1);
    turnClock(Duration.ofSeconds(1));
    assertThat(ended).hasSize(2);
  }

  @Test
  void aTimerThatFailsOnceDoesNotKeepLaterAttemptsFromTheirEnd() {
    whilePlanning =
        () -> {
          throw new OutOfMemoryError("no thread, as a test says");
        };
    assertThatThrownBy(() -> begun(TIMEOUT)).isInstanceOf(OutOfMemoryError.class);
    whilePlanning = () -> {};
    begun(TIMEOUT);
    turnClock(TIMEOUT);
    assertThat(ended).hasSize(2);
  }

  @Test
  void anAttemptThatDoesNotReactIsEndedOnceAndPlansNothing() {
    Attempt deaf = begun(Duration.ofSeconds(1));
    attempts.leave(begun(Duration.ofSeconds(2)));
    turnClock(Duration.ofSeconds(1));
    turnClock(TIMEOUT);
    assertThat(ended).containsExactly(deaf);
    assertThat(looks).isEmpty();
  }

  @Test
  void endingAllEndsEachOnce() {
    Attempt attempt = begun(TIMEOUT);
    attempts.abortAll(AbortReason.CLOSED);
    attempts.abortAll(AbortReason.CLOSED);
    assertThat(ended).containsExactly(attempt);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyAttemptEndsExactlyAtItsTime(long seed) {
    Random random = new Random(seed);
    List<Timed> open = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      Duration allowed = Duration.ofMillis(random.nextInt(2000));
      open.add(new Timed(begun(allowed), now + allowed.toNanos()));
      if (random.nextInt(3) == 0) {
        attempts.leave(open.remove(random.nextInt(open.size())).attempt);
      }
      turnClock(Duration.ofMillis(random.nextInt(20)));
      assertThat(open).allMatch(each -> ended.contains(each.attempt) == (each.end - now <= 0));
    }
    assertThat(looks).hasSizeLessThan(100);
  }

  private record Timed(Attempt attempt, long end) {}
}
