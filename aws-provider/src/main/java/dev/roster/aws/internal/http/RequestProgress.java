package dev.roster.aws.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/**
 * How far one request has come. Every operation has a body, and an HTTP client reads it only when
 * it has a connection to write it to: as long as no part of it was read, the service cannot have
 * had the request. That tells a connect timeout from a read timeout even where they share a class.
 */
final class RequestProgress {

  private volatile boolean bodyRead;
  private volatile boolean aborted;

  HttpExecuteRequest watching(HttpExecuteRequest request) {
    ContentStreamProvider body = request.contentStreamProvider().orElse(null);
    if (body == null) {
      bodyRead = true;
      return request;
    }
    HttpExecuteRequest.Builder watched =
        HttpExecuteRequest.builder()
            .request(request.httpRequest())
            .contentStreamProvider(() -> new WatchedBody(body.newStream()));
    request.metricCollector().ifPresent(watched::metricCollector);
    return watched.build();
  }

  /** A response whose reading ends with the next octet that comes after an abort. */
  HttpExecuteResponse watching(HttpExecuteResponse response) {
    AbortableInputStream body = response.responseBody().orElse(null);
    if (body == null) {
      return response;
    }
    return HttpExecuteResponse.builder()
        .response(response.httpResponse())
        .responseBody(AbortableInputStream.create(new WatchedResponse(body), body))
        .build();
  }

  boolean surelyNotSent() {
    return !bodyRead;
  }

  void abort() {
    aborted = true;
  }

  void requireNotAborted() throws IOException {
    if (aborted) {
      throw new IOException("the attempt was aborted");
    }
  }

  /** Also closes a gap: an abort while the connection is made finds nothing yet to close. */
  private final class WatchedBody extends FilterInputStream {

    WatchedBody(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      requireNotAborted();
      bodyRead = true;
      return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      requireNotAborted();
      bodyRead = true;
      return super.read(buffer, offset, length);
    }
  }

  /** For clients that an abort does not reach while they read a response. */
  private final class WatchedResponse extends FilterInputStream {

    WatchedResponse(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      requireNotAborted();
      return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      requireNotAborted();
      return super.read(buffer, offset, length);
    }
  }
}
