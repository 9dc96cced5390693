package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What the wrapper adds to an HTTP client, seen from that client. */
@Timeout(20)
class AbortableHttpClientTest {

  private final RecordedAttempt attempt = new RecordedAttempt();

  @Test
  void whoAbortsIsNotHeldUpByAReplyThatIsBeingRead() throws Exception {
    CountDownLatch aborting = new CountDownLatch(1);
    CountDownLatch readerIsDone = new CountDownLatch(1);
    Runnable heldUp =
        () -> {
          aborting.countDown();
          await(readerIsDone);
        };
    prepared(new ScriptedClient(body -> {}, heldUp)).call();
    Objects.requireNonNull(attempt.abortAction()).run();
    aborting.await();
    readerIsDone.countDown();
  }

  @Test
  void aBodyIsNotReadAfterTheAbort() {
    ScriptedClient client =
        new ScriptedClient(
            body -> {
              Objects.requireNonNull(attempt.abortAction()).run();
              body.readAllBytes();
            },
            () -> {});
    assertThatThrownBy(() -> prepared(client).call()).isInstanceOf(RequestNotSentException.class);
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
  void aRequestOfNobodysAttemptIsLeftAlone() throws IOException {
    ScriptedClient client = new ScriptedClient(body -> {}, () -> {});
    new AbortableHttpClient(client).prepareRequest(request()).call();
    assertThat(attempt.abortAction()).isNull();
  }

  @Test
  void noAttemptIsLeftBehindOnTheThread() {
    assertThat(CurrentAttempt.run(attempt, CurrentAttempt::get)).isSameAs(attempt);
    assertThat(CurrentAttempt.get()).isNull();
    assertThatThrownBy(
            () ->
                CurrentAttempt.run(
                    attempt,
                    () -> {
                      throw new IllegalStateException("as a test says");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(CurrentAttempt.get()).isNull();
  }

  private ExecutableHttpRequest prepared(SdkHttpClient client) {
    return CurrentAttempt.run(
        attempt, () -> new AbortableHttpClient(client).prepareRequest(request()));
  }

  private static HttpExecuteRequest request() {
    return HttpExecuteRequest.builder()
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

  private record ScriptedClient(Sending sending, Runnable abort) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      InputStream body = request.contentStreamProvider().orElseThrow().newStream();
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          sending.send(body);
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
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
