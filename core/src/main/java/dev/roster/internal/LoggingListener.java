package dev.roster.internal;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.MembershipClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One DEBUG line per attempt; never an argument, a header value or a body. */
final class LoggingListener implements CallListener {

  private static final Logger LOG = LoggerFactory.getLogger(MembershipClient.class);

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
          "{} {} attempt {} {} ({}), request id {}, {} ms, {} {}",
          attempt.call().provider(),
          attempt.operation().methodName(),
          attempt.number(),
          result.error().map(Enum::name).orElse("failed"),
          result.providerCode().orElse("no code"),
          result.requestId().orElse("none"),
          result.elapsed().toMillis(),
          result.nextDelay().map(LoggingListener::next).orElse("no further attempt"),
          attempt.call().correlationIds());
    }
  }

  private static String next(Duration delay) {
    return "next attempt in " + delay.toMillis() + " ms";
  }
}
