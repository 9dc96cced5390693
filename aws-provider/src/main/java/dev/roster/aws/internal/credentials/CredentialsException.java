package dev.roster.aws.internal.credentials;

import org.jspecify.annotations.Nullable;

/** No credentials could be had; the cause is what the provider of credentials threw. */
public final class CredentialsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CredentialsException(String lookedIn, @Nullable Throwable cause) {
    super("no credentials: looked in " + lookedIn, cause);
  }
}
