package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Signs one request, sends it once and reads its reply. */
final class Exchange {

  private final OkHttpClient client;
  private final SignedRequests requests;
  private final HuaweiCredentialsProvider credentials;
  private final SigningClock clock;
  private final TransportFailure transport;

  Exchange(
      OkHttpClient client,
      SignedRequests requests,
      HuaweiCredentialsProvider credentials,
      SigningClock clock) {
    this.client = client;
    this.requests = requests;
    this.credentials = credentials;
    this.clock = clock;
    this.transport = new TransportFailure(requests.host());
  }

  /** Makes a result of a successful reply's body. */
  @FunctionalInterface
  interface ReplyReader<T> {
    T read(InputStream body) throws BadReplyException, IOException;
  }

  <T> T send(ApiRequest request, AttemptContext attempt, ReplyReader<T> reader) throws Exception {
    HuaweiCredentials keys = currentKeys();
    AttemptTrace trace = new AttemptTrace();
    Call call = client.newCall(signed(request, keys));
    call.addEventListener(trace);
    attempt.onAbort(call::cancel);
    try (Response response = call.execute()) {
      String requestId = ErrorReply.requestId(response.headers());
      if (requestId != null) {
        attempt.requestId(requestId);
      }
      if (!response.isSuccessful()) {
        throw refusal(ErrorReply.read(request, response, keys, clock.localTime()));
      }
      return read(response, reader, requestId);
    } catch (HuaweiServiceException | AttemptException understood) {
      throw understood;
    } catch (Exception failure) {
      keepInterrupt(failure);
      throw transport.describe(failure, trace.reach(), null);
    }
  }

  private HuaweiCredentials currentKeys() throws AttemptException {
    try {
      return Objects.requireNonNull(credentials.credentials());
    } catch (RuntimeException failure) {
      throw new AttemptException(
          ErrorCode.UNAUTHENTICATED,
          Reach.NOT_SENT,
          CredentialsFailure.describe(failure),
          null,
          failure);
    }
  }

  private Request signed(ApiRequest request, HuaweiCredentials keys) throws AttemptException {
    try {
      return requests.sign(request, keys, clock.now());
    } catch (RuntimeException failure) {
      throw new AttemptException(
          ErrorCode.UNKNOWN, Reach.NOT_SENT, "the request could not be signed", null, failure);
    }
  }

  private HuaweiServiceException refusal(ErrorReply reply) {
    Instant serverTime = ClockSkew.isIn(reply) ? ClockSkew.serverTime(reply) : null;
    if (serverTime != null) {
      clock.correctTo(serverTime);
    }
    return new HuaweiServiceException(reply);
  }

  private <T> T read(Response response, ReplyReader<T> reader, @Nullable String requestId)
      throws AttemptException {
    try (InputStream body =
        new CappedInputStream(response.body().byteStream(), CappedInputStream.REPLY_CAP)) {
      return reader.read(body);
    } catch (BadReplyException | IOException failure) {
      throw transport.describe(failure, Reach.MAYBE_APPLIED, requestId);
    } catch (IllegalArgumentException impossibleId) {
      BadReplyException bad = new BadReplyException("the reply holds an impossible identifier");
      throw transport.describe(bad, Reach.MAYBE_APPLIED, requestId);
    }
  }

  /** OkHttp waits for connections in a way that consumes the interrupt, and declares nothing. */
  private static void keepInterrupt(Exception failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
  }
}
