package dev.roster.aws.internal.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/**
 * Credentials of a source of our own, which is asked by one thread for all who wait: its own time
 * limits are not those of a call, so no call may be inside it. After a failure the source is not
 * asked for a pause, and credentials that are still valid are kept. While it is asked, the call
 * that had it asked waits, and those beside it go on with credentials that are still valid.
 */
final class SharedCredentials implements IdentityProvider<AwsCredentialsIdentity> {

  /**
   * How long credentials serve without another look. The SDK's sources keep and renew them
   * themselves; this only has to be short compared with the minutes in which an operator replaces a
   * key.
   */
  static final Duration REUSED = Duration.ofSeconds(5);

  /**
   * Long compared with a burst of callers, short compared with the time that it takes to repair the
   * source.
   */
  static final Duration PAUSE = Duration.ofSeconds(1);

  /** A file that is being rewritten is whole again in less, and a removed key is missed in more. */
  static final Duration KEPT_WITHOUT_SOURCE = Duration.ofMinutes(5);

  /** Credentials that would end while the request travels are of no use. */
  private static final Duration SAFETY_MARGIN = Duration.ofSeconds(10);

  private final Supplier<? extends AwsCredentialsIdentity> source;
  private final LongSupplier nanoTime;
  private final Clock clock;
  private @Nullable CompletableFuture<AwsCredentialsIdentity> latest;
  private @Nullable AwsCredentialsIdentity good;
  private @Nullable Thread asking;
  private long goodSince;
  private long nextLook;
  private boolean closed;

  SharedCredentials(Supplier<? extends AwsCredentialsIdentity> source) {
    this(source, System::nanoTime, Clock.systemUTC());
  }

  SharedCredentials(
      Supplier<? extends AwsCredentialsIdentity> source, LongSupplier nanoTime, Clock clock) {
    this.source = source;
    this.nanoTime = nanoTime;
    this.clock = clock;
  }

  @Override
  public Class<AwsCredentialsIdentity> identityType() {
    return AwsCredentialsIdentity.class;
  }

  /**
   * The credentials that are there, or those of a look that is under way, which belongs to no
   * caller.
   */
  @Override
  public synchronized CompletableFuture<AwsCredentialsIdentity> resolveIdentity(
      ResolveIdentityRequest request) {
    CompletableFuture<AwsCredentialsIdentity> known = latest;
    if (known == null || (known.isDone() && isOld())) {
      return look();
    }
    AwsCredentialsIdentity kept = known.isDone() ? null : stillGood();
    return kept == null ? known : CompletableFuture.completedFuture(kept);
  }

  private boolean isOld() {
    return nanoTime.getAsLong() - nextLook >= 0;
  }

  private CompletableFuture<AwsCredentialsIdentity> look() {
    CompletableFuture<AwsCredentialsIdentity> future = new CompletableFuture<>();
    latest = future;
    if (closed) {
      future.completeExceptionally(new IllegalStateException("the driver is closed"));
    } else {
      start(future);
    }
    return future;
  }

  private void start(CompletableFuture<AwsCredentialsIdentity> future) {
    Thread thread = new Thread(() -> ask(future), "roster-aws-credentials");
    thread.setDaemon(true);
    asking = thread;
    try {
      thread.start();
    } catch (OutOfMemoryError noThread) {
      failed(future, noThread);
    }
  }

  private void ask(CompletableFuture<AwsCredentialsIdentity> future) {
    try {
      AwsCredentialsIdentity found = source.get();
      if (found == null) {
        throw new IllegalStateException("the source has no credentials");
      }
      succeeded(future, found);
    } catch (Throwable failure) {
      failed(future, failure);
    }
  }

  private void succeeded(
      CompletableFuture<AwsCredentialsIdentity> future, AwsCredentialsIdentity found) {
    synchronized (this) {
      good = found;
      goodSince = nanoTime.getAsLong();
      nextLook = goodSince + (lasts(found) ? REUSED : PAUSE).toNanos();
    }
    future.complete(found);
  }

  private void failed(CompletableFuture<AwsCredentialsIdentity> future, Throwable failure) {
    AwsCredentialsIdentity kept;
    synchronized (this) {
      nextLook = nanoTime.getAsLong() + PAUSE.toNanos();
      kept = stillGood();
    }
    if (kept == null) {
      future.completeExceptionally(failure);
    } else {
      future.complete(kept);
    }
  }

  private @Nullable AwsCredentialsIdentity stillGood() {
    AwsCredentialsIdentity credentials = good;
    return credentials != null
            && lasts(credentials)
            && nanoTime.getAsLong() - goodSince < KEPT_WITHOUT_SOURCE.toNanos()
        ? credentials
        : null;
  }

  private boolean lasts(AwsCredentialsIdentity credentials) {
    return credentials
        .expirationTime()
        .map(end -> clock.instant().plus(SAFETY_MARGIN).isBefore(end))
        .orElse(true);
  }

  /** Ends a look that is under way, as far as the source heeds an interrupt. */
  synchronized void close() {
    closed = true;
    if (asking != null) {
      asking.interrupt();
    }
  }
}
