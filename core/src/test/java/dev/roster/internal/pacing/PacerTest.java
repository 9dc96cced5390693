package dev.roster.internal.pacing;

import static dev.roster.CallPriority.BULK;
import static dev.roster.CallPriority.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CallPriority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose turn it is, and when. */
class PacerTest {

  private static final long SECOND = 1_000_000_000L;

  private final Pacer pacer = new Pacer(10);
  private long now;

  @Test
  void turnsUpToACeilingAreEvenlySpaced() {
    assertThat(pacer.turn(BULK).ask(now)).isZero();
    assertThat(pacer.turn(BULK).ask(now)).isEqualTo(Duration.ofMillis(100));
    assertThat(pacer.permitted(now)).isEqualTo(10);
  }

  @Test
  void firstComeFirstServed() {
    assertThat(served(BULK, BULK, BULK, BULK)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void interactiveCallsPassBulkWork() {
    assertThat(served(BULK, BULK, INTERACTIVE, BULK, INTERACTIVE)).containsExactly(2, 4, 0, 1, 3);
  }

  @Test
  void bulkWorkGetsEveryFifthTurnWhileInteractiveCallsKeepComing() {
    CallPriority[] calls = new CallPriority[12];
    Arrays.fill(calls, INTERACTIVE);
    calls[0] = BULK;
    calls[1] = BULK;
    assertThat(served(calls)).containsExactly(2, 3, 4, 5, 0, 6, 7, 8, 9, 1, 10, 11);
  }

  @Test
  void settlingReadsPassNewWorkButTakeEverySecondTurnAtMost() {
    assertThat(
            served(
                TurnKind.BULK,
                TurnKind.INTERACTIVE,
                TurnKind.SETTLING,
                TurnKind.SETTLING,
                TurnKind.BULK,
                TurnKind.SETTLING,
                TurnKind.SETTLING,
                TurnKind.SETTLING))
        .containsExactly(2, 1, 3, 0, 5, 4, 6, 7);
  }

  @Test
  void aCallThatWasThrottledGoesToTheFront() {
    Turn throttled = pacer.turn(BULK);
    assertThat(throttled.ask(now)).isZero();
    Turn next = pacer.turn(BULK);
    assertThat(next.ask(now)).isPositive();
    throttled.ended(TurnResult.THROTTLED, Duration.ZERO, now);
    assertThat(throttled.ask(now)).isPositive();
    now += SECOND;
    assertThat(next.ask(now)).isPositive();
    assertThat(throttled.ask(now)).isZero();
  }

  @Test
  void whoLeavesLetsTheNextOneIn() {
    pacer.turn(BULK).ask(now);
    Turn first = pacer.turn(BULK);
    Turn second = pacer.turn(BULK);
    first.ask(now);
    second.ask(now);
    first.leave(now);
    now += SECOND / 10;
    assertThat(second.ask(now)).isZero();
  }

  @Test
  void whoSleepsBehindOthersThatLeaveIsWoken() {
    pacer.turn(BULK).ask(now);
    List<Turn> ahead = List.of(pacer.turn(BULK), pacer.turn(BULK));
    ahead.forEach(turn -> turn.ask(now));
    Turn last = pacer.turn(BULK);
    last.ask(now);
    assertThat(last.alarm().getCount()).isOne();
    ahead.forEach(turn -> turn.leave(now));
    assertThat(last.alarm().getCount()).isZero();
  }

  @Test
  void whoBecomesFirstIsWokenInTime() {
    pacer.turn(BULK).ask(now);
    Turn first = pacer.turn(BULK);
    Turn last = pacer.turn(BULK);
    first.ask(now);
    pacer.turn(BULK).ask(now);
    last.ask(now);
    Turn interactive = pacer.turn(INTERACTIVE);
    interactive.ask(now);
    assertThat(first.alarm().getCount()).isOne();
    interactive.leave(now);
    now += SECOND / 10;
    first.ask(now);
    assertThat(first.isQueued()).isFalse();
    assertThat(last.alarm().getCount()).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 100_000})
  void oneCallAfterTheOtherNeverWaitsWhileNothingIsThrottled(int calls) {
    Pacer open = new Pacer(Double.POSITIVE_INFINITY);
    for (int call = 0; call < calls; call++) {
      Turn turn = open.turn(INTERACTIVE);
      assertThat(turn.ask(now)).isZero();
      now += 1_000;
      turn.ended(TurnResult.ACCEPTED, Duration.ZERO, now);
    }
    assertThat(open.permitted(now)).isInfinite();
  }

  @Test
  void manyThreadsAtOnceAreFreeOnceAFewHundredCallsWereAccepted() {
    Pacer open = new Pacer(Double.POSITIVE_INFINITY);
    for (int call = 0; call < 640; call++) {
      Turn turn = open.turn(INTERACTIVE);
      turn.ask(now);
      turn.ended(TurnResult.ACCEPTED, Duration.ZERO, now);
    }
    for (int thread = 0; thread < 32; thread++) {
      assertThat(open.turn(INTERACTIVE).ask(now)).isZero();
    }
  }

  @Test
  void fewCallsOfAFreshClientAreUnderWayAtFirst() {
    Pacer open = new Pacer(Double.POSITIVE_INFINITY);
    Turn first = open.turn(BULK);
    assertThat(first.ask(now)).isZero();
    assertThat(open.turn(BULK).ask(now)).isZero();
    Turn third = open.turn(BULK);
    assertThat(third.ask(now)).isPositive();
    first.ended(TurnResult.ACCEPTED, Duration.ZERO, now);
    assertThat(third.alarm().getCount()).isZero();
    assertThat(third.ask(now)).isZero();
  }

  @Test
  void aReplyThatDoesNotComeHoldsOthersBackForAMomentOnly() {
    Pacer open = new Pacer(Double.POSITIVE_INFINITY);
    for (int call = 0; call < 2; call++) {
      open.turn(BULK).ask(now);
    }
    Turn next = open.turn(BULK);
    next.ask(now);
    now += SECOND / 10;
    assertThat(next.ask(now)).isZero();
  }

  @Test
  void aLostReplyTeachesNothingAndFreesItsPlace() {
    Pacer open = new Pacer(Double.POSITIVE_INFINITY);
    for (int call = 0; call < 10; call++) {
      Turn turn = open.turn(INTERACTIVE);
      assertThat(turn.ask(now)).isZero();
      turn.ended(TurnResult.NO_ANSWER, Duration.ZERO, now);
      turn.ended(TurnResult.THROTTLED, Duration.ZERO, now);
    }
    assertThat(open.permitted(now)).isInfinite();
  }

  @Test
  void whereOneCallAfterTheOtherIsThrottledTheHintIsForEverybody() {
    Pacer open = new Pacer(Double.POSITIVE_INFINITY);
    Duration hint = Duration.ofSeconds(30);
    for (int call = 0; call < 3; call++) {
      throttle(open, hint);
      now += SECOND;
      assertThat(open.turn(BULK).ask(now)).isLessThan(Duration.ofSeconds(1));
      now += SECOND;
    }
    throttle(open, hint);
    assertThat(open.turn(INTERACTIVE).ask(now)).isEqualTo(hint);
  }

  @Test
  void aRestChangesNothing() {
    Pacer open = new Pacer(Double.POSITIVE_INFINITY);
    throttle(open, Duration.ZERO);
    double rate = open.permitted(now);
    assertThat(rate).isFinite();
    now += SECOND;
    double afterOneTurn = open.permitted(now);
    now += 3600 * SECOND;
    assertThat(open.permitted(now)).isEqualTo(afterOneTurn);
  }

  private void throttle(Pacer throttled, Duration hint) {
    Turn turn = throttled.turn(BULK);
    while (!turn.ask(now).isZero()) {
      now += SECOND / 100;
    }
    turn.ended(TurnResult.THROTTLED, hint, now);
  }

  /** The order in which calls that came at the same time get their turns. */
  private List<Integer> served(CallPriority... calls) {
    return served(Arrays.stream(calls).map(TurnKind::of).toArray(TurnKind[]::new));
  }

  private List<Integer> served(TurnKind... calls) {
    pacer.turn(INTERACTIVE).ask(now);
    pacer.turn(BULK).ask(now + SECOND);
    now += SECOND;
    List<Turn> turns = new ArrayList<>();
    for (TurnKind kind : calls) {
      turns.add(pacer.turn(kind));
      turns.get(turns.size() - 1).ask(now);
    }
    List<Integer> order = new ArrayList<>();
    while (order.size() < calls.length) {
      now += SECOND / 10;
      for (Turn turn : turns) {
        if (!order.contains(turns.indexOf(turn)) && turn.ask(now).isZero()) {
          order.add(turns.indexOf(turn));
        }
      }
    }
    return order;
  }
}
