package dev.roster.huawei.internal.json;

import org.jspecify.annotations.Nullable;

/** A successful response that cannot be understood. */
public final class InvalidResponseException extends Exception {

  private static final long serialVersionUID = 1L;

  public InvalidResponseException(String message) {
    super(message);
  }

  public InvalidResponseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
