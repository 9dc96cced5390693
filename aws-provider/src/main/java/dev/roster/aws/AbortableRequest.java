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
  private final boolean endsReplies;
  private volatile boolean underWay;

  /**
   * Makes a request.
   *
   * @param endsReplies whether an abort ends a reply that is being read. The JDK's own client hands
   *     such a reply to a thread that reads it to its end, and until then its reader waits: there,
   *     an abort does harm
   */
  AbortableRequest(
      ExecutableHttpRequest request,
      RequestProgress progress,
      AttemptContext attempt,
      boolean endsReplies) {
    this.request = request;
    this.progress = progress;
    this.attempt = attempt;
    this.endsReplies = endsReplies;
  }

  @Override
  public HttpExecuteResponse call() throws IOException {
    underWay = true;
    attempt.onAbort(this::abort);
    try {
      progress.requireNotAborted();
      return progress.watching(request.call());
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
    } else if (endsReplies) {
      abortReading();
    }
  }

  /**
   * On a thread of its own, because closing a reply can make a client wait for its reader, and
   * neither who aborts nor a shared pool must be held up.
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
