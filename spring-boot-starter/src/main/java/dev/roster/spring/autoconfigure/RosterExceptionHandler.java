package dev.roster.spring.autoconfigure;

import dev.roster.RosterException;
import dev.roster.spring.RosterProblemDetails;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/**
 * Responds to a failed call with problem details, in Spring MVC as in Spring WebFlux. The last of
 * all handlers, so that those of the application come first. Not final: an application may have
 * Spring make proxies of its beans.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RosterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.spring");

  private final boolean includeMessage;

  RosterExceptionHandler(boolean includeMessage) {
    this.includeMessage = includeMessage;
  }

  /**
   * Responds to what was thrown, or to a cause of it.
   *
   * @throws Throwable what was thrown, where it has a status of its own: Spring MVC then asks its
   *     next resolver, and Spring WebFlux its own handlers
   */
  @ExceptionHandler(RosterException.class)
  ResponseEntity<ProblemDetail> handle(RosterException error, Throwable thrown) throws Throwable {
    if (thrown instanceof ErrorResponse || hasStatusAround(error, thrown)) {
      throw thrown;
    }
    return response(error);
  }

  /** As Spring looks for it: in the causes too. */
  private static boolean hasStatusAround(RosterException error, Throwable thrown) {
    return Stream.iterate(thrown, each -> each != null && each != error, Throwable::getCause)
        .anyMatch(
            each ->
                each instanceof ResponseStatusException
                    || AnnotatedElementUtils.hasAnnotation(each.getClass(), ResponseStatus.class));
  }

  private ResponseEntity<ProblemDetail> response(RosterException error) {
    ProblemDetail problem =
        includeMessage ? RosterProblemDetails.withMessage(error) : RosterProblemDetails.of(error);
    log(error, problem);
    ResponseEntity.BodyBuilder response = ResponseEntity.status(problem.getStatus());
    error
        .retryAfter()
        .filter(wait -> RosterProblemDetails.status(error).is5xxServerError())
        .ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
    return response.body(problem);
  }

  /** The caller does not see what went wrong behind a 5xx, so that the log must say it. */
  private static void log(RosterException error, ProblemDetail problem) {
    if (problem.getStatus() >= 500) {
      LOG.warn("A request failed with status {}", problem.getStatus(), error);
    }
  }

  /** Rounded up: a client that comes back too early is throttled again. */
  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }
}
