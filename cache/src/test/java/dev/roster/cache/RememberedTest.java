package dev.roster.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets which failure, and what is no answer. */
@Timeout(60)
class RememberedTest {

  private final Remembered<String, Integer> remembered =
      new Remembered<>(
          new CacheSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), 10, TimeSource.system()));
  private final AtomicInteger asks = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  private static RosterException failure(ErrorCode code) {
    return RosterException.builder(code, "test", ClientMethod.FIND_USER_ID).message("x").build();
  }

  private Answers<String, Integer> answer(Set<String> keys) {
    asks.incrementAndGet();
    return new Answers<>(Map.of("a", 1), Set.of());
  }

  private FutureTask<Map<String, Integer>> started(
      Set<String> keys, Remembered.Asking<String, Integer> asking) {
    FutureTask<Map<String, Integer>> task = new FutureTask<>(() -> remembered.all(keys, asking));
    new Thread(task, "caller").start();
    return task;
  }

  /** The first request fails when it is released. */
  private FutureTask<Map<String, Integer>> failing(Set<String> keys, Throwable failure)
      throws InterruptedException {
    FutureTask<Map<String, Integer>> task =
        started(
            keys,
            asked -> {
              begun.countDown();
              awaitRelease();
              if (failure instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) failure;
            });
    begun.await();
    return task;
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private FutureTask<Map<String, Integer>> joining() {
    FutureTask<Map<String, Integer>> task = started(Set.of("a"), this::answer);
    while (remembered.statistics().joined() == 0) {
      Thread.onSpinWait();
    }
    return task;
  }

  @Test
  void aFailureOfTheServiceIsSharedByThoseWhoAskedTheSame() throws Exception {
    RosterException denied = failure(ErrorCode.ACCESS_DENIED);
    FutureTask<?> first = failing(Set.of("a"), denied);
    FutureTask<?> second = joining();
    release.countDown();
    assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class).hasCause(denied);
    assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class).hasCause(denied);
    assertThat(asks).hasValue(0);
    assertThat(remembered.all(Set.of("a"), this::answer)).containsEntry("a", 1);
  }

  @Test
  void aFailureOfARequestForSeveralKeysIsNotSharedByThoseWhoAskForOne() throws Exception {
    FutureTask<?> many = failing(Set.of("a", "b"), failure(ErrorCode.TIMEOUT));
    FutureTask<Map<String, Integer>> one = joining();
    release.countDown();
    assertThatThrownBy(many::get).isInstanceOf(ExecutionException.class);
    assertThat(one.get()).containsEntry("a", 1);
  }

  @Test
  void anErrorOfTheThreadThatAsksIsItsOwn() throws Exception {
    FutureTask<?> first = failing(Set.of("a"), new StackOverflowError("of this thread"));
    FutureTask<Map<String, Integer>> second = joining();
    release.countDown();
    assertThatThrownBy(first::get).hasCauseInstanceOf(StackOverflowError.class);
    assertThat(second.get()).containsEntry("a", 1);
  }

  @Test
  void whatIsNoAnswerIsNotRemembered() {
    Remembered.Asking<String, Integer> undecided =
        keys -> {
          asks.incrementAndGet();
          return new Answers<>(Map.of(), Set.of());
        };
    assertThat(remembered.all(Set.of("a"), undecided)).isEmpty();
    assertThat(remembered.all(Set.of("a"), undecided)).isEmpty();
    assertThat(asks).hasValue(2);
    assertThat(remembered.statistics().size()).isZero();
  }
}
