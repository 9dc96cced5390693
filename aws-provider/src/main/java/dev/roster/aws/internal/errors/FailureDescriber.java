package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.aws.internal.attempt.NothingSentException;
import dev.roster.aws.internal.credentials.CredentialsException;
import dev.roster.aws.internal.proof.InvalidResponseException;
import dev.roster.aws.internal.proof.UnprovedResponseException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** Says what a failure of the SDK means. */
public final class FailureDescriber {

  private final Clock clock;
  private final @Nullable String regionOfHost;

  public FailureDescriber(Clock clock, @Nullable String regionOfHost) {
    this.clock = clock;
    this.regionOfHost = regionOfHost;
  }

  public ErrorDescription describe(Throwable failure) {
    CauseChain chain = new CauseChain(failure);
    if (chain.has(CredentialsException.class)) {
      return new CredentialsFailure(chain).describe();
    }
    AwsServiceException refusal = chain.first(AwsServiceException.class);
    if (refusal != null) {
      return isOfThisService(chain, refusal)
          ? new ServiceFailure(refusal, clock.instant()).describe()
          : new CredentialsFailure(chain).describe();
    }
    InvalidResponseException unusable = chain.first(InvalidResponseException.class);
    if (unusable != null) {
      return unusable(unusable.getMessage(), unusable.requestId());
    }
    UnprovedResponseException unproved = chain.first(UnprovedResponseException.class);
    if (unproved != null) {
      return unusable(unproved.getMessage(), unproved.requestId());
    }
    return new TransportFailure(chain, regionOfHost).describe();
  }

  /** Other services are only spoken to for credentials, and then before anything is sent here. */
  private static boolean isOfThisService(CauseChain chain, AwsServiceException refusal) {
    return refusal instanceof IdentitystoreException && !chain.has(NothingSentException.class);
  }

  private static ErrorDescription unusable(@Nullable String message, @Nullable String requestId) {
    return ErrorDescription.builder(ErrorCode.BAD_REPLY, Reach.MAYBE_APPLIED)
        .requestId(requestId)
        .message(message)
        .build();
  }
}
