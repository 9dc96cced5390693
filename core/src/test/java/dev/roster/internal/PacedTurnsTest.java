package dev.roster.internal;

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

  private final FixedLaw law = new FixedLaw(10, 20);
  private final Pacer pacer = new Pacer(law, Double.POSITIVE_INFINITY);
  private long now;

  @Test
  void whoHasOthersAheadIsToldToWaitForThem() {
    Pacer limited = new Pacer(10);
    assertThat(limited.turn(BULK).ask(now)).isZero();
    assertThat(limited.turn(BULK).ask(now)).isEqualTo(Duration.ofMillis(100));
    assertThat(limited.turn(BULK).ask(now)).isEqualTo(Duration.ofMillis(100));
    assertThat(limited.turn(BULK).ask(now)).isEqualTo(Duration.ofMillis(200));
    assertThat(limited.turn(INTERACTIVE).ask(now)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aRateThatMayRiseIsLookedAtAgainSoon() {
    assertThat(pacer.turn(BULK).ask(now)).isZero();
    assertThat(pacer.turn(BULK).ask(now)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void aLateWakeUpIsCaughtUpByATwentiethOfASecond() {
    Pacer limited = new Pacer(100);
    limited.turn(BULK).ask(now);
    Turn late = limited.turn(BULK);
    late.ask(now);
    now += 1_000 * MILLISECOND;
    assertThat(late.ask(now)).isZero();
    assertThat(takenAtOnce(limited)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"400, 2", "1000, 5", "10000, 20"})
  void afterARestHalfOfItsRefillMayBeUsedAtOnceUpToTheBurst(long restMillis, int calls) {
    pacer.turn(BULK).ask(now);
    now += restMillis * MILLISECOND;
    int taken = 0;
    for (Turn turn = pacer.turn(BULK); turn.ask(now).isZero(); turn = pacer.turn(BULK)) {
      turn.ended(TurnResult.ACCEPTED, Duration.ZERO, now);
      taken++;
    }
    assertThat(taken).isEqualTo(calls);
  }

  @Test
  void aBurstAfterARestHasThreeCallsUnderWay() {
    Turn before = pacer.turn(BULK);
    before.ask(now);
    before.ended(TurnResult.ACCEPTED, Duration.ZERO, now);
    now += 10_000 * MILLISECOND;
    assertThat(takenAtOnce(pacer)).isEqualTo(3);
    now += 19 * MILLISECOND;
    assertThat(pacer.turn(INTERACTIVE).ask(now)).isEqualTo(Duration.ofMillis(1));
  }

  @ParameterizedTest
  @CsvSource({"250, 0", "251, 1"})
  void theLawIsToldOfARestOfMoreThanAQuarterOfASecond(long restMillis, int rests) {
    pacer.turn(BULK).ask(now);
    now += restMillis * MILLISECOND;
    pacer.turn(BULK).ask(now);
    assertThat(law.rests).isEqualTo(rests);
  }

  @Test
  void beforeTheFirstCallThereIsNoRest() {
    now = 1_000_000 * MILLISECOND;
    assertThat(pacer.turn(BULK).ask(now)).isZero();
    assertThat(law.rests).isZero();
  }

  @Test
  void aRestBeginsWhenTheLastOneInTheQueueIsGone() {
    pacer.turn(BULK).ask(now);
    Turn waiting = pacer.turn(BULK);
    waiting.ask(now);
    now += 300 * MILLISECOND;
    waiting.leave(now);
    now += 200 * MILLISECOND;
    pacer.turn(BULK).ask(now);
    assertThat(law.rests).isZero();
  }

  @Test
  void theLawIsToldWhetherCallsWaitForItsRate() {
    Turn first = pacer.turn(BULK);
    first.ask(now);
    first.ended(TurnResult.ACCEPTED, Duration.ZERO, now);
    now += 200 * MILLISECOND;
    Turn second = pacer.turn(BULK);
    second.ask(now);
    pacer.turn(BULK).ask(now);
    second.ended(TurnResult.ACCEPTED, Duration.ZERO, now);
    assertThat(law.held).containsExactly(false, true);
  }

  @Test
  void aThrottledReplyLeavesNothingToCatchUp() {
    Pacer limited = new Pacer(100);
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
    private final int burst;
    private final List<Boolean> held = new ArrayList<>();
    private int rests;

    FixedLaw(double perSecond, int burst) {
      this.perSecond = perSecond;
      this.burst = burst;
    }

    @Override
    public double perSecond(long nowNanos) {
      return perSecond;
    }

    @Override
    public boolean isOpen() {
      return false;
    }

    @Override
    public double freePlaces() {
      return 0;
    }

    @Override
    public int burst() {
      return burst;
    }

    @Override
    public void accepted(long sentNanos, long nowNanos, boolean othersWait) {
      held.add(othersWait);
    }

    @Override
    public void throttled(long sentNanos, long nowNanos) {}

    @Override
    public void rested(long nowNanos) {
      rests++;
    }
  }
}
