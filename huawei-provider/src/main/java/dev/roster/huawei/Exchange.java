package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Signs one request, sends it once and reads its response. */
final class Exchange implements AutoCloseable {

  private final OkHttpClient client;
  private final SignedRequests requests;
  private final CredentialsSupply credentials;
  private final SigningClock clock;
  private final TransportFailure transport;
  private final Secrets secrets = new Secrets();

  Exchange(
      OkHttpClient client,
      SignedRequests requests,
      CredentialsSupply credentials,
      SigningClock clock,
      TransportFailure transport) {
    this.client = client;
    this.requests = requests;
    this.credentials = credentials;
    this.clock = clock;
    this.transport = transport;
  }

  /** Makes a result of a successful response's body. */
  @FunctionalInterface
  interface ReplyReader<T> {
    T read(InputStream body) throws BadReplyException, IOException;
  }

  <T> T send(ApiRequest request, AttemptContext attempt, ReplyReader<T> reader) throws Exception {
    HuaweiCredentials keys = credentials.credentials(attempt);
    secrets.remember(keys);
    AttemptTrace trace = new AttemptTrace();
    Call call = client.newCall(signed(request, keys));
    call.addEventListener(trace);
    attempt.onAbort(call::cancel);
    try (Response response = call.execute()) {
      String requestId = ErrorReply.requestId(response.headers());
      if (requestId != null) {
        attempt.requestId(secrets.redact(requestId));
      }
      if (!response.isSuccessful()) {
        throw refusal(request, response, requestId);
      }
      return read(response, reader, requestId);
    } catch (HuaweiServiceException | AttemptException understood) {
      throw understood;
    } catch (Exception failure) {
      keepInterrupt(failure);
      throw transport.describe(failure, trace);
    }
  }

  /** OkHttp waits for connections in a way that consumes the interrupt, and declares nothing. */
  private static void keepInterrupt(Exception failure) {
    if (Causes.find(failure, InterruptedException.class) != null) {
      Thread.currentThread().interrupt();
    }
  }

  private Request signed(ApiRequest request, HuaweiCredentials keys) throws AttemptException {
    try {
      return requests.sign(request, keys, clock.now());
    } catch (RuntimeException failure) {
      String why = failure instanceof IllegalArgumentException ? ": " + failure.getMessage() : "";
      throw new AttemptException(
          ErrorCode.UNKNOWN,
          Reach.NOT_SENT,
          "the request could not be signed" + why,
          null,
          failure);
    }
  }

  private HuaweiServiceException refusal(
      ApiRequest request, Response response, @Nullable String requestId) throws AttemptException {
    ErrorReply reply;
    try {
      reply = ErrorReply.read(request, response, clock.now(), secrets);
    } catch (IOException lost) {
      throw transport.unreadable(lost, response.code(), requestId);
    }
    Instant serverTime = ClockSkew.isIn(reply) ? ClockSkew.serverTime(reply) : null;
    if (serverTime != null) {
      clock.correctTo(serverTime);
    }
    return new HuaweiServiceException(reply);
  }

  private <T> T read(Response response, ReplyReader<T> reader, @Nullable String requestId)
      throws AttemptException {
    try (InputStream body =
        new CappedInputStream(
            response.body().byteStream(),
            CappedInputStream.REPLY_CAP,
            BodyReader.hasKnownEnd(response))) {
      return reader.read(body);
    } catch (BadReplyException | IOException failure) {
      throw transport.unreadable(failure, response.code(), requestId);
    } catch (IllegalArgumentException impossibleId) {
      BadReplyException bad = new BadReplyException("the response holds an impossible identifier");
      throw transport.unreadable(bad, response.code(), requestId);
    }
  }

  /** The text without what requests were signed with. */
  String redact(String text) {
    return secrets.redact(text);
  }

  /** Ends waits for credentials, and the thread that fetches them. */
  @Override
  public void close() {
    credentials.close();
  }
}
