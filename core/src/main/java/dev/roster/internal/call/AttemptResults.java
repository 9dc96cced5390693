package dev.roster.internal.call;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.Outcome;
import dev.roster.TimeSource;
import dev.roster.internal.attempt.Attempt;
import dev.roster.internal.errors.Failures;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What listeners are notified of at the end of an attempt. */
final class AttemptResults {

  private final Failures failures;
  private final TimeSource time;

  AttemptResults(Failures failures, TimeSource time) {
    this.failures = failures;
    this.time = time;
  }

  AttemptResult succeeded(Attempt attempt, long start) {
    AttemptResult result = AttemptResult.succeeded(since(start));
    return withResponse(result, attempt, failures.requestId(attempt.requestId()));
  }

  AttemptResult failed(AttemptInfo info, Attempt attempt, long start, ErrorDescription failure) {
    AttemptResult result =
        AttemptResult.failed(since(start), failure.code())
            .withOutcome(outcome(failure.reach(), info.operation().isWrite()));
    String requestId = failure.requestId().orElseGet(() -> noted(attempt));
    AttemptResult failed = withResponse(result, attempt, requestId);
    return failure.providerCode().map(failed::withProviderCode).orElse(failed);
  }

  private @Nullable String noted(Attempt attempt) {
    return failures.requestId(attempt.requestId());
  }

  private static Outcome outcome(Reach reach, boolean write) {
    return switch (reach) {
      case NOT_SENT -> Outcome.NOT_SENT;
      case REFUSED -> Outcome.NOT_APPLIED;
      case MAYBE_APPLIED -> write ? Outcome.UNKNOWN : Outcome.NOT_APPLIED;
    };
  }

  private Duration since(long start) {
    return Duration.ofNanos(time.nanoTime() - start);
  }

  private static AttemptResult withResponse(
      AttemptResult result, Attempt attempt, @Nullable String requestId) {
    AttemptResult known = requestId == null ? result : result.withRequestId(requestId);
    String server = attempt.serverAddress();
    known = server == null ? known : known.withServer(server, attempt.serverPort());
    return attempt.httpStatus() == 0 ? known : known.withHttpStatus(attempt.httpStatus());
  }
}
