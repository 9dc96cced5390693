package dev.roster.campaign.record;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Measures for how long the machine keeps threads waiting that are ready to run. Every beat two
 * threads wake each other a few times, as those of a client, a proxy and a server do in an
 * exchange; on a machine that has time for them it takes a moment. What it takes beyond is time in
 * which no client can keep a deadline. Thread-safe.
 */
public final class Heartbeat implements AutoCloseable {

  private static final long REST_MILLIS = 20;
  private static final int HANDOVERS = 8;
  private static final long MOMENT_NANOS = 10_000_000;

  private final Semaphore there = new Semaphore(0);
  private final Semaphore back = new Semaphore(0);
  private final Thread beats = CampaignThreads.daemon("heartbeat", this::beat);
  private final Thread echoes = CampaignThreads.daemon("heartbeat", this::echo);
  private long stalledNanos;
  private long dueNanos = System.nanoTime() + MOMENT_NANOS;

  /** A heart that beats. */
  public Heartbeat() {
    echoes.start();
    beats.start();
  }

  /** For how long the machine stood still since the beginning, in real time. */
  public synchronized Duration stalled() {
    return Duration.ofNanos(stalledNanos + Math.max(0, System.nanoTime() - dueNanos));
  }

  private synchronized void beaten() {
    long now = System.nanoTime();
    stalledNanos += Math.max(0, now - dueNanos);
    dueNanos = now + REST_MILLIS * 1_000_000 + MOMENT_NANOS;
  }

  private void beat() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(REST_MILLIS);
        handOver();
        beaten();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOver() throws InterruptedException {
    for (int handover = 0; handover < HANDOVERS; handover++) {
      there.release();
      back.acquire();
    }
  }

  private void echo() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        there.acquire();
        back.release();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    beats.interrupt();
    echoes.interrupt();
  }
}
