package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** A refusal of an operation that not every version of the service has. */
public final class NewerOperationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String operation;

  /**
   * Wraps a refusal.
   *
   * @param operation the operation's name
   * @param refusal what the service said
   */
  public NewerOperationException(String operation, IdentitystoreException refusal) {
    super(refusal.getMessage(), refusal);
    this.operation = operation;
  }

  /** A service that says that it has no such operation has said nothing of the endpoint. */
  ErrorDescription refined(ErrorDescription said) {
    boolean unknown = said.providerCode().filter("UnknownOperationException"::equals).isPresent();
    return unknown && said.requestId().isPresent()
        ? said.toBuilder()
            .code(ErrorCode.UNSUPPORTED)
            .message(
                "the service in this Region does not have the operation %s of October 2026"
                    .formatted(operation))
            .build()
        : said;
  }
}
