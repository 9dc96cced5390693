package dev.roster.spring.autoconfigure;

import dev.roster.CallOptions;
import dev.roster.CheckFinding;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * The health of one client. Without a check it is unknown, for nothing was asked: that leaves the
 * application's own health as it is.
 */
final class RosterHealthIndicator extends AbstractHealthIndicator {

  private final RosterClient client;
  private final @Nullable KeptCheck check;

  RosterHealthIndicator(RosterClient client, HealthProperties properties) {
    super("the check of the identity store was not possible");
    this.client = client;
    this.check = properties.isCheck() ? check(client, properties) : null;
  }

  private static KeptCheck check(RosterClient client, HealthProperties properties) {
    CallOptions options = CallOptions.defaults().withDeadline(properties.getCheckTimeout());
    return new KeptCheck(
        () -> client.with(options).check(), properties.getCheckInterval(), System::nanoTime);
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.withDetail("provider", client.provider());
    client
        .rateLimiter()
        .callsPerSecond()
        .ifPresent(rate -> health.withDetail("permittedCallsPerSecond", rate));
    if (check == null) {
      unknown(health);
    } else {
      describe(check, health);
    }
  }

  private static void describe(KeptCheck check, Health.Builder health) {
    try {
      describe(check.report(), health);
    } catch (RosterException ended) {
      boolean byTheProbe = ended.code() == ErrorCode.CANCELLED;
      health
          .status(byTheProbe ? Status.UNKNOWN : Status.DOWN)
          .withDetail("code", ended.code().name());
    }
  }

  private static void unknown(Health.Builder health) {
    health.unknown().withDetail("check", "off; roster.health.check=true turns it on");
  }

  static void describe(CheckReport report, Health.Builder health) {
    Optional<RosterException> error = report.error();
    health.status(report.isOk() ? Status.UP : statusOfFailure(error.orElse(null)));
    error.ifPresent(is -> health.withDetail("code", is.code().name()));
    report.findings().stream()
        .filter(finding -> finding.status() == CheckStatus.PROBLEM)
        .forEach(finding -> describe(finding, health));
  }

  /** A service that throttles is there: a restart of the application would not help it. */
  private static Status statusOfFailure(@Nullable RosterException error) {
    boolean limited = error != null && (error.code() == ErrorCode.THROTTLED || hadNoTurn(error));
    return limited ? Status.UNKNOWN : Status.DOWN;
  }

  /** Other calls of this client were before it at the rate limiter: nothing was asked. */
  private static boolean hadNoTurn(RosterException error) {
    return error.code() == ErrorCode.TIMEOUT
        && error.outcome() == Outcome.NOT_SENT
        && error.attempts() == 0;
  }

  /** The finding's words can name principals and addresses; the advice never does. */
  private static void describe(CheckFinding finding, Health.Builder health) {
    health.withDetail("area", finding.area().name()).withDetail("advice", finding.advice());
  }
}
