package dev.roster.aws;

import dev.roster.spi.AttemptContext;
import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** One request that registers with its attempt how to end it. */
final class AbortableRequest implements ExecutableHttpRequest {

  private final ExecutableHttpRequest request;
  private final RequestProgress progress;
  private final AttemptContext attempt;

  AbortableRequest(
      ExecutableHttpRequest request, RequestProgress progress, AttemptContext attempt) {
    this.request = request;
    this.progress = progress;
    this.attempt = attempt;
  }

  @Override
  public HttpExecuteResponse call() throws IOException {
    attempt.onAbort(this::abort);
    try {
      progress.requireNotAborted();
      return request.call();
    } catch (IOException failure) {
      throw progress.surelyNotSent() ? new RequestNotSentException(failure) : failure;
    }
  }

  @Override
  public void abort() {
    progress.abort();
    request.abort();
  }
}
