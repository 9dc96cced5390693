package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.Protocol;
import dev.roster.emulator.internal.exchange.CloudProtocol;
import dev.roster.emulator.internal.signature.SignatureRejectedException;
import dev.roster.emulator.internal.signature.SignatureVerifier;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.InvalidInputException;
import java.util.Optional;
import java.util.Set;

/** The Huawei Cloud REST protocol of the identity store. */
public final class HuaweiProtocol implements CloudProtocol {

  private final Stores stores;
  private final Operations operations;
  private final Errors errors;
  private final SignatureVerifier verifier;

  public HuaweiProtocol(
      Stores stores, SignatureVerifier verifier, Set<AlternativeBehavior> alternatives) {
    Set<AlternativeBehavior> behaviors = Set.copyOf(alternatives);
    this.stores = stores;
    this.operations = new Operations(behaviors);
    this.errors = new Errors(behaviors);
    this.verifier = verifier;
  }

  @Override
  public Protocol protocol() {
    return Protocol.HUAWEI;
  }

  @Override
  public Optional<WireCall> route(Request request) {
    return Route.of(request)
        .map(
            route ->
                new WireCall(route.operation(), () -> operations.run(route.call(request, stores))));
  }

  @Override
  public void verify(Request request) throws SignatureRejectedException {
    if (request.isBodyTooLarge()) {
      throw errors.tooLarge();
    }
    verifier.verify(request);
    if (request.isEncoded()) {
      throw new InvalidInputException("the body must not be compressed");
    }
  }

  @Override
  public Response refused(MemoryStoreException refusal, String requestId) {
    return errors.refused(refusal, requestId);
  }

  @Override
  public Response invalid(String message, String requestId) {
    return errors.response(ErrorNumber.INVALID, message, requestId);
  }

  @Override
  public Response unauthenticated(SignatureRejectedException rejection, String requestId) {
    return errors.response(
        ErrorNumber.UNAUTHENTICATED, String.valueOf(rejection.getMessage()), requestId);
  }

  @Override
  public Response noSuchOperation(String requestId) {
    return errors.response(ErrorNumber.NO_SUCH_API, "", requestId);
  }

  @Override
  public Response complete(Response response, String requestId) {
    Response complete = response.header("X-Request-Id", requestId);
    return response.hasBody() ? complete.header("Content-Type", "application/json") : complete;
  }
}
