package dev.roster.internal.call;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One DEBUG line per attempt and per retry; never an argument, a header value or a body. */
final class LoggingListener implements CallListener {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.RosterClient");

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} attempt {} ok, request id {}, {} ms {}",
          attempt.call().provider(),
          attempt.operation().methodName(),
          attempt.number(),
          result.requestId().orElse("none"),
          result.elapsed().toMillis(),
          attempt.call().correlationIds());
    }
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} attempt {} {} ({}), request id {}, {} ms {}",
          attempt.call().provider(),
          attempt.operation().methodName(),
          attempt.number(),
          result.error().map(Enum::name).orElse("failed"),
          result.providerCode().orElse("no code"),
          result.requestId().orElse("none"),
          result.elapsed().toMillis(),
          attempt.call().correlationIds());
    }
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
