package dev.roster.cli.session;

import dev.roster.AttemptInfo;
import dev.roster.CallListener;
import dev.roster.bulk.BulkProgress;
import dev.roster.cli.terminal.Notices;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Shows how far a command has come, a few times a second. Thread-safe. */
public final class ProgressLine implements CallListener {

  private static final long PAUSE = Duration.ofMillis(100).toNanos();
  private static final long WAITING = Duration.ofSeconds(1).toNanos();

  private final Notices notices;
  private final AtomicLong lastShown = new AtomicLong(System.nanoTime() - PAUSE);
  private final AtomicLong lastWait = new AtomicLong(System.nanoTime() - WAITING);

  ProgressLine(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void waitedForPacing(AttemptInfo attempt, Duration waited) {
    lastWait.set(System.nanoTime());
  }

  /**
   * Shows how far a bulk run has come.
   *
   * @param progress what is done
   */
  public void show(BulkProgress progress) {
    boolean last = progress.total().orElse(-1) == progress.done() + progress.failed();
    show(progress.toString(), last);
  }

  /**
   * Shows how far a command has come.
   *
   * @param what what is counted
   * @param done how many are done
   * @param total of how many
   */
  public void show(String what, long done, long total) {
    show("%d of %d %s".formatted(done, total, what), done == total);
  }

  private void show(String text, boolean always) {
    long now = System.nanoTime();
    long shown = lastShown.get();
    if (!always && (now - shown < PAUSE || !lastShown.compareAndSet(shown, now))) {
      return;
    }
    boolean waits = now - lastWait.get() < WAITING;
    notices.progress(waits ? text + ", waiting for the rate limit" : text);
  }
}
