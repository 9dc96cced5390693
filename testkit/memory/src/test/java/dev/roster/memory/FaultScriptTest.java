package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultScriptTest {

  private static final Fault THROTTLE = Fault.throttle();
  private static final Fault FAIL = Fault.of(FaultKind.FAIL);

  private final FaultScript script = new FaultScript();

  @Test
  void nothingGoesWrongUnlessAsked() {
    assertThat(faults(Operation.GET_MEMBERSHIP, 3)).containsOnly(Optional.empty());
  }

  @Test
  void theNextRequestsAreSpoiltInTurn() {
    script.on(Operation.GET_MEMBERSHIP).next(THROTTLE, FAIL);

    assertThat(faults(Operation.GET_MEMBERSHIP, 3))
        .containsExactly(Optional.of(THROTTLE), Optional.of(FAIL), Optional.empty());
  }

  @Test
  void aLineConcernsItsOperationOnly() {
    script.on(Operation.GET_MEMBERSHIP).next(THROTTLE);

    assertThat(script.next(Operation.FIND_MEMBERSHIP)).isEmpty();
    assertThat(script.next(Operation.GET_MEMBERSHIP)).contains(THROTTLE);
  }

  @Test
  void aLineForAnyOperationMeetsTheFirstThatComes() {
    script.onAnyOperation().next(THROTTLE);

    assertThat(script.next(Operation.LIST_MEMBERSHIPS)).contains(THROTTLE);
    assertThat(script.next(Operation.LIST_MEMBERSHIPS)).isEmpty();
  }

  @Test
  void theThirdCallIsTheThirdAlsoWhenAnEarlierOneIsSpoilt() {
    script.on(Operation.GET_MEMBERSHIP).next(FAIL).on(Operation.GET_MEMBERSHIP).call(3, THROTTLE);

    assertThat(faults(Operation.GET_MEMBERSHIP, 4))
        .containsExactly(
            Optional.of(FAIL), Optional.empty(), Optional.of(THROTTLE), Optional.empty());
  }

  @Test
  void aLineCanSpoilSeveralRequestsOrAllUntilCleared() {
    script.on(Operation.GET_MEMBERSHIP).times(2, FAIL);
    script.on(Operation.LIST_MEMBERSHIPS).always(THROTTLE);

    assertThat(faults(Operation.GET_MEMBERSHIP, 3))
        .containsExactly(Optional.of(FAIL), Optional.of(FAIL), Optional.empty());
    assertThat(faults(Operation.LIST_MEMBERSHIPS, 50)).containsOnly(Optional.of(THROTTLE));
    script.clear();
    assertThat(script.next(Operation.LIST_MEMBERSHIPS)).isEmpty();
  }

  @Test
  void requestsAreCountedFromOne() {
    FaultScript.Cue cue = script.on(Operation.GET_MEMBERSHIP);

    assertThatIllegalArgumentException().isThrownBy(() -> cue.call(0, FAIL));
    assertThatIllegalArgumentException().isThrownBy(() -> cue.times(0, FAIL));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.throttle(Duration.ofSeconds(-1)));
  }

  @Test
  void heldRepliesGoWhenTheyAreReleased() throws InterruptedException {
    CountDownLatch first = script.hold();
    CountDownLatch second = script.hold();

    assertThat(script.awaitHeld(2, Duration.ofMinutes(1))).isTrue();
    script.release();

    assertThat(first.getCount()).isZero();
    assertThat(second.getCount()).isZero();
    assertThat(script.awaitHeld(1, Duration.ZERO)).isFalse();
  }

  private List<Optional<Fault>> faults(Operation operation, int requests) {
    return IntStream.range(0, requests).mapToObj(each -> script.next(operation)).toList();
  }
}
