package dev.roster.huawei.internal.driver;

import dev.roster.ErrorCode;
import dev.roster.directory.OneTimePassword;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.credentials.CredentialsSupply;
import dev.roster.huawei.internal.credentials.Secrets;
import dev.roster.huawei.internal.http.AttemptException;
import dev.roster.huawei.internal.http.AttemptTrace;
import dev.roster.huawei.internal.http.CappedInputStream;
import dev.roster.huawei.internal.http.Causes;
import dev.roster.huawei.internal.http.TransportFailure;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.signing.SigningClock;
import dev.roster.spi.AttemptContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Signs one request, sends it once and reads its response. */
public final class Exchange implements AutoCloseable {

  private final OkHttpClient client;
  private final SignedRequests requests;
  private final CredentialsSupply credentials;
  private final SigningClock clock;
  private final TransportFailure transport;
  private final ServiceErrors errors;
  private final Secrets secrets = new Secrets();

  public Exchange(
      OkHttpClient client,
      SignedRequests requests,
      CredentialsSupply credentials,
      SigningClock clock,
      TransportFailure transport,
      ServiceErrors errors) {
    this.client = client;
    this.requests = requests;
    this.credentials = credentials;
    this.clock = clock;
    this.transport = transport;
    this.errors = errors;
  }

  /** Makes a result of a successful response's body. */
  @FunctionalInterface
  interface ResponseReader<T> {
    T read(InputStream body) throws InvalidResponseException, IOException;
  }

  /** A native client for one attempt, and what becomes of its request. */
  NativeExchange nativeExchange(AttemptContext attempt) {
    return new NativeExchange(this, attempt);
  }

  OkHttpClient client() {
    return client;
  }

  SignedRequests requests() {
    return requests;
  }

  TransportFailure transport() {
    return transport;
  }

  /** Signs what the application asks for. */
  Request signed(Request given, ApiRequest request, AttemptContext attempt)
      throws AttemptException {
    HuaweiCredentials keys = credentials.credentials(attempt);
    secrets.remember(keys);
    return signed(() -> requests.sign(given, request, keys, clock.now()));
  }

  <T> T send(ApiRequest request, AttemptContext attempt, ResponseReader<T> reader)
      throws AttemptException {
    Request signed = signed(request, credentials.credentials(attempt));
    attempt.server(signed.url().host(), signed.url().port());
    Call call = client.newCall(signed);
    AttemptTrace trace = new AttemptTrace();
    call.addEventListener(trace);
    attempt.onAbort(call::cancel);
    try (Response response = call.execute()) {
      return read(request, response, reader, noted(response, attempt));
    } catch (AttemptException understood) {
      throw understood;
    } catch (Exception failure) {
      keepInterrupt(failure);
      throw transport.describe(failure, trace);
    }
  }

  private Request signed(ApiRequest request, HuaweiCredentials keys) throws AttemptException {
    secrets.remember(keys);
    return signed(() -> requests.sign(request, keys, clock.now()));
  }

  private static Request signed(Supplier<Request> signing) throws AttemptException {
    try {
      return signing.get();
    } catch (RuntimeException failure) {
      String why = failure instanceof IllegalArgumentException ? ": " + failure.getMessage() : "";
      throw AttemptException.notSent(
          ErrorCode.UNKNOWN, "the request could not be signed" + why, failure);
    }
  }

  /** OkHttp waits for connections in a way that consumes the interrupt, and declares nothing. */
  static void keepInterrupt(Exception failure) {
    if (Causes.find(failure, InterruptedException.class) != null) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the request id, which is told to the attempt as well. */
  @Nullable String noted(Response response, AttemptContext attempt) {
    attempt.httpStatus(response.code());
    String requestId = ErrorResponse.requestId(response.headers());
    if (requestId != null) {
      attempt.requestId(secrets.redact(requestId));
    }
    return requestId;
  }

  private <T> T read(
      ApiRequest request, Response response, ResponseReader<T> reader, @Nullable String requestId)
      throws AttemptException {
    try {
      if (!response.isSuccessful()) {
        throw refusal(request, response);
      }
      requireProof(request, requestId);
      return result(response, reader);
    } catch (InvalidResponseException | IOException failure) {
      throw transport.unreadable(failure, response.code(), requestId);
    }
  }

  AttemptException refusal(ApiRequest request, Response response) throws IOException {
    ErrorResponse error = ErrorResponse.read(request, response, clock.now(), secrets);
    Instant serverTime = ClockSkew.isIn(error) ? ClockSkew.serverTime(error) : null;
    if (serverTime != null) {
      clock.correctTo(serverTime);
    }
    return new AttemptException(
        ErrorDescriber.describe(error),
        errors.of(error.status(), error.providerCode(), error.requestId(), error.summary()));
  }

  /** What says nothing but its status could come from any proxy: only its request id proves it. */
  private static void requireProof(ApiRequest request, @Nullable String requestId)
      throws InvalidResponseException {
    requireProof(request.hasNoContent(), requestId);
  }

  static void requireProof(boolean hasNoContent, @Nullable String requestId)
      throws InvalidResponseException {
    if (requestId == null && hasNoContent) {
      throw new InvalidResponseException("the response has no request id that shows whose it is");
    }
  }

  private static <T> T result(Response response, ResponseReader<T> reader)
      throws InvalidResponseException, IOException {
    try (InputStream body = CappedInputStream.of(response)) {
      return reader.read(body);
    } catch (IllegalArgumentException impossibleId) {
      throw new InvalidResponseException("the response holds an impossible identifier");
    }
  }

  /** Keeps a password that the service made out of all texts to come. */
  void keepSecret(OneTimePassword made) {
    secrets.remember(made);
  }

  /** The text without what requests were signed with, and without passwords. */
  String redact(String text) {
    return secrets.redact(text);
  }

  /** Ends waits for credentials, and the thread that fetches them. */
  @Override
  public void close() {
    credentials.close();
  }
}
