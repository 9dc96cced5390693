package dev.roster.internal.errors;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a stack trace for an error of a provider's library: its type, its cleaned message,
 * its stack and its causes. The error itself may quote a request with its secrets.
 */
final class CleanedError extends Exception {

  private static final long serialVersionUID = 1L;

  /** No library nests deeper for a reason; a chain that another party controls may. */
  private static final int DEEPEST = 16;

  /** The type of the original. */
  private final String type;

  private CleanedError(String type, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  static @Nullable Throwable of(@Nullable Throwable original, ForeignText text) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return copy(original, text, seen);
  }

  private static @Nullable Throwable copy(
      @Nullable Throwable original, ForeignText text, Set<Throwable> seen) {
    if (original == null || seen.size() >= DEEPEST || !seen.add(original)) {
      return null;
    }
    CleanedError copy =
        new CleanedError(
            original.getClass().getName(),
            text.message(original.getMessage()),
            copy(original.getCause(), text, seen));
    copy.setStackTrace(original.getStackTrace());
    for (Throwable suppressed : original.getSuppressed()) {
      Throwable cleaned = copy(suppressed, text, seen);
      if (cleaned != null) {
        copy.addSuppressed(cleaned);
      }
    }
    return copy;
  }

  /** As the original would begin its stack trace; its message is the original's alone. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return getMessage() == null ? type : type + ": " + getMessage();
  }
}
