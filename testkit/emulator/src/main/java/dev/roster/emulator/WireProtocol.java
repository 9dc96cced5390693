package dev.roster.emulator;

import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreOperation;
import java.util.Optional;

/** One cloud's way of speaking. */
interface WireProtocol {

  Protocol protocol();

  /** Which operation a request asks for; empty where there is none such. */
  Optional<WireCall> route(WireRequest request);

  void verify(WireRequest request) throws SignatureRejectedException;

  Reply refused(MemoryStoreException refusal, String requestId);

  Reply invalid(String message, String requestId);

  Reply unauthenticated(SignatureRejectedException rejection, String requestId);

  Reply noSuchOperation(String requestId);

  /** Adds the headers that every reply of the service has. */
  Reply complete(Reply reply, String requestId);

  /** An operation that a request asks for. */
  record WireCall(StoreOperation operation, Action action) {}

  /** Reads the request, carries it out and renders the reply. */
  @FunctionalInterface
  interface Action {
    Reply run() throws Exception;
  }
}
