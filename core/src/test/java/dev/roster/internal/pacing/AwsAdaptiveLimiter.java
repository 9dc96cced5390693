package dev.roster.internal.pacing;

import dev.roster.CallPriority;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The rate limiter of the AWS SDK for Java 2 in its adaptive mode, as its source describes it: a
 * token bucket that is off until the first throttled response, filled at a rate that follows CUBIC
 * through the rate at which responses came, and never more than twice that. Calls back off by a
 * second, doubled, with full jitter.
 */
final class AwsAdaptiveLimiter implements SimulatedLimiter {

  private static final double BETA = 0.7;
  private static final double SCALE = 0.4;
  private static final double SMOOTH = 0.8;
  private static final double LEAST = 0.5;

  private final Deque<AwsPlace> waiting = new ArrayDeque<>();
  private boolean enabled;
  private double fillRate;
  private double most;
  private double capacity;
  private double lastFilled;
  private double measured;
  private double lastHalfSecond;
  private int responses;
  private double lastMaximum;
  private double lastThrottled;

  @Override
  public Place place(CallPriority priority) {
    return new AwsPlace();
  }

  @Override
  public @Nullable Place head() {
    return waiting.peek();
  }

  @Override
  public double backOff(int throttled, double jitter) {
    return Math.min(20, Math.pow(2, throttled - 1.0)) * jitter;
  }

  private void fill(double now) {
    capacity = Math.min(most, capacity + (now - lastFilled) * fillRate);
    lastFilled = now;
  }

  private void response(boolean accepted, double now) {
    measure(now);
    if (!accepted) {
      lastMaximum = enabled ? Math.min(measured, fillRate) : measured;
      lastThrottled = now;
      enabled = true;
    }
    double window = Math.cbrt(lastMaximum * (1 - BETA) / SCALE);
    double cubic = SCALE * Math.pow(now - lastThrottled - window, 3) + lastMaximum;
    double rate = Math.min(accepted ? cubic : lastMaximum * BETA, 2 * measured);
    fill(now);
    fillRate = Math.max(rate, LEAST);
    most = Math.max(rate, 1);
    capacity = Math.min(capacity, most);
  }

  private void measure(double now) {
    responses++;
    double halfSecond = Math.floor(now * 2) / 2;
    if (halfSecond > lastHalfSecond) {
      double current = responses / (halfSecond - lastHalfSecond);
      measured = SMOOTH * current + (1 - SMOOTH) * measured;
      responses = 0;
      lastHalfSecond = halfSecond;
    }
  }

  private final class AwsPlace implements Place {

    private boolean woken;

    @Override
    public long ask(long now) {
      if (!enabled) {
        return 0;
      }
      woken = false;
      if (!waiting.contains(this)) {
        waiting.add(this);
      }
      if (waiting.peek() != this) {
        return Long.MAX_VALUE / 4;
      }
      fill(now / 1e9);
      if (capacity < 1) {
        return (long) (Math.ceil((1 - capacity) / fillRate * 1e3) * 1e6);
      }
      capacity -= 1;
      leave(now);
      return 0;
    }

    @Override
    public boolean isWoken() {
      return woken;
    }

    @Override
    public void leave(long now) {
      waiting.remove(this);
      AwsPlace next = waiting.peek();
      if (next != null) {
        next.woken = true;
      }
    }

    @Override
    public void ended(boolean accepted, long hintNanos, long now) {
      response(accepted, now / 1e9);
    }
  }
}
