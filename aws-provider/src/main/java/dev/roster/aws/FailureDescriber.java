package dev.roster.aws;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Clock;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says what a failure of the SDK means. */
final class FailureDescriber {

  private final Clock clock;

  FailureDescriber(Clock clock) {
    this.clock = clock;
  }

  ErrorDescription describe(Throwable failure) {
    CauseChain chain = new CauseChain(failure);
    AwsServiceException answered = chain.first(AwsServiceException.class);
    if (answered != null) {
      return new ServiceFailure(answered, clock.instant()).describe();
    }
    BadReplyException unusable = chain.first(BadReplyException.class);
    if (unusable != null) {
      return ErrorDescription.builder(ErrorCode.BAD_REPLY, Reach.MAYBE_APPLIED)
          .requestId(unusable.requestId())
          .message(unusable.getMessage())
          .build();
    }
    return new TransportFailure(chain).describe();
  }
}
