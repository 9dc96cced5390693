package dev.roster.internal;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one place where a raw failure becomes a description, and a description an exception. */
final class Failures {

  private Failures() {}

  static ErrorDescription describe(MembershipDriver driver, Exception raw) {
    if (raw instanceof InvalidInputException invalid) {
      return ErrorDescription.builder(ErrorCode.INVALID_ARGUMENT, Reach.NOT_SENT)
          .message(invalid.getMessage())
          .build();
    }
    if (raw instanceof AttemptAbortedException aborted) {
      return describeAborted(beforeAbort(driver, aborted), aborted.reason());
    }
    return ask(driver, raw);
  }

  private static ErrorDescription beforeAbort(
      MembershipDriver driver, AttemptAbortedException aborted) {
    Throwable thrown = aborted.getCause();
    return thrown == null
        ? ErrorDescription.of(ErrorCode.UNKNOWN, Reach.NOT_SENT)
        : ask(driver, thrown);
  }

  /** A driver that breaks its promise and throws here must not hide the failure itself. */
  private static ErrorDescription ask(MembershipDriver driver, Throwable raw) {
    try {
      return Objects.requireNonNull(driver.describe(raw), "a driver described a failure as null");
    } catch (RuntimeException broken) {
      if (broken != raw) {
        raw.addSuppressed(broken);
      }
      return ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
    }
  }

  /** An attempt whose service had answered before the abort is judged by the answer. */
  private static ErrorDescription describeAborted(ErrorDescription driverSays, AbortReason why) {
    if (driverSays.reach() == Reach.REFUSED) {
      return driverSays;
    }
    return switch (why) {
      case INTERRUPTED -> aborted(ErrorCode.CANCELLED, "the thread was interrupted", driverSays);
      case EXPIRED -> aborted(ErrorCode.TIMEOUT, "no reply came in time", driverSays);
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

  /** What the driver threw; null where it was not asked. */
  static @Nullable Throwable cause(Exception raw) {
    return raw instanceof AttemptAbortedException ? raw.getCause() : raw;
  }

  static RosterException exception(
      Call call,
      ErrorDescription failure,
      @Nullable String gaveUpBecause,
      @Nullable Throwable cause) {
    return RosterException.builder(failure.code(), call.info().provider(), call.info().operation())
        .message(message(call, failure, gaveUpBecause))
        .outcome(call.outcome())
        .attempts(call.attempts())
        .providerCode(failure.providerCode().orElse(null))
        .requestId(failure.requestId().orElse(null))
        .retryAfter(failure.retryAfter().orElse(null))
        .missing(failure.missing())
        .cause(cause)
        .build();
  }

  /** What listeners are told where the caller gets an error that is none of a service. */
  static RosterException unexpected(Call call, Throwable broken) {
    ErrorDescription failure =
        ErrorDescription.builder(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED)
            .message("unexpectedly, with " + broken.getClass().getName())
            .build();
    return exception(call, failure, null, broken);
  }

  private static String message(
      Call call, ErrorDescription failure, @Nullable String gaveUpBecause) {
    StringBuilder text = new StringBuilder();
    text.append(call.info().operation())
        .append(" of ")
        .append(call.subject())
        .append(" on ")
        .append(call.info().provider());
    text.append(" failed: ").append(failure.code());
    failure.providerCode().ifPresent(code -> text.append(" (").append(code).append(')'));
    failure.message().ifPresent(words -> text.append(": ").append(words));
    text.append(" [").append(call.attempts());
    text.append(call.attempts() == 1 ? " attempt in " : " attempts in ");
    text.append(call.deadline().elapsed().toMillis()).append(" ms");
    failure.requestId().ifPresent(id -> text.append(", request id ").append(id));
    failure.retryAfter().ifPresent(wait -> text.append(", retry after ").append(wait));
    text.append("] ");
    if (gaveUpBecause != null) {
      text.append("Gave up because ").append(gaveUpBecause).append(". ");
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
