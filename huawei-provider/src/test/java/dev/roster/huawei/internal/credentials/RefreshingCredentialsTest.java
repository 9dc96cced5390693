package dev.roster.huawei.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.TurnedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Temporary keys are replaced ahead of their end, once, without anybody noticing. */
@Timeout(60)
class RefreshingCredentialsTest {

  private static final Duration LIFE = Duration.ofHours(6);
  private static final int THREADS = 32;

  private final TurnedClock clock = new TurnedClock(FakeService.NOW);
  private final AtomicInteger asked = new AtomicInteger();

  private HuaweiCredentials fresh() {
    return HuaweiCredentials.of("FAKEAK" + asked.incrementAndGet(), "fakeSK")
        .withExpiry(clock.instant().plus(LIFE));
  }

  private static void toNearTheEnd(TurnedClock clock) {
    clock.turnBy(LIFE.minus(RefreshingCredentials.REFRESH_AHEAD).plusSeconds(1));
  }

  @Test
  void keysAreKeptUntilTheyNearTheirEnd() {
    RefreshingCredentials keys = new RefreshingCredentials(this::fresh, clock);
    keys.credentials();
    clock.turnBy(LIFE.minus(RefreshingCredentials.REFRESH_AHEAD).minusSeconds(1));
    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK1");

    clock.turnBy(Duration.ofSeconds(2));

    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK2");
    assertThat(asked).hasValue(2);
  }

  /** Half an hour ahead would be always: each minute would mint new keys. */
  @Test
  void keysOfAQuarterOfAnHourAreReplacedInTheLastThirdOfTheirLife() {
    RefreshingCredentials keys =
        new RefreshingCredentials(
            () -> fresh().withExpiry(clock.instant().plus(Duration.ofMinutes(15))), clock);
    for (int minute = 0; minute < 60; minute++) {
      keys.credentials();
      clock.turnBy(Duration.ofMinutes(1));
    }

    assertThat(asked).as("in the minutes 0, 10, 20, 30, 40 and 50").hasValue(6);
  }

  @Test
  void aSourceThatStillGivesTheSameKeysIsAskedAgainInAMinute() {
    HuaweiCredentials same =
        HuaweiCredentials.of("FAKEAK", "fakeSK")
            .withExpiry(clock.instant().plus(Duration.ofMinutes(15)));
    RefreshingCredentials keys =
        new RefreshingCredentials(
            () -> {
              asked.incrementAndGet();
              return same;
            },
            clock);
    for (int minute = 0; minute < 15; minute++) {
      keys.credentials();
      clock.turnBy(Duration.ofMinutes(1));
    }

    assertThat(asked).as("at first, and in the minutes 10 to 14").hasValue(6);
  }

  @Test
  void whileOneCallerRefreshesTheOthersGoOnWithTheOldKeys() throws Exception {
    CountDownLatch refreshing = new CountDownLatch(1);
    CountDownLatch othersAreDone = new CountDownLatch(1);
    RefreshingCredentials keys =
        new RefreshingCredentials(
            () -> {
              HuaweiCredentials fresh = fresh();
              if (asked.get() > 1) {
                refreshing.countDown();
                await(othersAreDone);
              }
              return fresh;
            },
            clock);
    keys.credentials();
    toNearTheEnd(clock);
    CompletableFuture<HuaweiCredentials> refresher =
        CompletableFuture.supplyAsync(keys::credentials);
    await(refreshing);

    List<String> others = onManyThreads(keys);
    othersAreDone.countDown();

    assertThat(others).hasSize(THREADS).containsOnly("FAKEAK1");
    assertThat(refresher.get().accessKey()).isEqualTo("FAKEAK2");
    assertThat(asked).hasValue(2);
  }

  @Test
  void manyCallersWithoutKeysMakeOneRequest() throws Exception {
    RefreshingCredentials keys = new RefreshingCredentials(this::fresh, clock);

    assertThat(onManyThreads(keys)).hasSize(THREADS).containsOnly("FAKEAK1");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aFailingRefreshDoesNotFailTheCallWhileTheOldKeysLast() {
    RefreshingCredentials keys = new RefreshingCredentials(this::onceThenFailing, clock);
    keys.credentials();
    toNearTheEnd(clock);

    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK1");
    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK1");
    assertThat(asked).as("not asked again by every call").hasValue(2);

    clock.turnBy(RefreshingCredentials.PAUSE_WITH_KEYS);
    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK1");
    assertThat(asked).hasValue(3);
  }

  @Test
  void expiredKeysAreNeverUsed() {
    RefreshingCredentials keys = new RefreshingCredentials(this::onceThenFailing, clock);
    keys.credentials();
    clock.turnBy(LIFE.minus(RefreshingCredentials.SAFETY_MARGIN));

    assertThatThrownBy(keys::credentials).hasMessage("instance metadata: made up");
  }

  /** It may be this machine's clock that is wrong; the source has no other keys either way. */
  @Test
  void keysThatSeemToHaveEndedWhenTheyComeAreUsedAndNotAskedForAgainAtOnce() {
    RefreshingCredentials keys =
        new RefreshingCredentials(() -> fresh().withExpiry(clock.instant().minusSeconds(9)), clock);

    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK1");
    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK1");
    clock.turnBy(RefreshingCredentials.PAUSE_WITHOUT_KEYS);

    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK2");
  }

  @Test
  void aClockThatIsSetBackMakesNoPause() {
    RefreshingCredentials keys = new RefreshingCredentials(this::onceThenFailing, clock);
    keys.credentials();
    clock.turnBy(LIFE);
    assertThatThrownBy(keys::credentials).hasMessage("instance metadata: made up");
    clock.turnBy(Duration.ofSeconds(-1));

    assertThatThrownBy(keys::credentials).hasMessage("instance metadata: made up");
    assertThat(asked).hasValue(3);
  }

  @Test
  void keysWithoutAnEndAreKept() {
    RefreshingCredentials keys =
        new RefreshingCredentials(
            () -> HuaweiCredentials.of("FAKEAK" + asked.incrementAndGet(), "fakeSK"), clock);
    keys.credentials();
    clock.turnBy(Duration.ofDays(365));

    assertThat(keys.credentials().accessKey()).isEqualTo("FAKEAK1");
  }

  private HuaweiCredentials onceThenFailing() {
    HuaweiCredentials fresh = fresh();
    if (asked.get() > 1) {
      throw new MissingCredentialsException("instance metadata: made up");
    }
    return fresh;
  }

  private static List<String> onManyThreads(HuaweiCredentialsProvider keys)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> results = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return keys.credentials().accessKey();
                }));
      }
      start.countDown();
      List<String> accessKeys = new ArrayList<>();
      for (Future<String> result : results) {
        accessKeys.add(result.get());
      }
      return accessKeys;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
