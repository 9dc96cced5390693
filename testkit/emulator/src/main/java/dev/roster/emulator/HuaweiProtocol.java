package dev.roster.emulator;

import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.InvalidInputException;
import java.util.Optional;
import java.util.Set;

/** The Huawei Cloud REST protocol of the identity store. */
final class HuaweiProtocol implements WireProtocol {

  private final Stores stores;
  private final HuaweiOperations operations;
  private final HuaweiErrors errors;
  private final SignatureVerifier verifier;

  HuaweiProtocol(Stores stores, SignatureVerifier verifier, Set<AlternativeAnswer> alternatives) {
    Set<AlternativeAnswer> answers = Set.copyOf(alternatives);
    this.stores = stores;
    this.operations = new HuaweiOperations(answers);
    this.errors = new HuaweiErrors(answers);
    this.verifier = verifier;
  }

  @Override
  public Protocol protocol() {
    return Protocol.HUAWEI;
  }

  @Override
  public Optional<WireCall> route(WireRequest request) {
    return HuaweiRoute.of(request)
        .map(
            route ->
                new WireCall(route.operation(), () -> operations.run(route.call(request, stores))));
  }

  @Override
  public void verify(WireRequest request) throws SignatureRejectedException {
    if (request.isBodyTooLarge()) {
      throw new HuaweiRefusal(
          errors,
          HuaweiCode.TOO_LARGE,
          "a body has at most %d bytes".formatted(HttpBody.MAX_BYTES));
    }
    verifier.verify(request);
    if (request.isEncoded()) {
      throw new InvalidInputException("the body must not be compressed");
    }
  }

  @Override
  public Reply refused(MemoryStoreException refusal, String requestId) {
    return errors.refused(refusal, requestId);
  }

  @Override
  public Reply invalid(String message, String requestId) {
    return errors.reply(HuaweiCode.INVALID, message, requestId);
  }

  @Override
  public Reply unauthenticated(SignatureRejectedException rejection, String requestId) {
    return errors.reply(
        HuaweiCode.UNAUTHENTICATED, String.valueOf(rejection.getMessage()), requestId);
  }

  @Override
  public Reply noSuchOperation(String requestId) {
    return errors.reply(HuaweiCode.NO_SUCH_API, "", requestId);
  }

  @Override
  public Reply complete(Reply reply, String requestId) {
    Reply complete = reply.header("X-Request-Id", requestId);
    return reply.hasBody() ? complete.header("Content-Type", "application/json") : complete;
  }
}
