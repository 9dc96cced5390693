package dev.roster.emulator.internal.aws;

import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.Protocol;
import dev.roster.emulator.internal.exchange.CloudProtocol;
import dev.roster.emulator.internal.signature.SignatureRejectedException;
import dev.roster.emulator.internal.signature.SignatureVerifier;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** AWS JSON 1.1 as the identity store speaks it: one path, the operation in a header. */
public final class AwsProtocol implements CloudProtocol {

  private static final String TARGET_PREFIX = "AWSIdentityStore.";

  private final Operations operations;
  private final Errors errors;
  private final SignatureVerifier verifier;

  public AwsProtocol(
      Stores stores,
      SignatureVerifier verifier,
      Set<AlternativeBehavior> alternatives,
      @Nullable String primaryRegion) {
    Set<AlternativeBehavior> behaviors = Set.copyOf(alternatives);
    this.errors = new Errors(behaviors);
    boolean named = !behaviors.contains(AlternativeBehavior.AWS_REPLICA_HIDES_PRIMARY);
    this.operations =
        new Operations(
            stores, errors, behaviors, new Replica(primaryRegion, errors::notPrimary, named));
    this.verifier = verifier;
  }

  @Override
  public Protocol protocol() {
    return Protocol.AWS;
  }

  @Override
  public Optional<WireCall> route(Request request) {
    if (!request.method().equals("POST") || !request.path().equals("/")) {
      return Optional.empty();
    }
    return request
        .header("x-amz-target")
        .filter(target -> target.startsWith(TARGET_PREFIX))
        .flatMap(target -> operations.call(target.substring(TARGET_PREFIX.length()), request));
  }

  @Override
  public void verify(Request request) throws SignatureRejectedException {
    if (request.isBodyTooLarge()) {
      throw errors.tooLarge();
    }
    verifier.verify(request);
    if (request.isEncoded()) {
      throw errors.unreadable("the body must not be compressed");
    }
  }

  @Override
  public Response refused(MemoryStoreException refusal, String requestId) {
    return errors.refused(refusal, requestId);
  }

  @Override
  public Response invalid(String message, String requestId) {
    return errors.invalid(message, requestId);
  }

  @Override
  public Response unauthenticated(SignatureRejectedException rejection, String requestId) {
    return errors.unauthenticated(rejection, requestId);
  }

  @Override
  public Response noSuchOperation(String requestId) {
    return errors.noSuchOperation(requestId);
  }

  @Override
  public Response complete(Response response, String requestId) {
    return response
        .header("Content-Type", "application/x-amz-json-1.1")
        .header("x-amzn-RequestId", requestId);
  }
}
