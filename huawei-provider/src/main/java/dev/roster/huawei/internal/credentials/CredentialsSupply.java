package dev.roster.huawei.internal.credentials;

import dev.roster.ErrorCode;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.http.AttemptException;
import dev.roster.spi.AttemptContext;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hands credentials to attempts. What is known is handed out at once. What must be fetched is
 * fetched by one thread, once for all who wait, so that a source that stalls holds no caller beyond
 * its own time, and is not asked by each of them.
 */
public final class CredentialsSupply implements AutoCloseable {

  static final String THREAD = "roster-huawei-credentials";

  /** Keys are fetched every few hours, so the thread need not be kept. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final CredentialsSource source;
  private final ThreadPoolExecutor refresher;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable CredentialsFetch underWay;
  private boolean closed;

  public CredentialsSupply(CredentialsSource source) {
    this.source = source;
    this.refresher = newRefresher();
  }

  private static ThreadPoolExecutor newRefresher() {
    BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1, 1, IDLE.toNanos(), TimeUnit.NANOSECONDS, queue, CredentialsSupply::thread);
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, THREAD);
    thread.setDaemon(true);
    return thread;
  }

  /** The credentials to sign with now. */
  public HuaweiCredentials credentials(AttemptContext attempt) throws AttemptException {
    HuaweiCredentials known = source.known();
    if (known == null) {
      return fetch().await(attempt);
    }
    if (source.isDue()) {
      fetch();
    }
    return known;
  }

  /** The fetch that is under way, or a new one. */
  private CredentialsFetch fetch() {
    lock.lock();
    try {
      CredentialsFetch fetch = underWay;
      return fetch == null ? newFetch() : fetch;
    } finally {
      lock.unlock();
    }
  }

  private CredentialsFetch newFetch() {
    CredentialsFetch fetch = new CredentialsFetch();
    start(fetch);
    return fetch;
  }

  private void start(CredentialsFetch fetch) {
    if (closed) {
      fetch.fail(ErrorCode.CLIENT_CLOSED, "the driver is closed", null);
      return;
    }
    underWay = fetch;
    try {
      refresher.execute(() -> carryOut(fetch));
    } catch (RuntimeException | OutOfMemoryError noThread) {
      underWay = null;
      fail(fetch, noThread);
    }
  }

  /** Whatever the source throws ends the fetch: no caller may wait for a thread that is gone. */
  private void carryOut(CredentialsFetch fetch) {
    try {
      HuaweiCredentials found = source.credentials();
      ended();
      fetch.succeed(found);
    } catch (Throwable failure) {
      ended();
      fail(fetch, failure);
    }
  }

  private void ended() {
    lock.lock();
    try {
      underWay = null;
    } finally {
      lock.unlock();
    }
  }

  private static void fail(CredentialsFetch fetch, Throwable failure) {
    fetch.fail(
        ErrorCode.UNAUTHENTICATED,
        CredentialsFailure.describe(failure),
        CredentialsFailure.thrown(failure));
  }

  /** Ends all waits and interrupts the thread. */
  @Override
  public void close() {
    endWaits();
    refresher.shutdownNow();
  }

  private void endWaits() {
    lock.lock();
    try {
      closed = true;
      if (underWay != null) {
        underWay.fail(ErrorCode.CLIENT_CLOSED, "the driver was closed", null);
      }
    } finally {
      lock.unlock();
    }
  }
}
