package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** A refusal of a request about users or groups, with what of the request its meaning hangs on. */
public final class EntryRequestException extends RuntimeException {

  /** What was requested. */
  public enum Request {
    /** An identifier by a key. */
    LOOKUP,
    /** A page. */
    LISTING,
    /** Anything else. */
    OTHER
  }

  private static final long serialVersionUID = 1L;

  private static final Pattern ABOUT_ATTRIBUTES =
      Pattern.compile("attribute", Pattern.CASE_INSENSITIVE);
  private static final Pattern ABOUT_PATHS = Pattern.compile("path", Pattern.CASE_INSENSITIVE);
  private static final Pattern ABOUT_VALUES = Pattern.compile("value", Pattern.CASE_INSENSITIVE);

  private final IdentitystoreException refusal;
  private final Request request;

  private EntryRequestException(IdentitystoreException refusal, Request request) {
    super("the request was refused: " + refusal.getMessage(), refusal);
    this.refusal = refusal;
    this.request = request;
  }

  /**
   * Wraps a refusal.
   *
   * @param refusal the SDK's own exception
   * @param request what was requested
   * @param personalData what the request says of people; the wrapped exception does not repeat it
   * @return a new exception
   */
  public static EntryRequestException of(
      IdentitystoreException refusal, Request request, Set<String> personalData) {
    return new EntryRequestException(new PersonalData(personalData).hiddenIn(refusal), request);
  }

  IdentitystoreException refusal() {
    return refusal;
  }

  /** What the refusal means here, where it means something else than elsewhere. */
  ErrorDescription refined(ErrorDescription said) {
    if (request == Request.LOOKUP && said.requestId().isPresent() && isAboutTheWay(said)) {
      return said.toBuilder()
          .code(ErrorCode.UNSUPPORTED)
          .message("the store does not find anything by this attribute")
          .build();
    }
    return request != Request.LISTING && said.code() == ErrorCode.INVALID_PAGE_TOKEN
        ? said.withCode(ErrorCode.INVALID_ARGUMENT)
        : said;
  }

  /** A directory that another one feeds knows no look-up at all; others know certain attributes. */
  private boolean isAboutTheWay(ErrorDescription said) {
    String words = said.message().orElse("");
    return switch (said.providerCode().orElse("")) {
      case "UnknownOperationException" -> true;
      case "ValidationException" ->
          ABOUT_ATTRIBUTES.matcher(words).find()
              && (ABOUT_PATHS.matcher(words).find() || !ABOUT_VALUES.matcher(words).find());
      default -> false;
    };
  }
}
