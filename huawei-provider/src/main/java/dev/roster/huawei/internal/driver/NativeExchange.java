package dev.roster.huawei.internal.driver;

import dev.roster.ErrorCode;
import dev.roster.huawei.internal.http.AttemptException;
import dev.roster.huawei.internal.http.AttemptTrace;
import dev.roster.huawei.internal.http.Causes;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The one request of one attempt of a native call. It is an interceptor, because only there does
 * every way of OkHttp to send a request pass by, cloned calls included: what is signed goes to the
 * service and to no other host, on the thread of the attempt and before its end, and once.
 */
final class NativeExchange implements Interceptor {

  private final Exchange exchange;
  private final AttemptContext attempt;
  private final Thread thread = Thread.currentThread();
  private volatile boolean ended;
  private boolean requested;
  private Reach leastReach = Reach.NOT_SENT;
  private @Nullable AttemptException failure;

  NativeExchange(Exchange exchange, AttemptContext attempt) {
    this.exchange = exchange;
    this.attempt = attempt;
  }

  /** The native client. */
  Call.Factory calls() {
    return new Calls(exchange.client().newBuilder().addInterceptor(this).build());
  }

  /** Hides a client, of which another could be made that signs nothing. */
  private record Calls(OkHttpClient client) implements Call.Factory {

    @Override
    public Call newCall(Request request) {
      return client.newCall(request);
    }

    @Override
    public String toString() {
      return "a native call's factory";
    }
  }

  /** Nothing is sent after the function has returned. */
  void end() {
    ended = true;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request given = chain.request();
    requirePermitted(given);
    requested = true;
    ApiRequest request = NativeRequests.read(given);
    Request signed = signed(given, request);
    return received(request, sent(chain, signed));
  }

  private void requirePermitted(Request given) throws IOException {
    if (!exchange.requests().isTheServices(given.url())) {
      throw refused(
          "a native call is signed for %s alone, and the request is for %s"
              .formatted(exchange.requests().address(), given.url().host()));
    }
    if (ended || Thread.currentThread() != thread) {
      throw refused("a native call makes its request in its function, and on that one's thread");
    }
    if (requested) {
      throw refused("a native call makes one request: use a native call for each");
    }
  }

  private static IOException refused(String why) {
    AttemptException refusal =
        AttemptException.notSent(ErrorCode.INVALID_ARGUMENT, why + "; it was not sent", null);
    return new IOException(refusal.getMessage(), refusal);
  }

  private Request signed(Request given, ApiRequest request) throws IOException {
    try {
      return exchange.signed(given, request, attempt);
    } catch (AttemptException unsigned) {
      throw new IOException(unsigned.getMessage(), unsigned);
    }
  }

  private Response sent(Chain chain, Request signed) throws IOException {
    AttemptTrace trace = new AttemptTrace();
    chain.call().addEventListener(trace);
    attempt.server(signed.url().host(), signed.url().port());
    attempt.onAbort(chain.call()::cancel);
    try {
      return chain.proceed(signed);
    } catch (IOException | RuntimeException lost) {
      Exchange.keepInterrupt(lost);
      remember(exchange.transport().describe(lost, trace));
      throw lost;
    }
  }

  /** A success as it is but for its body, which is here; another response as an exception. */
  private Response received(ApiRequest request, Response response) throws IOException {
    String requestId = exchange.noted(response, attempt);
    try (response) {
      leastReach = response.isSuccessful() ? Reach.MAYBE_APPLIED : Reach.REFUSED;
      if (!response.isSuccessful()) {
        throw remember(exchange.refusal(request, response));
      }
      return NativeRequests.whole(response, requestId);
    } catch (InvalidResponseException broken) {
      remember(exchange.transport().unreadable(broken, response.code(), requestId));
      throw new IOException(broken.getMessage(), broken);
    } catch (IOException broken) {
      if (failure == null) {
        remember(exchange.transport().unreadable(broken, response.code(), requestId));
      }
      throw broken;
    }
  }

  /** Keeps a failure, and returns what OkHttp can throw of it. */
  private IOException remember(AttemptException described) {
    failure = described;
    return described.getCause() instanceof IOException cause
        ? cause
        : new IOException(described.getMessage(), described);
  }

  /** What the driver throws where the function has thrown. */
  AttemptException judged(Exception thrown) {
    ErrorDescription said = described(thrown);
    return new AttemptException(said.toBuilder().reach(reach(said.reach())).build(), thrown);
  }

  private ErrorDescription described(Exception thrown) {
    AttemptException known = Causes.find(thrown, AttemptException.class);
    if (known != null) {
      return known.description();
    }
    if (failure != null && isBehind(thrown, failure.getCause())) {
      return failure.description();
    }
    return ErrorDescription.builder(ErrorCode.UNKNOWN, leastReach)
        .message("the function of the native call failed with " + thrown.getClass().getName())
        .build();
  }

  private static boolean isBehind(Exception thrown, @Nullable Throwable cause) {
    return cause != null && Causes.has(thrown, cause);
  }

  /**
   * A function that has had its response, and then fails, may have changed something; one that was
   * refused, and then fails without a further request, has sent something.
   */
  private Reach reach(Reach ofFailure) {
    return switch (leastReach) {
      case NOT_SENT -> ofFailure;
      case REFUSED -> ofFailure == Reach.NOT_SENT ? Reach.MAYBE_APPLIED : ofFailure;
      case MAYBE_APPLIED -> Reach.MAYBE_APPLIED;
    };
  }
}
