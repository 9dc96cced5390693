package dev.roster.internal.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a client may spend on retries, so that an outage is not multiplied. A retry takes {@link
 * #COST}; a call that succeeds gives back what its last retry took, or {@link #TRICKLE} where it
 * needed none. Thread-safe.
 */
public final class RetryBudget {

  static final int CAPACITY = 500;
  static final int COST = 5;
  public static final int TRICKLE = 1;

  private final AtomicInteger left = new AtomicInteger(CAPACITY);

  public int left() {
    return left.get();
  }

  public boolean take(int cost) {
    int before = left.getAndUpdate(balance -> balance >= cost ? balance - cost : balance);
    return before >= cost;
  }

  public void giveBack(int amount) {
    if (left.get() < CAPACITY) {
      left.updateAndGet(balance -> Math.min(CAPACITY, balance + amount));
    }
  }
}
