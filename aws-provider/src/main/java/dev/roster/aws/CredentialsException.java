package dev.roster.aws;

import org.jspecify.annotations.Nullable;

/** No credentials could be had; the cause is what the provider of credentials threw. */
final class CredentialsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CredentialsException(String lookedIn, @Nullable Throwable cause) {
    super("no credentials: looked in " + lookedIn, cause);
  }
}
