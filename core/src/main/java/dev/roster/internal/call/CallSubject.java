package dev.roster.internal.call;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.IdRules;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.Reach;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a call is about.
 *
 * @param words for the message of an error; read only when there is one
 * @param ids lets rules check the identifiers that the call sends
 */
public record CallSubject(Supplier<String> words, Consumer<IdRules> ids) {

  /**
   * A refusal of an identifier that misses its documented form is about that identifier: a name
   * given instead of an id must not pass for something that does not exist. A service that says it
   * is the membership which is missing has understood the identifiers.
   */
  RequestFailed explain(RequestFailed failed, IdRules documented) {
    ErrorDescription refusal = failed.description();
    boolean mayBeTheId =
        refusal.code() == ErrorCode.NOT_FOUND || refusal.code() == ErrorCode.INVALID_ARGUMENT;
    boolean saysOtherwise = refusal.missing() == Resource.MEMBERSHIP;
    if (!mayBeTheId || saysOtherwise || refusal.reach() != Reach.REFUSED) {
      return failed;
    }
    try {
      ids.accept(documented);
      return failed;
    } catch (InvalidInputException missed) {
      return failed.as(looksLikeAName(refusal, missed));
    }
  }

  private static ErrorDescription looksLikeAName(
      ErrorDescription refusal, InvalidInputException missed) {
    String words = refusal.message().map(said -> "; the service says: " + said).orElse("");
    return refusal.toBuilder()
        .code(ErrorCode.INVALID_ARGUMENT)
        .missing(Resource.UNSPECIFIED)
        .message(missed.getMessage() + ": this looks like a name, which is no id" + words)
        .build();
  }
}
