package dev.roster.spring;

import dev.roster.ErrorCode;
import dev.roster.NotFoundException;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RosterException;
import dev.roster.spi.InvalidInputException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * What a web application responds when a call of Roster's fails: a status, and a body by RFC 9457.
 *
 * <p>The status is that of the application's own interface. What the application's caller can
 * correct is 400, 404 or 409. What only the application's operator can correct, such as credentials
 * or a permission that the cloud refuses, is 502: it says nothing about the rights of the caller.
 * What is transient is 503 or 504; throttling is 503 and not 429, because it is not this caller who
 * asked too often.
 *
 * <p>The body has the {@link ErrorCode} as {@code code} and the {@link Outcome} as {@code outcome}.
 * Its {@code detail} is a sentence that names no identifier, principal or request. The exception's
 * message, which names them, belongs into a log.
 */
@SuppressWarnings("exports") // A web application has Spring's web module.
public final class RosterProblemDetails {

  private RosterProblemDetails() {}

  /**
   * The status that fits a failure.
   *
   * @param error the failure
   * @return a status of 400 and above
   */
  public static HttpStatus status(RosterException error) {
    if (error instanceof NotFoundException missing
        && missing.missing() == Resource.IDENTITY_STORE) {
      return HttpStatus.BAD_GATEWAY;
    }
    return status(error.code());
  }

  private static HttpStatus status(ErrorCode code) {
    return switch (code) {
      case INVALID_ARGUMENT, INVALID_PAGE_TOKEN -> HttpStatus.BAD_REQUEST;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case ALREADY_MEMBER,
          ALREADY_EXISTS,
          AMBIGUOUS,
          CONCURRENT_MODIFICATION,
          CONFLICT,
          QUOTA_EXCEEDED ->
          HttpStatus.CONFLICT;
      case THROTTLED, UNAVAILABLE, CANCELLED, CLIENT_CLOSED -> HttpStatus.SERVICE_UNAVAILABLE;
      case TIMEOUT -> HttpStatus.GATEWAY_TIMEOUT;
      case UNSUPPORTED -> HttpStatus.NOT_IMPLEMENTED;
      default -> HttpStatus.BAD_GATEWAY;
    };
  }

  /**
   * The body that fits a failure.
   *
   * @param error the failure
   * @return a new body, which an application may add to
   */
  public static ProblemDetail of(RosterException error) {
    return of(error, detail(error));
  }

  /**
   * The body that fits a failure, with the exception's message, which names groups, members and
   * what the service responded: for callers who may know all that.
   *
   * @param error the failure
   * @return a new body, which an application may add to
   */
  public static ProblemDetail withMessage(RosterException error) {
    return of(error, error.getMessage());
  }

  private static ProblemDetail of(RosterException error, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(error), detail);
    problem.setProperty("code", error.code().name());
    problem.setProperty("outcome", error.outcome().name());
    return problem;
  }

  private static String detail(RosterException error) {
    return status(error).is5xxServerError()
        ? detailOfServerError(error.code())
        : detailOfRefusal(error);
  }

  private static String detailOfRefusal(RosterException error) {
    return switch (error.code()) {
      case INVALID_ARGUMENT -> detailOfArgument(error);
      case INVALID_PAGE_TOKEN -> "The page token cannot be used. Start again with the first page.";
      case NOT_FOUND -> "The group, the member or the membership does not exist.";
      case ALREADY_MEMBER -> "The member is in the group already.";
      case ALREADY_EXISTS -> "The name is taken.";
      case AMBIGUOUS -> "Several users or groups have this name or key.";
      case CONCURRENT_MODIFICATION -> "Another change is under way. Repeat the request.";
      case QUOTA_EXCEEDED -> "A quota of the identity store is used up.";
      default -> "The request conflicts with the present state.";
    };
  }

  /** What a rule says names a field; the message around it names what the call was about. */
  private static String detailOfArgument(RosterException error) {
    return error
        .unwrap(InvalidInputException.class)
        .map(rule -> "The request is not valid: %s.".formatted(rule.getMessage()))
        .orElse("The identity store does not accept an argument.");
  }

  private static String detailOfServerError(ErrorCode code) {
    return switch (code) {
      case THROTTLED -> "The identity store receives too many requests. Repeat this one later.";
      case TIMEOUT -> "The identity store did not respond in time.";
      case UNAVAILABLE -> "The identity store is not available.";
      case CANCELLED, CLIENT_CLOSED -> "The request was cancelled.";
      case UNSUPPORTED -> "The identity store cannot do this.";
      default -> "The identity store could not be used.";
    };
  }
}
