package dev.roster.emulator;

/** A refusal that only one protocol knows, so that it brings its own reply. */
abstract class WireRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WireRefusal(String message) {
    super(message);
  }

  abstract Reply reply(String requestId);
}
