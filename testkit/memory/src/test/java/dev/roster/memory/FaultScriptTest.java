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

  private static final Fault THROTTLED = Fault.throttle();
  private static final Fault SERVER_ERROR = Fault.of(FaultKind.SERVER_ERROR);

  private final FaultScript script = new FaultScript();

  @Test
  void nothingGoesWrongUnlessAsked() {
    assertThat(faults(Operation.GET_MEMBERSHIP, 3)).containsOnly(Optional.empty());
  }

  @Test
  void theNextRequestsAreSpoiltInTurn() {
    script.on(Operation.GET_MEMBERSHIP).next(THROTTLED, SERVER_ERROR);

    assertThat(faults(Operation.GET_MEMBERSHIP, 3))
        .containsExactly(Optional.of(THROTTLED), Optional.of(SERVER_ERROR), Optional.empty());
  }

  @Test
  void aLineConcernsItsOperationOnly() {
    script.on(Operation.GET_MEMBERSHIP).next(THROTTLED);

    assertThat(script.next(Operation.FIND_MEMBERSHIP)).isEmpty();
    assertThat(script.next(Operation.GET_MEMBERSHIP)).contains(THROTTLED);
  }

  @Test
  void aLineForAnyOperationMeetsTheFirstThatComes() {
    script.onAnyOperation().next(THROTTLED);

    assertThat(script.next(Operation.LIST_MEMBERSHIPS)).contains(THROTTLED);
    assertThat(script.next(Operation.LIST_MEMBERSHIPS)).isEmpty();
  }

  @Test
  void theThirdCallIsTheThirdAlsoWhenAnEarlierOneIsSpoilt() {
    script
        .on(Operation.GET_MEMBERSHIP)
        .next(SERVER_ERROR)
        .on(Operation.GET_MEMBERSHIP)
        .call(3, THROTTLED);

    assertThat(faults(Operation.GET_MEMBERSHIP, 4))
        .containsExactly(
            Optional.of(SERVER_ERROR), Optional.empty(), Optional.of(THROTTLED), Optional.empty());
  }

  @Test
  void aLineCanSpoilSeveralRequestsOrAllUntilCleared() {
    script.on(Operation.GET_MEMBERSHIP).times(2, SERVER_ERROR);
    script.on(Operation.LIST_MEMBERSHIPS).always(THROTTLED);

    assertThat(faults(Operation.GET_MEMBERSHIP, 3))
        .containsExactly(Optional.of(SERVER_ERROR), Optional.of(SERVER_ERROR), Optional.empty());
    assertThat(faults(Operation.LIST_MEMBERSHIPS, 50)).containsOnly(Optional.of(THROTTLED));
    script.clear();
    assertThat(script.next(Operation.LIST_MEMBERSHIPS)).isEmpty();
  }

  @Test
  void requestsAreCountedFromOne() {
    FaultScript.Cue cue = script.on(Operation.GET_MEMBERSHIP);

    assertThatIllegalArgumentException().isThrownBy(() -> cue.call(0, SERVER_ERROR));
    assertThatIllegalArgumentException().isThrownBy(() -> cue.times(0, SERVER_ERROR));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.throttle(Duration.ofSeconds(-1)));
  }

  @Test
  void heldResponsesGoWhenTheyAreReleased() throws InterruptedException {
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
