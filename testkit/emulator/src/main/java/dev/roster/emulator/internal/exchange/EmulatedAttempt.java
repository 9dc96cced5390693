package dev.roster.emulator.internal.exchange;

import dev.roster.spi.AttemptContext;
import java.time.Duration;

/** The server's side of an attempt: it waits as long as a script says, whatever the client does. */
public enum EmulatedAttempt implements AttemptContext {
  INSTANCE;

  @Override
  public Duration timeLeft() {
    return Duration.ofDays(1);
  }

  @Override
  public void onAbort(Runnable abort) {}

  @Override
  public void requestId(String requestId) {}
}
