package dev.roster.huawei.internal.credentials;

import dev.roster.ErrorCode;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.http.AttemptException;
import dev.roster.spi.AttemptContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One asking of a source, and all who wait for what comes of it: each as long as its own attempt
 * lasts. Nothing has been sent while they wait, and they say so.
 */
final class CredentialsFetch {

  /** Beyond what any wait lasts, and within what fits into a number of nanoseconds. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable HuaweiCredentials keys;
  private @Nullable ErrorCode code;
  private String words = "";
  private @Nullable Throwable failure;

  /** Ends the fetch with keys, unless it has ended. */
  void succeed(HuaweiCredentials found) {
    end(() -> keys = found);
  }

  /** Ends the fetch without any, unless it has ended. */
  void fail(ErrorCode why, String inWords, @Nullable Throwable cause) {
    end(
        () -> {
          code = why;
          words = inWords;
          failure = cause;
        });
  }

  private void end(Runnable how) {
    lock.lock();
    try {
      if (!hasEnded()) {
        how.run();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean hasEnded() {
    return keys != null || code != null;
  }

  /** Waits for the keys until they are there or the attempt ends. */
  HuaweiCredentials await(AttemptContext attempt) throws AttemptException {
    AtomicBoolean aborted = new AtomicBoolean();
    attempt.onAbort(() -> wake(aborted));
    lock.lock();
    try {
      awaitEnd(aborted, nanos(attempt.timeLeft()));
      return result();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw AttemptException.notSent(
          ErrorCode.CANCELLED, "interrupted while it waited for keys", interrupted);
    } finally {
      lock.unlock();
    }
  }

  private void wake(AtomicBoolean aborted) {
    aborted.set(true);
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitEnd(AtomicBoolean aborted, long longest) throws InterruptedException {
    long left = longest;
    while (!hasEnded() && !aborted.get() && left > 0) {
      left = changed.awaitNanos(left);
    }
  }

  private HuaweiCredentials result() throws AttemptException {
    if (keys != null) {
      return keys;
    }
    if (code != null) {
      throw AttemptException.notSent(code, words, failure);
    }
    throw AttemptException.notSent(
        ErrorCode.TIMEOUT, "the source of the keys did not respond in time", null);
  }

  private static long nanos(Duration time) {
    return TimeUnit.NANOSECONDS.convert(time.compareTo(LONGEST_WAIT) < 0 ? time : LONGEST_WAIT);
  }
}
