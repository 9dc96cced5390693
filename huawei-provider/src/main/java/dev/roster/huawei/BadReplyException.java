package dev.roster.huawei;

import org.jspecify.annotations.Nullable;

/** A successful reply that cannot be understood. */
final class BadReplyException extends Exception {

  private static final long serialVersionUID = 1L;

  BadReplyException(String message) {
    super(message);
  }

  BadReplyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
