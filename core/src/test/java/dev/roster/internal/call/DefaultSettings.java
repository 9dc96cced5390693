package dev.roster.internal.call;

import dev.roster.CallListener;
import dev.roster.RetryPolicy;
import dev.roster.TimeSource;
import dev.roster.internal.configuration.ClientSettings;
import dev.roster.internal.pacing.Limiter;
import java.time.Duration;
import java.util.List;

/** What a client is set to unless told otherwise, for a pipeline that has no client. */
public final class DefaultSettings {

  private DefaultSettings() {}

  public static ClientSettings of(TimeSource time, CallListener... listeners) {
    return of(Double.POSITIVE_INFINITY, time, listeners);
  }

  static ClientSettings of(double callsPerSecond, TimeSource time, CallListener... listeners) {
    return new ClientSettings(
        Duration.ofMinutes(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        RetryPolicy.defaults(),
        new Limiter(callsPerSecond),
        List.of(listeners),
        time);
  }
}
