package dev.roster.internal.events;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.ThreadContext;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One DEBUG line per attempt and per retry; never an argument, a header value or a body. They have
 * the logging context of the caller, on other threads too.
 */
final class LoggingListener implements CallListener {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.RosterClient");

  @Override
  public ThreadContext threadContext() {
    return LoggingContext.ofThisThread();
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    if (LOG.isDebugEnabled()) {
      log(attempt, result, "ok");
    }
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    if (LOG.isDebugEnabled()) {
      String code = result.error().map(Enum::name).orElse("failed");
      log(attempt, result, code + " (" + result.providerCode().orElse("no code") + ")");
    }
  }

  private static void log(AttemptInfo attempt, AttemptResult result, String how) {
    LOG.debug(
        "{} {} attempt {} {}, request id {}, {} ms {}",
        attempt.call().provider(),
        attempt.operation().methodName(),
        attempt.number(),
        how,
        result.requestId().orElse("none"),
        result.elapsed().toMillis(),
        attempt.call().correlationIds());
  }

  @Override
  public void retryScheduled(AttemptInfo attempt, Duration delay) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} retry in {} ms {}",
          attempt.call().provider(),
          attempt.operation().methodName(),
          delay.toMillis(),
          attempt.call().correlationIds());
    }
  }
}
