package dev.roster.emulator;

import dev.roster.memory.MemoryStoreException;
import java.util.Optional;
import java.util.Set;

/** AWS JSON 1.1 as the identity store speaks it: one path, the operation in a header. */
final class AwsProtocol implements WireProtocol {

  private static final String TARGET_PREFIX = "AWSIdentityStore.";

  private final AwsOperations operations;
  private final AwsErrors errors;
  private final SignatureVerifier verifier;

  AwsProtocol(Stores stores, SignatureVerifier verifier, Set<AlternativeAnswer> alternatives) {
    Set<AlternativeAnswer> answers = Set.copyOf(alternatives);
    this.errors = new AwsErrors(answers);
    this.operations = new AwsOperations(stores, errors, answers);
    this.verifier = verifier;
  }

  @Override
  public Protocol protocol() {
    return Protocol.AWS;
  }

  @Override
  public Optional<WireCall> route(WireRequest request) {
    if (!request.method().equals("POST") || !request.path().equals("/")) {
      return Optional.empty();
    }
    return request
        .header("x-amz-target")
        .filter(target -> target.startsWith(TARGET_PREFIX))
        .flatMap(target -> operations.call(target.substring(TARGET_PREFIX.length()), request));
  }

  @Override
  public void verify(WireRequest request) throws SignatureRejectedException {
    if (request.isBodyTooLarge()) {
      throw AwsRefusal.tooLarge(errors);
    }
    verifier.verify(request);
    if (request.isEncoded()) {
      throw AwsRefusal.unreadable(errors, "the body must not be compressed");
    }
  }

  @Override
  public Reply refused(MemoryStoreException refusal, String requestId) {
    return errors.refused(refusal, requestId);
  }

  @Override
  public Reply invalid(String message, String requestId) {
    return errors.invalid(message, requestId);
  }

  @Override
  public Reply unauthenticated(SignatureRejectedException rejection, String requestId) {
    return errors.unauthenticated(rejection, requestId);
  }

  @Override
  public Reply noSuchOperation(String requestId) {
    return errors.noSuchOperation(requestId);
  }

  @Override
  public Reply complete(Reply reply, String requestId) {
    return reply
        .header("Content-Type", "application/x-amz-json-1.1")
        .header("x-amzn-RequestId", requestId);
  }
}
