package dev.roster.aws.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.aws.RecordedAttempt;
import dev.roster.aws.internal.attempt.AttemptRunner;
import dev.roster.aws.internal.proof.ResponseBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The JDK's own HTTP client forgets a socket whose response is not read; none is left open. */
@Timeout(20)
class UrlConnectionSocketsTest {

  private static final int PATIENCE_MILLIS = 3_000;

  private final RecordedAttempt attempt = new RecordedAttempt();

  /** Its abort of a response that is being read does nothing. */
  @Test
  void aConnectionWhoseResponseIsNotReadToItsEndIsClosed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(PATIENCE_MILLIS);
      CompletableFuture<Socket> connection =
          CompletableFuture.supplyAsync(() -> respondWithoutAnEnd(server));

      assertThatThrownBy(request(server, () -> new ByteArrayInputStream(new byte[] {1}))::call)
          .isInstanceOf(IOException.class);

      try (Socket socket = connection.join()) {
        assertThat(isEnded(socket)).isTrue();
      }
    }
  }

  private ExecutableHttpRequest request(ServerSocket server, ContentStreamProvider body) {
    SdkHttpClient client = new AbortableHttpClient(UrlConnectionHttpClient.create());
    SdkHttpRequest head =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://127.0.0.1:" + server.getLocalPort()))
            .putHeader("Content-Length", "1")
            .build();
    HttpExecuteRequest request =
        HttpExecuteRequest.builder().request(head).contentStreamProvider(body).build();
    return AttemptRunner.ABORTING.run(attempt, () -> client.prepareRequest(request));
  }

  private static Socket respondWithoutAnEnd(ServerSocket server) {
    String response =
        "HTTP/1.1 400 X\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n"
            + "x".repeat(ResponseBody.ERROR_CAP + 1);
    try {
      Socket socket = server.accept();
      socket.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
      return socket;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Whether the client closes its end, whatever it wrote before. */
  private static boolean isEnded(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    try {
      InputStream in = socket.getInputStream();
      in.readAllBytes();
      return true;
    } catch (SocketException reset) {
      return true;
    } catch (SocketTimeoutException open) {
      return false;
    }
  }
}
