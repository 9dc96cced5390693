package dev.roster.spring.autoconfigure;

import java.time.Duration;

/** What the properties say of health. Public methods are for Spring Boot's binder. */
final class HealthProperties {

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
    checkInterval = time;
  }

  public Duration getCheckTimeout() {
    return checkTimeout;
  }

  public void setCheckTimeout(Duration time) {
    checkTimeout = time;
  }
}
