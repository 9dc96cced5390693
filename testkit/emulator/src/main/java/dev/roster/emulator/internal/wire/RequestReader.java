package dev.roster.emulator.internal.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts one request together from the pieces in which it arrives. Not thread-safe. */
final class RequestReader {

  /** Session tokens are long; more than that no client sends. */
  static final int MAX_HEAD = 64 * 1024;

  private static final int FIRST_BYTES = 1024;

  private final InetAddress client;
  private byte[] bytes = new byte[0];
  private int size;
  private @Nullable RequestHead head;
  private @Nullable RequestBody body;

  RequestReader(InetAddress client) {
    this.client = client;
  }

  /** The request once it is complete; what follows it is left in the buffer. */
  Optional<Request> read(ByteBuffer arrived) throws MalformedRequestException {
    while (body == null && arrived.hasRemaining()) {
      addToHead(arrived.get());
    }
    RequestHead begun = head;
    RequestBody coming = body;
    if (begun == null || coming == null) {
      return Optional.empty();
    }
    coming.take(arrived);
    return coming.isComplete() ? Optional.of(new Request(begun, coming, client)) : Optional.empty();
  }

  /** Whether anything of a request has arrived. */
  boolean hasBegun() {
    return size > 0 || head != null;
  }

  /** Whether the client waits for a word before it sends the body. */
  boolean awaitsContinue() {
    return head != null && head.expectsContinue() && body != null && !body.isComplete();
  }

  /** Whether the connection can serve another request after this one. */
  boolean isPersistent() {
    return head != null && head.persistent() && body != null && !body.isTooLarge();
  }

  /** How many bytes of memory are in use. */
  int held() {
    return bytes.length + (body == null ? 0 : body.held());
  }

  private void addToHead(byte arrived) throws MalformedRequestException {
    makeRoom();
    bytes[size++] = arrived;
    if (arrived == '\n' && endsWith("\r\n\r\n")) {
      parse();
    } else if (size == 2 && endsWith("\r\n")) {
      // RFC 9112 has servers overlook an empty line before a request.
      size = 0;
    }
  }

  private void makeRoom() throws MalformedRequestException {
    if (size == MAX_HEAD) {
      throw new MalformedRequestException(
          MalformedRequestException.HEAD_TOO_LARGE,
          "a head has at most %d bytes".formatted(MAX_HEAD));
    }
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(FIRST_BYTES, size * 2));
    }
  }

  private void parse() throws MalformedRequestException {
    RequestHead parsed =
        RequestHead.parse(new String(bytes, 0, size - 4, StandardCharsets.ISO_8859_1));
    head = parsed;
    body = RequestBody.of(parsed);
    bytes = new byte[0];
    size = 0;
  }

  private boolean endsWith(String end) {
    for (int each = 0; each < end.length(); each++) {
      if (size < end.length() || bytes[size - end.length() + each] != end.charAt(each)) {
        return false;
      }
    }
    return true;
  }
}
