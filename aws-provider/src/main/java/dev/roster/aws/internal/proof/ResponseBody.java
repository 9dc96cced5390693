package dev.roster.aws.internal.proof;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Reads a response whole before the SDK sees any of it. The SDK takes an error for known as soon as
 * its head has come, and gives up the rest; then a body that is cut or stalls would leave a
 * definite response behind that the service never gave.
 */
public final class ResponseBody {

  /**
   * A page of a hundred users whose every text is as long as is documented has some 20 MiB. Usual
   * ones have a hundredth of that.
   */
  static final int SUCCESS_CAP = 32 * 1024 * 1024;

  /** Far more than any error of the service has. */
  public static final int ERROR_CAP = 64 * 1024;

  /**
   * A header that never travels: the revisions of the users and groups in the body, each as its
   * text, a blank and the identifier.
   */
  public static final String REVISIONS = "X-Roster-Revisions";

  /** All that many digits are a {@code long}. */
  private static final int MOST_DIGITS = 18;

  private final SdkHttpResponse head;
  private final Optional<AbortableInputStream> stream;
  private final ResponseProof proof;
  private final OptionalLong contentLength;

  private ResponseBody(HttpExecuteResponse response) {
    this.head = response.httpResponse();
    this.stream = response.responseBody();
    this.proof = new ResponseProof(head);
    this.contentLength = contentLength(head);
  }

  /** The same response with a body that is here. */
  public static HttpExecuteResponse whole(HttpExecuteResponse response) throws IOException {
    return new ResponseBody(response).whole();
  }

  private HttpExecuteResponse whole() throws IOException {
    byte[] proved = proved();
    return HttpExecuteResponse.builder()
        .response(withRevisions())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(proved)))
        .build();
  }

  /** A header is what the SDK passes on of a response that it does not know. */
  private SdkHttpResponse withRevisions() {
    List<String> revisions = proof.revisions();
    return revisions.isEmpty() ? head : head.toBuilder().putHeader(REVISIONS, revisions).build();
  }

  private byte[] proved() throws IOException {
    try {
      proof.requireFinalStatus();
      byte[] body = stream.isPresent() ? read(stream.get()) : new byte[0];
      byte[] proved = proof.check(body, endIsSeen(body));
      stream.ifPresent(ResponseBody::close);
      return proved;
    } catch (IOException | RuntimeException broken) {
      stream.ifPresent(AbortableInputStream::abort);
      throw broken;
    }
  }

  private byte[] read(AbortableInputStream body) throws IOException {
    int cap = head.isSuccessful() ? SUCCESS_CAP : ERROR_CAP;
    byte[] octets = upTo(cap + 1, body);
    if (octets.length > cap) {
      throw proof.unproved("the response is larger than any of the service's");
    }
    return octets;
  }

  /** The length that is told saves a buffer of 8 KiB or more, and is not believed. */
  private byte[] upTo(int most, InputStream body) throws IOException {
    int told = (int) Math.min(contentLength.orElse(most), most - 1);
    byte[] octets = body.readNBytes(told + 1);
    if (octets.length <= told) {
      return octets;
    }
    byte[] rest = body.readNBytes(most - octets.length);
    byte[] all = Arrays.copyOf(octets, octets.length + rest.length);
    System.arraycopy(rest, 0, all, octets.length, rest.length);
    return all;
  }

  /** The JDK's own client takes a connection that ends early for the end of the body. */
  private boolean endIsSeen(byte[] body) throws EOFException {
    long length = contentLength.orElse(0);
    if (body.length < length) {
      throw new EOFException(
          "the response ended after %d of %d octets".formatted(body.length, length));
    }
    return contentLength.isPresent()
        || head.statusCode() == 204
        || head.firstMatchingHeader("Transfer-Encoding")
            .filter(ResponseBody::isChunked)
            .isPresent();
  }

  /** Of a head that is cut in this word, the JDK's own client makes a response without a body. */
  private static boolean isChunked(String coding) {
    return coding.strip().equalsIgnoreCase("chunked");
  }

  private static OptionalLong contentLength(SdkHttpResponse head) {
    String length = head.firstMatchingHeader("Content-Length").orElse("").strip();
    return isCount(length) ? OptionalLong.of(Long.parseLong(length)) : OptionalLong.empty();
  }

  /** By hand, because every response is asked. */
  private static boolean isCount(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits > 0 && digits == text.length() && digits <= MOST_DIGITS;
  }

  /** All of it is here: what goes wrong now is of no interest any more. */
  private static void close(AbortableInputStream body) {
    try {
      body.close();
    } catch (IOException atTheEnd) {
      body.abort();
    }
  }
}
