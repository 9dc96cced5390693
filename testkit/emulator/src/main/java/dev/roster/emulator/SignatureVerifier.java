package dev.roster.emulator;

/** Checks that a request is signed with an accepted key. */
@FunctionalInterface
interface SignatureVerifier {

  /** Accepts everything, for clients that cannot sign. */
  SignatureVerifier OFF = request -> {};

  void verify(WireRequest request) throws SignatureRejectedException;
}
