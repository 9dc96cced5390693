package dev.roster.huawei.internal.requests;

import dev.roster.Operation;
import dev.roster.huawei.internal.attributes.PersonalTexts;
import dev.roster.huawei.internal.signing.RequestTarget;

/** One request of the identity store's interface, not yet signed. Immutable. */
public final class ApiRequest {

  private static final byte[] NO_BODY = {};

  private final Operation operation;
  private final String method;
  private final RequestTarget target;
  private final byte[] body;
  private final PersonalTexts personal;
  private final boolean guessing;

  private ApiRequest(Operation operation, String method, RequestTarget target, byte[] body) {
    this(operation, method, target, body, PersonalTexts.NONE, false);
  }

  private ApiRequest(
      Operation operation,
      String method,
      RequestTarget target,
      byte[] body,
      PersonalTexts personal,
      boolean guessing) {
    this.operation = operation;
    this.method = method;
    this.target = target;
    this.body = body;
    this.personal = personal;
    this.guessing = guessing;
  }

  public static ApiRequest get(Operation operation, RequestTarget target) {
    return new ApiRequest(operation, "GET", target, NO_BODY);
  }

  public static ApiRequest delete(Operation operation, RequestTarget target) {
    return new ApiRequest(operation, "DELETE", target, NO_BODY);
  }

  public static ApiRequest put(Operation operation, RequestTarget target, byte[] body) {
    return new ApiRequest(operation, "PUT", target, body);
  }

  /** The body is kept, not copied. */
  public static ApiRequest post(Operation operation, RequestTarget target, byte[] body) {
    return new ApiRequest(operation, "POST", target, body);
  }

  /** A request that the application made; what its response is about, only that knows. */
  public static ApiRequest ofApplication(String method, RequestTarget target, byte[] body) {
    return new ApiRequest(Operation.NATIVE_READ, method, target, body);
  }

  /** This, as one that says something of a person. */
  public ApiRequest saying(PersonalTexts texts) {
    return new ApiRequest(operation, method, target, body, texts, guessing);
  }

  /** This, as one with a spelling in its body that no document shows. */
  public ApiRequest guessingSpelling() {
    return new ApiRequest(operation, method, target, body, personal, true);
  }

  Operation operation() {
    return operation;
  }

  public PersonalTexts personal() {
    return personal;
  }

  public boolean isGuessingSpelling() {
    return guessing;
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
  public boolean continuesListing() {
    return target.query().contains("marker=");
  }

  /** Whether a success has nothing to say but that it is one. */
  public boolean hasNoContent() {
    return method.equals("DELETE") || method.equals("PUT");
  }

  boolean hasBody() {
    return body.length > 0;
  }
}
