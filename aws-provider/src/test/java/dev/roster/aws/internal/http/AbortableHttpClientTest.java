package dev.roster.aws.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.aws.RecordedAttempt;
import dev.roster.aws.internal.attempt.AttemptRunner;
import dev.roster.aws.internal.attempt.CurrentAttempt;
import dev.roster.aws.internal.attempt.NothingSentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What the wrapper adds to an HTTP client, seen from that client. */
@Timeout(20)
class AbortableHttpClientTest {

  private final RecordedAttempt attempt = new RecordedAttempt();

  @Test
  void whoAbortsIsNotHeldUpByAResponseThatIsBeingRead() throws Exception {
    CountDownLatch aborting = new CountDownLatch(1);
    CountDownLatch readerIsDone = new CountDownLatch(1);
    Runnable heldUp =
        () -> {
          aborting.countDown();
          await(readerIsDone);
        };
    InputStream response =
        new InputStream() {
          @Override
          public int read() {
            abort();
            await(aborting);
            readerIsDone.countDown();
            return -1;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            return read();
          }
        };
    ScriptedClient client = new ScriptedClient(InputStream::readAllBytes, heldUp, response);
    assertThatThrownBy(() -> prepared(client).call()).isInstanceOf(IOException.class);
    assertThat(readerIsDone.getCount()).isZero();
  }

  @Test
  void aResponseThatIsReadWholeIsNotAborted() throws Exception {
    Runnable never =
        () -> {
          throw new AssertionError("the connection belongs to another request by now");
        };
    ByteArrayInputStream response = new ByteArrayInputStream("{}".getBytes(UTF_8));
    prepared(new ScriptedClient(InputStream::readAllBytes, never, response)).call();
    abort();
  }

  @Test
  void aBodyIsNotReadAfterTheAbort() {
    ScriptedClient client =
        new ScriptedClient(
            body -> {
              abort();
              body.readAllBytes();
            },
            () -> {});
    assertThatThrownBy(() -> prepared(client).call()).isInstanceOf(RequestNotSentException.class);
  }

  /** An abort that comes while the JDK's own client connects finds nothing yet to close. */
  @Test
  void aConnectionThatIsMadeAfterTheAbortIsClosed() {
    List<String> events = new CopyOnWriteArrayList<>();
    ScriptedClient client =
        new ScriptedClient(
            body -> {
              abort();
              events.add("connected");
              body.readAllBytes();
            },
            () -> events.add("closed"));
    assertThatThrownBy(() -> prepared(client).call()).isInstanceOf(RequestNotSentException.class);
    assertThat(events).startsWith("closed", "connected").endsWith("closed");
  }

  /** Calls of an application can fill the common pool, the call that is aborted among them. */
  @Test
  void anAbortIsTriedAgainWhileTheCommonPoolIsBusy() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    List<String> threads = new CopyOnWriteArrayList<>();
    Runnable second =
        () -> {
          threads.add(Thread.currentThread().getName());
          twice.countDown();
        };
    ScriptedClient client =
        new ScriptedClient(
            body -> {
              abort();
              await(twice);
              body.readAllBytes();
            },
            second);
    ForkJoinPool.commonPool()
        .submit(
            () ->
                assertThatThrownBy(() -> prepared(client).call())
                    .isInstanceOf(RequestNotSentException.class))
        .get();
    assertThat(threads.get(1)).startsWith("roster-aws-abort");
  }

  @Test
  void aFailureAfterTheBodyWasReadIsLeftAsItIs() {
    IOException reset = new IOException("reset");
    ScriptedClient client =
        new ScriptedClient(
            body -> {
              body.readAllBytes();
              throw reset;
            },
            () -> {});
    assertThatThrownBy(() -> prepared(client).call()).isSameAs(reset);
  }

  @Test
  void aRequestWithoutAnAttemptIsLeftAlone() throws IOException {
    ScriptedClient client = new ScriptedClient(body -> {}, () -> {});
    new AbortableHttpClient(client).prepareRequest(request()).call();
    assertThat(attempt.abortAction()).isNull();
  }

  @Test
  void noAttemptIsLeftBehindOnTheThread() {
    assertThat(AttemptRunner.ABORTING.run(attempt, CurrentAttempt::get)).isSameAs(attempt);
    assertThat(CurrentAttempt.get()).isNull();
    assertThatThrownBy(
            () ->
                AttemptRunner.ABORTING.run(
                    attempt,
                    () -> {
                      throw new IllegalStateException("as a test says");
                    }))
        .isInstanceOf(NothingSentException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(CurrentAttempt.get()).isNull();
  }

  @Test
  void aProxyThatCannotBeDecidedIsAFailureBeforeAnythingIsSent() {
    KnownProxies undecided =
        request -> {
          throw new IllegalArgumentException("as a test says");
        };
    AbortableHttpClient client =
        new AbortableHttpClient(new ScriptedClient(body -> {}, () -> {}), undecided);
    assertThatThrownBy(
            () -> AttemptRunner.ABORTING.run(attempt, () -> client.prepareRequest(request())))
        .isInstanceOf(NothingSentException.class);
  }

  private ExecutableHttpRequest prepared(SdkHttpClient client) {
    return AttemptRunner.ABORTING.run(
        attempt, () -> new AbortableHttpClient(client).prepareRequest(request()));
  }

  private void abort() {
    Objects.requireNonNull(attempt.abortAction()).run();
  }

  private static HttpExecuteRequest request() {
    return HttpExecuteRequest.builder()
        .request(
            SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1"))
                .build())
        .contentStreamProvider(() -> new ByteArrayInputStream(new byte[] {1}))
        .build();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private interface Sending {
    void send(InputStream body) throws IOException;
  }

  private record ScriptedClient(Sending sending, Runnable abort, InputStream response)
      implements SdkHttpClient {

    ScriptedClient(Sending sending, Runnable abort) {
      this(sending, abort, new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      InputStream body = request.contentStreamProvider().orElseThrow().newStream();
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          sending.send(body);
          return HttpExecuteResponse.builder()
              .response(
                  SdkHttpResponse.builder()
                      .statusCode(200)
                      .putHeader("x-amzn-RequestId", "some-id")
                      .build())
              .responseBody(AbortableInputStream.create(response, abort::run))
              .build();
        }

        @Override
        public void abort() {
          abort.run();
        }
      };
    }

    @Override
    public void close() {}
  }
}
