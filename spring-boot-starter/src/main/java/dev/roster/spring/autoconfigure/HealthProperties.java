package dev.roster.spring.autoconfigure;

import java.time.Duration;

/** What the properties say of health. Public methods are for Spring Boot's binder. */
final class HealthProperties {

  private static final Duration LONGEST = Duration.ofDays(365);

  /** Whether health makes a call: one cheap look-up. */
  private boolean check;

  /** Time for which the result of a check is kept. */
  private Duration checkInterval = Duration.ofMinutes(1);

  /** Time for a check. */
  private Duration checkTimeout = Duration.ofSeconds(5);

  public boolean isCheck() {
    return check;
  }

  public void setCheck(boolean made) {
    check = made;
  }

  public Duration getCheckInterval() {
    return checkInterval;
  }

  public void setCheckInterval(Duration time) {
    checkInterval = positive("check-interval", time);
  }

  public Duration getCheckTimeout() {
    return checkTimeout;
  }

  public void setCheckTimeout(Duration time) {
    checkTimeout = positive("check-timeout", time);
  }

  /** Zero would be a call for each probe, or a check that never has time. */
  private static Duration positive(String property, Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "roster.health.%s must be positive and at most %d days"
              .formatted(property, LONGEST.toDays()));
    }
    return time;
  }
}
