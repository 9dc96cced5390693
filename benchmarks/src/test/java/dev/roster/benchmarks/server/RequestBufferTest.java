package dev.roster.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBufferTest {

  private static final String REQUEST =
      """
      POST /v1/things?marker=7&limit=100 HTTP/1.1\r
      host: 127.0.0.1\r
      x-amz-target: AWSIdentityStore.ListGroupMemberships\r
      content-length: 21\r
      \r
      {"NextToken":"abcde"}\
      """;

  private static final String CHUNKED =
      """
      POST /v1/things HTTP/1.1\r
      host: 127.0.0.1\r
      Transfer-Encoding: chunked\r
      \r
      9\r
      {"a":"b"}\r
      0\r
      \r
      """;

  private final RequestBuffer buffer = new RequestBuffer();

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60, 130, 150, 157})
  void aRequestIsWholeOnlyWithItsLastByteWhereverItWasCut(int cut) throws IOException {
    receive(REQUEST.substring(0, cut));
    assertThat(buffer.next()).isEmpty();
    receive(REQUEST.substring(cut));
    assertThat(buffer.next()).hasValueSatisfying(RequestBufferTest::isTheRequest);
    assertThat(buffer.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 75, 80, 85, 88})
  void aBodyInChunksEndsWithTheEmptyOne(int cut) throws IOException {
    receive(CHUNKED.substring(0, cut));
    assertThat(buffer.next()).isEmpty();
    receive(CHUNKED.substring(cut));
    assertThat(buffer.next())
        .hasValueSatisfying(request -> assertThat(request.text("a")).isEqualTo("b"));
    assertThat(buffer.next()).isEmpty();
  }

  private static void isTheRequest(Request request) {
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).startsWith("/v1/things");
    assertThat(request.operation()).isEqualTo("ListGroupMemberships");
    assertThat(request.text("NextToken")).isEqualTo("abcde");
    assertThat(request.query("marker")).isEqualTo("7");
    assertThat(request.query("limit")).isEqualTo("100");
    assertThat(request.text("GroupId")).isEmpty();
  }

  private void receive(String part) throws IOException {
    byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
    buffer.readFrom(Channels.newChannel(new ByteArrayInputStream(bytes)));
  }
}
