package dev.roster.memory.internal.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The responses that wait to be released. Thread-safe. */
public final class HeldResponses {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<CountDownLatch> responses = Collections.newSetFromMap(new IdentityHashMap<>());

  public CountDownLatch add() {
    CountDownLatch response = new CountDownLatch(1);
    lock.lock();
    try {
      responses.add(response);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return response;
  }

  public void remove(CountDownLatch response) {
    lock.lock();
    try {
      responses.remove(response);
    } finally {
      lock.unlock();
    }
    response.countDown();
  }

  public void release() {
    lock.lock();
    try {
      responses.forEach(CountDownLatch::countDown);
      responses.clear();
    } finally {
      lock.unlock();
    }
  }

  public boolean await(int count, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (responses.size() < count && left > 0) {
        left = changed.awaitNanos(Math.min(left, TimeUnit.DAYS.toNanos(1)));
      }
      return responses.size() >= count;
    } finally {
      lock.unlock();
    }
  }
}
