package dev.roster.internal.errors;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.internal.attempt.AbortReason;
import dev.roster.internal.attempt.AttemptAbortedException;
import dev.roster.internal.text.ReadableTime;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a raw failure becomes a description, and a description an exception. What
 * came from outside is cleaned here, before a caller or a listener sees it.
 */
public final class Failures {

  private final MembershipDriver driver;
  private final ForeignText text;

  /**
   * The failures of a driver.
   *
   * @param driver describes them
   */
  public Failures(MembershipDriver driver) {
    this.driver = driver;
    this.text = new ForeignText(driver::redact);
  }

  /**
   * Describes what an attempt threw.
   *
   * @param raw what was thrown
   * @return the description, cleaned
   */
  public ErrorDescription describe(Exception raw) {
    if (raw instanceof InvalidInputException invalid) {
      return ErrorDescription.builder(ErrorCode.INVALID_ARGUMENT, Reach.NOT_SENT)
          .message(invalid.getMessage())
          .build();
    }
    if (raw instanceof AttemptAbortedException aborted) {
      return describeAborted(beforeAbort(aborted), aborted.reason());
    }
    if (raw instanceof MembersRefusedException refused) {
      return cleaned(refused.description());
    }
    return ask(raw);
  }

  /**
   * What a service said of one of several members.
   *
   * @param said the description
   * @return a failure, cleaned
   */
  public RequestFailed request(ErrorDescription said) {
    return RequestFailed.of(cleaned(said));
  }

  /**
   * A request id as a driver reported it.
   *
   * @param reported the id; null for none
   * @return the id, cleaned
   */
  public @Nullable String requestId(@Nullable String reported) {
    return text.name(reported);
  }

  private ErrorDescription beforeAbort(AttemptAbortedException aborted) {
    Throwable thrown = aborted.getCause();
    return thrown == null ? ErrorDescription.of(ErrorCode.UNKNOWN, Reach.NOT_SENT) : ask(thrown);
  }

  /** A driver that breaks its promise and throws here must not hide the failure itself. */
  private ErrorDescription ask(Throwable raw) {
    try {
      return cleaned(
          Objects.requireNonNull(driver.describe(raw), "a driver described a failure as null"));
    } catch (RuntimeException broken) {
      if (broken != raw) {
        raw.addSuppressed(broken);
      }
      return ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
    }
  }

  private ErrorDescription cleaned(ErrorDescription said) {
    return said.toBuilder()
        .providerCode(text.name(said.providerCode().orElse(null)))
        .requestId(text.name(said.requestId().orElse(null)))
        .message(text.message(said.message().orElse(null)))
        .build();
  }

  /** An attempt whose response came before the abort is judged by the response. */
  private static ErrorDescription describeAborted(ErrorDescription driverSays, AbortReason why) {
    if (driverSays.reach() == Reach.REFUSED) {
      return driverSays;
    }
    return switch (why) {
      case INTERRUPTED -> aborted(ErrorCode.CANCELLED, "the thread was interrupted", driverSays);
      case EXPIRED -> aborted(ErrorCode.TIMEOUT, "no response came in time", driverSays);
      case CLOSED -> aborted(ErrorCode.CLIENT_CLOSED, "the client was closed", driverSays);
    };
  }

  private static ErrorDescription aborted(
      ErrorCode code, String message, ErrorDescription driverSays) {
    return ErrorDescription.builder(code, driverSays.reach())
        .requestId(driverSays.requestId().orElse(null))
        .message(message)
        .build();
  }

  /**
   * What the driver threw.
   *
   * @param raw what the attempt threw
   * @return null where the driver threw nothing
   */
  public static @Nullable Throwable cause(Exception raw) {
    return raw instanceof AttemptAbortedException ? raw.getCause() : raw;
  }

  /**
   * An error of the driver before or between calls.
   *
   * @param method the client's method
   * @param code what is wrong
   * @param message what is wrong, in words
   * @return the error to throw
   */
  public RosterException exception(ClientMethod method, ErrorCode code, String message) {
    return exception(driver.provider(), method, code, message);
  }

  /**
   * An error where there is no driver.
   *
   * @param provider stands in the provider's place
   * @param method the client's method
   * @param code what is wrong
   * @param message what is wrong, in words
   * @return the error to throw
   */
  public static RosterException exception(
      String provider, ClientMethod method, ErrorCode code, String message) {
    return RosterException.builder(code, provider, method)
        .message("%s: %s. %s".formatted(method.methodName(), message, code.advice()))
        .build();
  }

  /**
   * Bad input, refused before a call begins.
   *
   * @param method the client's method
   * @param broken the rule that is broken
   * @return the error to throw
   */
  public RosterException invalid(ClientMethod method, InvalidInputException broken) {
    return RosterException.builder(ErrorCode.INVALID_ARGUMENT, driver.provider(), method)
        .message("%s: %s; nothing was sent".formatted(method.methodName(), broken.getMessage()))
        .cause(broken)
        .build();
  }

  /**
   * A call that an executor has not begun.
   *
   * @param method the client's method
   * @param refused what the executor threw
   * @return the error to throw
   */
  public RosterException notBegun(ClientMethod method, Throwable refused) {
    return RosterException.builder(ErrorCode.UNAVAILABLE, driver.provider(), method)
        .message(
            ("%s was not begun, because the executor has no thread for it (%s). Nothing was sent."
                 + " Retry the call when fewer are under way, or use an executor with more room.")
                .formatted(method.methodName(), refused.getClass().getName()))
        .cause(refused)
        .build();
  }

  /**
   * What a request fails with after an earlier one about the same may have been applied.
   *
   * @param method the client's method
   * @param failed what the later request failed with
   * @return the error to throw
   */
  public RosterException afterOpenRequest(ClientMethod method, RosterException failed) {
    return RosterException.builder(failed.code(), driver.provider(), method)
        .message("after a request that may have been applied, " + failed.getMessage())
        .outcome(Outcome.UNKNOWN)
        .attempts(failed.attempts())
        .cause(failed)
        .build();
  }

  /**
   * What a call fails with; a failure behind it is kept as a suppressed one.
   *
   * @param call the call
   * @param failed the request that it fails with
   * @return the error to throw
   */
  public RosterException exception(CallAccount call, RequestFailed failed) {
    ErrorDescription failure = failed.description();
    RosterException exception =
        RosterException.builder(failure.code(), call.info().provider(), call.method())
            .message(message(call, failed))
            .outcome(call.outcome())
            .attempts(call.attempts())
            .providerCode(failure.providerCode().orElse(null))
            .requestId(failure.requestId().orElse(null))
            .retryAfter(failure.retryAfter().orElse(null))
            .missing(failure.missing())
            .cause(CleanedError.of(failed.getCause(), text))
            .nativeError(failed.getCause())
            .build();
    for (Throwable behind : failed.getSuppressed()) {
      if (behind instanceof RequestFailed other) {
        exception.addSuppressed(exception(call, other));
      }
    }
    return exception;
  }

  /**
   * What listeners are notified of where the caller gets an error that is none of a service.
   *
   * @param call the call
   * @param broken what the caller gets
   * @return the same as an exception of this library
   */
  public RosterException unexpected(CallAccount call, Throwable broken) {
    ErrorDescription failure =
        ErrorDescription.builder(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED)
            .message("unexpectedly, with " + broken.getClass().getName())
            .build();
    return exception(call, new RequestFailed(failure, null, broken));
  }

  private static String message(CallAccount call, RequestFailed failed) {
    ErrorDescription failure = failed.description();
    StringBuilder text = new StringBuilder();
    text.append(call.info().operation())
        .append(" of ")
        .append(call.words())
        .append(" on ")
        .append(call.info().provider());
    text.append(" failed: ").append(failure.code());
    failure.providerCode().ifPresent(code -> text.append(" (").append(code).append(')'));
    failure.message().ifPresent(words -> text.append(": ").append(words));
    text.append(" [").append(call.attempts());
    text.append(call.attempts() == 1 ? " attempt in " : " attempts in ");
    text.append(ReadableTime.of(call.elapsed()));
    failure.requestId().ifPresent(id -> text.append(", request id ").append(id));
    failure
        .retryAfter()
        .ifPresent(wait -> text.append(", retry after ").append(ReadableTime.of(wait)));
    text.append("] ");
    if (failed.gaveUpBecause() != null) {
      text.append("Gave up because ").append(failed.gaveUpBecause()).append(". ");
    }
    return text.append(changed(call.outcome())).append(failure.code().advice()).toString();
  }

  private static String changed(Outcome outcome) {
    return switch (outcome) {
      case NOT_SENT -> "Nothing was sent. ";
      case NOT_APPLIED -> "";
      case UNKNOWN -> "The change may or may not have been made. ";
    };
  }
}
