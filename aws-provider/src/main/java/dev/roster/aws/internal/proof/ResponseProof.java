package dev.roster.aws.internal.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What proves that a response is the service's own: its request id, and a body that is empty or one
 * complete JSON object, whatever the content type says. An error page of something in front of the
 * service has none of that and is left to be judged by its status.
 */
final class ResponseProof {

  static final String REQUEST_ID = "x-amzn-RequestId";

  /** Below are responses that another one follows, and what is no status at all. */
  private static final int FIRST_FINAL_STATUS = 200;

  private static final String ERROR_TYPE = "x-amzn-ErrorType";

  private final SdkHttpResponse head;
  private List<String> revisions = List.of();

  ResponseProof(SdkHttpResponse head) {
    this.head = head;
  }

  void requireFinalStatus() throws UnprovedResponseException {
    if (head.statusCode() < FIRST_FINAL_STATUS) {
      throw unproved("status %d is not the end of a request".formatted(head.statusCode()));
    }
  }

  /**
   * Checks a whole body.
   *
   * @param body all of it
   * @param endWasSeen whether its length is known to be right
   * @return the body for the SDK to read
   */
  byte[] check(byte[] body, boolean endWasSeen) throws IOException {
    if (head.isSuccessful() && requestId() == null) {
      throw unproved("the response has no request id: it is not the service's");
    }
    if (body.length == 0) {
      return empty(body, endWasSeen);
    }
    byte[] plain = plain(body);
    return isPage(plain) ? page(body, endWasSeen) : object(body, plain);
  }

  /** What the SDK does not read of the body that was checked. */
  List<String> revisions() {
    return revisions;
  }

  private byte[] empty(byte[] body, boolean endWasSeen) throws IOException {
    if (!endWasSeen) {
      throw unproved("the response may have been cut: it does not say how long it is");
    }
    return body;
  }

  private byte[] page(byte[] body, boolean endWasSeen) throws IOException {
    if (head.isSuccessful() || head.firstMatchingHeader(ERROR_TYPE).isPresent()) {
      throw unproved("the response is not the JSON that the service sends");
    }
    return empty(body, endWasSeen);
  }

  private byte[] object(byte[] body, byte[] plain) throws IOException {
    try {
      ResponseMembers members = ResponseMembers.read(plain, head.isSuccessful());
      revisions = members.revisions();
      byte[] checked = members.amended();
      return checked == plain || body != plain ? body : checked;
    } catch (IOException broken) {
      throw unproved(String.valueOf(broken.getMessage()));
    }
  }

  /** Of an error only: whatever of a success is not an object is caught as one that is broken. */
  private boolean isPage(byte[] plain) {
    for (byte octet : plain) {
      if (" \t\r\n".indexOf(octet) < 0) {
        return octet != '{';
      }
    }
    return true;
  }

  /** The SDK, too, unpacks what it did not ask to be packed. */
  private byte[] plain(byte[] body) throws IOException {
    if (!head.firstMatchingHeader("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
      return body;
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = unpacked.readNBytes(ResponseBody.SUCCESS_CAP + 1);
      if (plain.length > ResponseBody.SUCCESS_CAP) {
        throw unproved("the response is larger than any of the service's");
      }
      return plain;
    }
  }

  UnprovedResponseException unproved(String message) {
    return new UnprovedResponseException(
        "%s (status %d)".formatted(message, head.statusCode()), requestId());
  }

  private @Nullable String requestId() {
    return head.firstMatchingHeader(REQUEST_ID).filter(id -> !id.isBlank()).orElse(null);
  }
}
