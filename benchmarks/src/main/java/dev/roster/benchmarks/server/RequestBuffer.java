package dev.roster.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Collects what one connection sends until a request is whole. */
final class RequestBuffer {

  private static final int FIRST_SIZE = 16 * 1024;
  private static final int END_OF_HEAD = 4;
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  /** Reads what is there; false at the end of the stream. */
  boolean readFrom(ReadableByteChannel channel) throws IOException {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    int count = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
    length += Math.max(count, 0);
    return count >= 0;
  }

  /** The next request, if it is whole. */
  Optional<Request> next() {
    int headLength = headLength();
    if (headLength < 0) {
      return Optional.empty();
    }
    String head = text(0, headLength);
    int end = bodyEnd(head, headLength);
    if (end > length) {
      return Optional.empty();
    }
    Request request = Request.of(head, text(headLength, end));
    System.arraycopy(bytes, end, bytes, 0, length - end);
    length -= end;
    return Optional.of(request);
  }

  /** Where the body ends, or beyond what has come. The sizes of chunks stay in the body. */
  private int bodyEnd(String head, int headLength) {
    if (!Request.isChunked(head)) {
      return headLength + Request.bodyLength(head);
    }
    int last = text(0, length).indexOf(LAST_CHUNK, headLength);
    return last < 0 ? Integer.MAX_VALUE : last + LAST_CHUNK.length();
  }

  private int headLength() {
    for (int end = END_OF_HEAD; end <= length; end++) {
      if (bytes[end - 1] == '\n' && bytes[end - 2] == '\r' && bytes[end - 3] == '\n') {
        return end;
      }
    }
    return -1;
  }

  private String text(int from, int end) {
    return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
