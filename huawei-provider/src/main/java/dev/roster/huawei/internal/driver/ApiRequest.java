package dev.roster.huawei.internal.driver;

import dev.roster.Operation;
import dev.roster.huawei.internal.signing.RequestTarget;

/** One request of the identity store's interface, not yet signed. Immutable. */
final class ApiRequest {

  private static final byte[] NO_BODY = {};

  private final Operation operation;
  private final String method;
  private final RequestTarget target;
  private final byte[] body;

  private ApiRequest(Operation operation, String method, RequestTarget target, byte[] body) {
    this.operation = operation;
    this.method = method;
    this.target = target;
    this.body = body;
  }

  static ApiRequest get(Operation operation, RequestTarget target) {
    return new ApiRequest(operation, "GET", target, NO_BODY);
  }

  static ApiRequest delete(Operation operation, RequestTarget target) {
    return new ApiRequest(operation, "DELETE", target, NO_BODY);
  }

  /** The body is kept, not copied. */
  static ApiRequest post(Operation operation, RequestTarget target, byte[] body) {
    return new ApiRequest(operation, "POST", target, body);
  }

  /** A request that the application made; what its response is about, only that knows. */
  static ApiRequest ofApplication(String method, RequestTarget target, byte[] body) {
    return new ApiRequest(Operation.NATIVE_READ, method, target, body);
  }

  Operation operation() {
    return operation;
  }

  String method() {
    return method;
  }

  RequestTarget target() {
    return target;
  }

  byte[] body() {
    return body;
  }

  /** Whether a page token is sent. Values are encoded, so that no value can hold the name. */
  boolean continuesListing() {
    return target.query().contains("marker=");
  }

  /** Whether a success has nothing to say but that it is one. */
  boolean hasNoContent() {
    return method.equals("DELETE");
  }

  boolean hasBody() {
    return body.length > 0;
  }
}
