package dev.roster.aws.internal.http;

import dev.roster.aws.internal.attempt.CurrentAttempt;
import dev.roster.aws.internal.proof.ResponseBody;
import dev.roster.spi.AttemptContext;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One request that registers with its attempt how to end it. */
final class AbortableRequest implements ExecutableHttpRequest {

  private static final int PROXY_AUTHENTICATION = 407;

  private final ExecutableHttpRequest request;
  private final @Nullable NamedProxy proxy;
  private final RequestProgress progress;
  private final AttemptContext attempt;
  private final boolean endsResponses;
  private final Set<AbortableRequest> unfinished;
  private volatile @Nullable Thread caller;
  private volatile boolean underWay;
  private volatile boolean ended;

  /**
   * Makes a request.
   *
   * @param proxy the proxy that stands before it, to name it in an error
   * @param endsResponses whether an abort ends a response that is being read. The JDK's own client
   *     hands such a response to a thread that reads it to its end, and until then its reader
   *     waits: there, an abort does harm
   * @param unfinished the requests of the same client without a head yet; keeps this one in it
   */
  AbortableRequest(
      ExecutableHttpRequest request,
      @Nullable NamedProxy proxy,
      RequestProgress progress,
      AttemptContext attempt,
      boolean endsResponses,
      Set<AbortableRequest> unfinished) {
    this.request = request;
    this.proxy = proxy;
    this.progress = progress;
    this.attempt = attempt;
    this.endsResponses = endsResponses;
    this.unfinished = unfinished;
  }

  @Override
  public HttpExecuteResponse call() throws IOException {
    boolean whole = false;
    try {
      HttpExecuteResponse response = ResponseBody.whole(head());
      whole = true;
      return response;
    } finally {
      ended = true;
      if (!whole) {
        closeWhatIsLeft();
      }
    }
  }

  /**
   * The JDK's own client forgets a connection that it made after an abort, and one whose response
   * is not read to its end. On the thread that used it, an abort meets neither half made.
   */
  private void closeWhatIsLeft() {
    request.abort();
  }

  private HttpExecuteResponse head() throws IOException {
    begin();
    try {
      return received();
    } catch (IOException failure) {
      throw judged(failure);
    } finally {
      underWay = false;
      caller = null;
      unfinished.remove(this);
    }
  }

  private HttpExecuteResponse received() throws IOException {
    progress.requireNotAborted();
    HttpExecuteResponse response = progress.watching(request.call());
    requirePassed(response.httpResponse());
    attempt.httpStatus(response.httpResponse().statusCode());
    note(response.httpResponse());
    return response;
  }

  private void begin() {
    caller = Thread.currentThread();
    underWay = true;
    unfinished.add(this);
    attempt.onAbort(this::abort);
  }

  /** A response that comes before the request was written is that of a proxy to a CONNECT. */
  private void requirePassed(SdkHttpResponse response) throws ProxyRefusedException {
    int status = response.statusCode();
    if (status == PROXY_AUTHENTICATION || (status >= 300 && progress.surelyNotSent())) {
      throw new ProxyRefusedException(status, proxy);
    }
  }

  private static void note(SdkHttpResponse head) {
    if (head.isSuccessful()) {
      CurrentAttempt.maybeApplied();
    } else {
      CurrentAttempt.refused();
    }
  }

  private IOException judged(IOException failure) {
    if (progress.surelyNotSent()) {
      return notSent(failure);
    }
    CurrentAttempt.maybeApplied();
    return failure;
  }

  private RequestNotSentException notSent(IOException failure) {
    int refusal = ProxyRefusedException.refusal(failure.getMessage());
    if (refusal > 0) {
      failure = ProxyRefusedException.ofTheJdk(refusal, proxy);
    }
    return failure instanceof ProxyRefusedException
        ? new RequestNotSentException(failure)
        : new RequestNotSentException(failure, proxy);
  }

  @Override
  public void abort() {
    progress.abort();
    if (underWay) {
      abortUntilEnded();
    } else if (endsResponses && !ended) {
      abortReading();
    }
  }

  boolean isInConnectWindow() {
    Thread thread = caller;
    return thread != null && progress.surelyNotSent() && ConnectWindow.isOpen(thread);
  }

  /**
   * On a thread of its own, because closing a response can make a client wait for its reader, and
   * neither who aborts nor a shared pool must be held up.
   */
  private void abortReading() {
    AbortRetries.thread(request::abort).start();
  }

  /**
   * The JDK's own HTTP client loses an abort that comes between its writing of the request and its
   * reading of the response: it connects again, and reads there without an end. Apache 5 has
   * moments in which an abort has to wait; while they last, it would not end the connecting any
   * sooner.
   */
  private void abortUntilEnded() {
    if (!isInConnectWindow()) {
      request.abort();
    }
    if (underWay) {
      AbortRetries.later(this::abortUntilEnded);
    }
  }
}
