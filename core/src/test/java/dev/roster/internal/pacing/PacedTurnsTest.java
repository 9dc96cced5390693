package dev.roster.internal.pacing;

import static dev.roster.CallPriority.BULK;
import static dev.roster.CallPriority.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When turns come at a given rate, and what the law is told. */
class PacedTurnsTest {

  private static final long MILLISECOND = 1_000_000L;

  private final FixedLaw law = new FixedLaw(10);
  private final Pacer pacer = new Pacer(law, Double.POSITIVE_INFINITY);
  private long now;

  @Test
  void aRateThatMayRiseIsLookedAtAgainSoon() {
    assertThat(pacer.turn(BULK).ask(now)).isZero();
    assertThat(pacer.turn(BULK).ask(now)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void underACeilingALateWakeUpIsCaughtUpByAFewHundredthsOfASecond() {
    Pacer limited = new Pacer(new FixedLaw(1e5), 100);
    limited.turn(BULK).ask(now);
    Turn late = limited.turn(BULK);
    late.ask(now);
    now += 1_000 * MILLISECOND;
    assertThat(late.ask(now)).isZero();
    assertThat(takenAtOnce(limited)).isEqualTo(4);
  }

  @Test
  void aCeilingIsKeptAfterARestToo() {
    Pacer limited = new Pacer(new FixedLaw(1e5), 100);
    for (int round = 0; round < 3; round++) {
      assertThat(takenAtOnce(limited)).isOne();
      now += 3_600_000 * MILLISECOND;
    }
  }

  @Test
  void theTimeOfTheLawRunsOnlyWhileItsRateHoldsCallsBack() {
    pacer.turn(BULK).ask(now);
    pacer.permitted(now);
    now += 3_600_000 * MILLISECOND;
    pacer.permitted(now);
    now += MILLISECOND;
    pacer.permitted(now);
    assertThat(law.time).isEqualTo(100 * MILLISECOND);
  }

  @Test
  void knocksGoAtOnceAndArePaidForAfterwards() {
    pacer.turn(BULK).ask(now);
    law.knocks = 3;
    assertThat(takenAtOnce(pacer)).isEqualTo(3);
    now += 399 * MILLISECOND;
    assertThat(pacer.turn(BULK).ask(now)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void aTurnTellsWhatItWaitsFor() {
    Turn first = pacer.turn(BULK);
    first.ask(now);
    assertThat(first.hold()).isEqualTo(TurnHold.NOTHING);
    Turn paced = pacer.turn(BULK);
    paced.ask(now);
    assertThat(paced.hold()).isEqualTo(TurnHold.LEARNED_RATE);
    Pacer limited = new Pacer(5);
    limited.turn(BULK).ask(now);
    Turn capped = limited.turn(BULK);
    capped.ask(now);
    assertThat(capped.hold()).isEqualTo(TurnHold.CEILING);
    assertThat(capped.wasHeldByHint()).isFalse();
  }

  @Test
  void aTurnThatWaitsForAHintSaysForHowLong() {
    for (int call = 0; call < 4; call++) {
      Turn turn = pacer.turn(BULK);
      now += 1_000 * MILLISECOND;
      turn.ask(now);
      turn.ended(TurnResult.THROTTLED, Duration.ofSeconds(30), now);
    }
    Turn held = pacer.turn(BULK);
    held.ask(now);
    assertThat(held.hold()).isEqualTo(TurnHold.HINT);
    assertThat(held.hint()).isEqualTo(Duration.ofSeconds(30));
    now += 31_000 * MILLISECOND;
    held.ask(now);
    assertThat(held.hint()).isZero();
    assertThat(held.wasHeldByHint()).isTrue();
  }

  @Test
  void aThrottledReplyLeavesNothingToCatchUp() {
    Pacer limited = new Pacer(new FixedLaw(100), Double.POSITIVE_INFINITY);
    Turn first = limited.turn(BULK);
    first.ask(now);
    Turn late = limited.turn(BULK);
    late.ask(now);
    now += 1_000 * MILLISECOND;
    first.ended(TurnResult.THROTTLED, Duration.ZERO, now);
    assertThat(late.ask(now)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"299, 299", "300, 300", "301, 300", "100000, 300"})
  void aHintHoldsBackFiveMinutesAtMost(long hintSeconds, long heldSeconds) {
    for (int call = 0; call < 4; call++) {
      Turn turn = pacer.turn(BULK);
      now += 1_000 * MILLISECOND;
      assertThat(turn.ask(now)).isZero();
      turn.ended(TurnResult.THROTTLED, Duration.ofSeconds(hintSeconds), now);
    }
    assertThat(pacer.turn(BULK).ask(now)).isEqualTo(Duration.ofSeconds(heldSeconds));
  }

  @Test
  void aShorterHintDoesNotEndALongerOne() {
    List<Turn> turns = new ArrayList<>();
    for (int call = 0; call < 5; call++) {
      Turn turn = pacer.turn(BULK);
      now += 1_000 * MILLISECOND;
      assertThat(turn.ask(now)).isZero();
      turns.add(turn);
      if (call < 3) {
        turn.ended(TurnResult.THROTTLED, Duration.ZERO, now);
      }
    }
    turns.get(3).ended(TurnResult.THROTTLED, Duration.ofSeconds(9), now);
    now += MILLISECOND;
    turns.get(4).ended(TurnResult.THROTTLED, Duration.ofSeconds(2), now);
    assertThat(pacer.turn(BULK).ask(now)).isEqualTo(Duration.ofSeconds(9).minusMillis(1));
  }

  @Test
  void anAcceptedCallEndsTheRowOfThrottledOnes() {
    for (int call = 0; call < 8; call++) {
      Turn turn = pacer.turn(BULK);
      now += 1_000 * MILLISECOND;
      assertThat(turn.ask(now)).isZero();
      TurnResult result = call == 3 ? TurnResult.ACCEPTED : TurnResult.THROTTLED;
      turn.ended(result, Duration.ofSeconds(30), now);
      assertThat(pacer.permitted(now)).isEqualTo(10);
    }
    assertThat(pacer.turn(BULK).ask(now)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void noThreadKeepsOthersOut() throws Exception {
    Turn turn = pacer.turn(BULK);
    turn.ask(now);
    Turn other = pacer.turn(BULK);
    elsewhere(() -> other.ask(now));
    elsewhere(() -> other.leave(now));
    elsewhere(() -> turn.ended(TurnResult.ACCEPTED, Duration.ZERO, now));
    elsewhere(() -> pacer.permitted(now));
    elsewhere(() -> pacer.turn(BULK).ask(now));
  }

  private static void elsewhere(Runnable action) throws Exception {
    CompletableFuture.runAsync(action).get(20, TimeUnit.SECONDS);
  }

  private int takenAtOnce(Pacer from) {
    Turn turn = from.turn(INTERACTIVE);
    int taken = 0;
    while (turn.ask(now).isZero()) {
      turn = from.turn(INTERACTIVE);
      taken++;
    }
    turn.leave(now);
    return taken;
  }

  /** A rate that does not move. */
  private static final class FixedLaw implements RateLaw {

    private final double perSecond;
    private long time;
    private int knocks;

    FixedLaw(double perSecond) {
      this.perSecond = perSecond;
    }

    @Override
    public double perSecond(long nanos) {
      time = nanos;
      return perSecond;
    }

    @Override
    public int places() {
      return 0;
    }

    @Override
    public int knocks() {
      return knocks;
    }

    @Override
    public long sent() {
      knocks = Math.max(0, knocks - 1);
      return 0;
    }

    @Override
    public void accepted(long number, long nanos) {}

    @Override
    public boolean throttled(long number, long nanos, long clockNanos) {
      return true;
    }
  }
}
