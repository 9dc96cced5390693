package dev.roster.emulator.internal.exchange;

import dev.roster.emulator.Protocol;
import dev.roster.emulator.internal.signature.SignatureRejectedException;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreOperation;
import java.util.Optional;

/** One cloud's way of speaking. */
public interface CloudProtocol {

  Protocol protocol();

  /** Which operation a request asks for; empty where there is none such. */
  Optional<WireCall> route(Request request);

  void verify(Request request) throws SignatureRejectedException;

  Response refused(MemoryStoreException refusal, String requestId);

  Response invalid(String message, String requestId);

  Response unauthenticated(SignatureRejectedException rejection, String requestId);

  Response noSuchOperation(String requestId);

  /** Adds the headers that every response of the service has. */
  Response complete(Response response, String requestId);

  /** An operation that a request asks for. */
  record WireCall(StoreOperation operation, Action action) {}

  /** Reads the request, carries it out and renders the response. */
  @FunctionalInterface
  interface Action {
    Response run() throws Exception;
  }
}
