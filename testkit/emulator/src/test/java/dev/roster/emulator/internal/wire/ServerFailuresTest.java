package dev.roster.emulator.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the emulator's own code throws, a client has a response and does not wait. */
class ServerFailuresTest {

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("fake"),
        new NoClassDefFoundError("fake/Missing"),
        new ExceptionInInitializerError("fake"),
        new AssertionError("fake"),
        new StackOverflowError(),
        new OutOfMemoryError("fake"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureIsA500(Throwable failure) throws Exception {
    Server server = new Server("127.0.0.1", 0, 1, request -> thrown(failure));
    try {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/");
      HttpRequest request = HttpRequest.newBuilder(address).build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
          .isEqualTo(500);
    } finally {
      server.stop();
    }
  }

  private static Response thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
