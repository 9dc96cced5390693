package dev.roster.huawei;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import java.util.Objects;

/** Makes a call that has to fail. */
public final class Failing {

  private Failing() {}

  public static Throwable call(MembershipDriver driver, WireOperation operation) {
    return call(driver, operation, new OneAttempt());
  }

  public static Throwable call(
      MembershipDriver driver, WireOperation operation, OneAttempt attempt) {
    return Objects.requireNonNull(
        catchThrowable(() -> operation.call(driver, attempt)), "the call did not fail");
  }

  public static ErrorDescription describedCall(MembershipDriver driver, WireOperation operation) {
    return driver.describe(call(driver, operation));
  }
}
