package dev.roster.benchmarks.load;

import java.io.IOException;

/** Lets several processes begin at once, after their class loading. */
public final class StartSignal {

  /** What a process says when it could begin. */
  public static final String READY = "ready";

  private StartSignal() {}

  /** Says that this process is ready, and waits for the signal to begin. */
  static void await() throws IOException {
    System.out.println(READY);
    if (System.in.read() < 0) {
      throw new IOException("the process that gives the signal has gone");
    }
  }
}
