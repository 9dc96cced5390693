package dev.roster.spring.autoconfigure;

/** A client cannot be opened as it is configured. */
final class InvalidClientException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  InvalidClientException(String message) {
    super(message);
  }

  InvalidClientException(String client, IllegalArgumentException refused) {
    super(
        "The Roster client '%s' cannot be opened: %s".formatted(client, refused.getMessage()),
        refused);
  }
}
