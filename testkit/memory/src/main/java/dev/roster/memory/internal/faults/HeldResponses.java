package dev.roster.memory.internal.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The replies that wait to be let go. Thread-safe. */
public final class HeldResponses {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<CountDownLatch> replies = Collections.newSetFromMap(new IdentityHashMap<>());

  public CountDownLatch add() {
    CountDownLatch reply = new CountDownLatch(1);
    lock.lock();
    try {
      replies.add(reply);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return reply;
  }

  public void remove(CountDownLatch reply) {
    lock.lock();
    try {
      replies.remove(reply);
    } finally {
      lock.unlock();
    }
    reply.countDown();
  }

  public void release() {
    lock.lock();
    try {
      replies.forEach(CountDownLatch::countDown);
      replies.clear();
    } finally {
      lock.unlock();
    }
  }

  public boolean await(int count, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (replies.size() < count && left > 0) {
        left = changed.awaitNanos(Math.min(left, TimeUnit.DAYS.toNanos(1)));
      }
      return replies.size() >= count;
    } finally {
      lock.unlock();
    }
  }
}
