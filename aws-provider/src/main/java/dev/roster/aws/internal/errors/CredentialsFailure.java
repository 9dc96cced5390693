package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.aws.internal.attempt.NothingSentException;
import dev.roster.aws.internal.credentials.CredentialsException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;

/** A failure to get credentials: whatever its parts say, the identity store has said nothing. */
final class CredentialsFailure {

  private final CauseChain chain;

  CredentialsFailure(CauseChain chain) {
    this.chain = chain;
  }

  ErrorDescription describe() {
    return ErrorDescription.builder(code(), reach()).message(message()).build();
  }

  private ErrorCode code() {
    return chain.has(
            AbortedException.class, InterruptedException.class, CancellationException.class)
        ? ErrorCode.CANCELLED
        : ErrorCode.UNAUTHENTICATED;
  }

  /**
   * A ready-made client asks for credentials before its first request, unless it had one before.
   */
  private Reach reach() {
    return chain.has(NothingSentException.class) || !chain.mayHaveBeenRetried()
        ? Reach.NOT_SENT
        : Reach.MAYBE_APPLIED;
  }

  private String message() {
    CredentialsException own = chain.first(CredentialsException.class);
    String where = own == null ? "no credentials" : String.valueOf(own.getMessage());
    String code = codeOfTheirService();
    return code == null
        ? where
        : "%s; the service behind it responded with %s".formatted(where, code);
  }

  /** Not its words, which may quote what was signed. */
  private @Nullable String codeOfTheirService() {
    AwsServiceException theirs = chain.first(AwsServiceException.class);
    AwsErrorDetails details = theirs == null ? null : theirs.awsErrorDetails();
    return details == null ? null : details.errorCode();
  }
}
