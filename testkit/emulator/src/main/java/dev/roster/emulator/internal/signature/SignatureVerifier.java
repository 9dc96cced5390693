package dev.roster.emulator.internal.signature;

import dev.roster.emulator.internal.wire.Request;

/** Checks that a request is signed with an accepted key. */
@FunctionalInterface
public interface SignatureVerifier {

  /** Accepts everything, for clients that cannot sign. */
  SignatureVerifier OFF = request -> {};

  void verify(Request request) throws SignatureRejectedException;
}
