package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives other keys each time, for an hour; every fetch but the first waits to be released. */
final class HeldSource implements HuaweiCredentialsProvider {

  private final Clock clock;
  private final AtomicInteger fetches = new AtomicInteger();
  private final CountDownLatch secondFetch = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  HeldSource(Clock clock) {
    this.clock = clock;
  }

  @Override
  public HuaweiCredentials credentials() {
    int fetch = fetches.incrementAndGet();
    if (fetch > 1) {
      secondFetch.countDown();
      awaitRelease();
    }
    return HuaweiCredentials.of("FAKEAK" + fetch, "fakeSK")
        .withExpiry(clock.instant().plus(Duration.ofHours(1)));
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  int fetches() {
    return fetches.get();
  }

  void awaitSecondFetch() throws InterruptedException {
    secondFetch.await();
  }

  void release() {
    released.countDown();
  }
}
