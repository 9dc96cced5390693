package dev.roster.internal.call;

import dev.roster.internal.attempt.Lifetime;
import dev.roster.internal.concurrent.CallThreads;
import dev.roster.internal.concurrent.CancellableWork;
import dev.roster.internal.concurrent.WorkerThreads;
import java.time.Duration;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Calls that were submitted and may wait for a thread, and the end of those whose deadline or whose
 * client's close comes first: an executor may have no thread for longer than a call may take, or
 * ever.
 *
 * <p>Hardly any call waits, so that none has an alarm of its own and none leaves when it begins:
 * while there are any, all are looked at from time to time, and those that have begun are
 * forgotten. Thread-safe.
 */
final class CallsInQueue implements AutoCloseable {

  /** So much after its deadline a call ends at the latest. */
  static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Queue<QueuedCall> calls = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean planned = new AtomicBoolean();
  private final Lifetime lifetime;
  private final ExecutorService threads =
      CallThreads.platform(WorkerThreads.named("roster-overdue-call"));

  /**
   * No calls.
   *
   * @param lifetime of the client
   */
  CallsInQueue(Lifetime lifetime) {
    this.lifetime = lifetime;
  }

  /** A call, and what ends it without a request where its work never began. */
  private record QueuedCall(CancellableWork<?> work, Deadline deadline, Runnable end) {}

  /**
   * Watches over a call until it begins.
   *
   * @param work begins the call on a thread of its executor
   * @param deadline of the call, counted from its submission
   * @param end fails the call without a request, once its deadline has passed or its client is
   *     closed; not run where the work has begun
   */
  void enter(CancellableWork<?> work, Deadline deadline, Runnable end) {
    calls.add(new QueuedCall(work, deadline, end));
    if (lifetime.isClosed()) {
      look();
    } else {
      planLook();
    }
  }

  private void planLook() {
    if (!planned.get() && planned.compareAndSet(false, true)) {
      lifetime.schedule(this::look, BETWEEN_LOOKS);
    }
  }

  private void look() {
    planned.set(false);
    try {
      for (Iterator<QueuedCall> each = calls.iterator(); each.hasNext(); ) {
        QueuedCall call = each.next();
        if (call.work().hasBegun() || (isOver(call) && isEnded(call))) {
          each.remove();
        }
      }
    } finally {
      if (!calls.isEmpty()) {
        planLook();
      }
    }
  }

  private boolean isOver(QueuedCall call) {
    return lifetime.isClosed() || call.deadline().hasPassed();
  }

  /** Where even these threads are busy, by what depends on such calls, it is tried again. */
  private boolean isEnded(QueuedCall call) {
    try {
      threads.execute(() -> end(call));
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      return lifetime.isClosed() && end(call);
    }
  }

  private static boolean end(QueuedCall call) {
    if (call.work().cancelUnlessBegun()) {
      call.end().run();
    }
    return true;
  }

  /** Ends all that wait, after the end of the client's lifetime. */
  @Override
  public void close() {
    look();
    threads.shutdown();
  }
}
