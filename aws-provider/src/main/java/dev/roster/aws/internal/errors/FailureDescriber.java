package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.aws.internal.attempt.NativeFailure;
import dev.roster.aws.internal.attempt.NothingSentException;
import dev.roster.aws.internal.attempt.SecondRequestException;
import dev.roster.aws.internal.credentials.CredentialsException;
import dev.roster.aws.internal.proof.InvalidResponseException;
import dev.roster.aws.internal.proof.UnprovedResponseException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** Says what a failure of the SDK means. */
public final class FailureDescriber {

  private final Clock clock;
  private final FailureText text;
  private final @Nullable String regionOfHost;
  private final PrimaryRegion primaryRegion;

  /**
   * A describer of a client's failures.
   *
   * @param clock the client's
   * @param regionOfHost the region that the host's name is made from; null where the address is
   *     another
   * @param region the region that requests are signed for; null where it is not known
   * @param redaction takes secrets out of a text
   */
  public FailureDescriber(
      Clock clock,
      @Nullable String regionOfHost,
      @Nullable String region,
      UnaryOperator<String> redaction) {
    this.clock = clock;
    this.text = new FailureText(redaction);
    this.regionOfHost = regionOfHost;
    this.primaryRegion = new PrimaryRegion(region);
  }

  public ErrorDescription describe(Throwable failure) {
    if (failure instanceof EntryRequestException entry) {
      return entry.refined(describeOwn(entry.refusal()));
    }
    return failure instanceof NativeFailure ofFunction
        ? describeNative(ofFunction)
        : describeOwn(failure);
  }

  /** Of a native call, what is not unique can be anything: a user's name, for example. */
  private ErrorDescription describeNative(NativeFailure failure) {
    ErrorDescription said = describeCause(failure.thrown());
    ErrorDescription known =
        said.code() == ErrorCode.ALREADY_MEMBER ? said.withCode(ErrorCode.CONFLICT) : said;
    return isWithoutCredentials(failure)
        ? known
        : known.toBuilder().reach(failure.reach(said.reach())).build();
  }

  /** Credentials come before the request, and from a source of ours. */
  private static boolean isWithoutCredentials(NativeFailure failure) {
    return !failure.isRequestSeen()
        && new CauseChain(failure.thrown()).has(CredentialsException.class);
  }

  private ErrorDescription describeCause(Throwable cause) {
    SecondRequestException second = new CauseChain(cause).first(SecondRequestException.class);
    return second == null
        ? describeOwn(cause)
        : ErrorDescription.builder(ErrorCode.INVALID_ARGUMENT, Reach.MAYBE_APPLIED)
            .message(second.getMessage())
            .build();
  }

  private ErrorDescription describeOwn(Throwable failure) {
    CauseChain chain = new CauseChain(failure);
    AwsServiceException refusal = chain.first(AwsServiceException.class);
    if (chain.has(CredentialsException.class) || isOfAnotherService(chain, refusal)) {
      return new CredentialsFailure(chain).describe();
    }
    return refusal == null ? withoutRefusal(chain) : refused(chain, refusal);
  }

  private ErrorDescription refused(CauseChain chain, AwsServiceException refusal) {
    ErrorDescription said = new ServiceFailure(refusal, clock.instant(), text).describe();
    NewerOperationException newer = chain.first(NewerOperationException.class);
    return primaryRegion.refined(newer == null ? said : newer.refined(said));
  }

  private ErrorDescription withoutRefusal(CauseChain chain) {
    InvalidResponseException invalid = chain.first(InvalidResponseException.class);
    if (invalid != null) {
      return unusable(invalid.getMessage(), invalid.requestId());
    }
    UnprovedResponseException unproved = chain.first(UnprovedResponseException.class);
    return unproved == null
        ? new TransportFailure(chain, regionOfHost, text).describe()
        : unusable(unproved.getMessage(), unproved.requestId());
  }

  /**
   * Requests to other services are made for credentials only, before anything is sent to this one.
   */
  private static boolean isOfAnotherService(
      CauseChain chain, @Nullable AwsServiceException refusal) {
    return refusal != null
        && (!(refusal instanceof IdentitystoreException) || chain.has(NothingSentException.class));
  }

  private static ErrorDescription unusable(@Nullable String message, @Nullable String requestId) {
    return ErrorDescription.builder(ErrorCode.INVALID_RESPONSE, Reach.MAYBE_APPLIED)
        .requestId(requestId)
        .message(message)
        .build();
  }
}
