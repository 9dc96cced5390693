package dev.roster.aws;

/** No credentials could be had; the cause is what the provider of credentials threw. */
final class CredentialsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CredentialsException(String lookedIn, RuntimeException cause) {
    super("no credentials: looked in " + lookedIn, cause);
  }
}
