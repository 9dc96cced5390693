package dev.roster.aws;

import dev.roster.spi.AttemptContext;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** One request that registers with its attempt how to end it. */
final class AbortableRequest implements ExecutableHttpRequest {

  private static final long MILLIS_BETWEEN_ABORTS = 10;

  private final ExecutableHttpRequest request;
  private final RequestProgress progress;
  private final AttemptContext attempt;
  private volatile boolean underWay;

  AbortableRequest(
      ExecutableHttpRequest request, RequestProgress progress, AttemptContext attempt) {
    this.request = request;
    this.progress = progress;
    this.attempt = attempt;
  }

  @Override
  public HttpExecuteResponse call() throws IOException {
    underWay = true;
    attempt.onAbort(this::abort);
    try {
      progress.requireNotAborted();
      return request.call();
    } catch (IOException failure) {
      throw progress.surelyNotSent() ? new RequestNotSentException(failure) : failure;
    } finally {
      underWay = false;
    }
  }

  @Override
  public void abort() {
    progress.abort();
    if (underWay) {
      abortUntilEnded();
    } else {
      abortReading();
    }
  }

  /**
   * On another thread, because the JDK's own HTTP client makes whoever closes a reply wait for who
   * reads it, and nobody who aborts must be held up. A thread of its own, because a shared pool
   * must not be held up either.
   */
  private void abortReading() {
    Thread thread = new Thread(request::abort, "roster-aws-abort");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The JDK's own HTTP client loses an abort that comes between its writing of the request and its
   * reading of the reply: it connects anew, and reads there for ever.
   */
  private void abortUntilEnded() {
    request.abort();
    if (underWay) {
      CompletableFuture.delayedExecutor(MILLIS_BETWEEN_ABORTS, TimeUnit.MILLISECONDS)
          .execute(this::abortUntilEnded);
    }
  }
}
