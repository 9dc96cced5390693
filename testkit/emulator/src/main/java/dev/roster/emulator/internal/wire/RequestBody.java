package dev.roster.emulator.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The body of a request while it arrives. What is kept of it never exceeds the limit. */
abstract sealed class RequestBody permits RequestBody.Sized, ChunkedBody {

  /** The most that Huawei Cloud documents for a signed request; the most that is kept at all. */
  static final int MAX_BYTES = 12 * 1024 * 1024;

  private static final int FIRST_BYTES = 1024;
  private static final int MAX_DIGITS = 18;
  private static final String LENGTH = "content-length";
  private static final String CODING = "transfer-encoding";

  private byte[] content = new byte[0];
  private int size;
  private boolean tooLarge;

  /** Chooses by the headers how the end is found. */
  static RequestBody of(RequestHead head) throws MalformedRequestException {
    List<String> lengths = head.values(LENGTH);
    List<String> codings = head.values(CODING);
    if (lengths.size() + codings.size() > 1) {
      throw MalformedRequestException.malformed("a request says once how long its body is");
    }
    if (codings.isEmpty()) {
      return new Sized(lengths.isEmpty() ? 0 : length(lengths.get(0)));
    }
    if (!codings.get(0).equalsIgnoreCase("chunked")) {
      throw MalformedRequestException.malformed("the only transfer coding is chunked");
    }
    return new ChunkedBody();
  }

  private static long length(String text) throws MalformedRequestException {
    if (text.isEmpty() || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      throw MalformedRequestException.malformed("Content-Length must be a number");
    }
    return text.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
  }

  /** Takes what belongs to the body, and leaves the rest in the buffer. */
  abstract void take(ByteBuffer arrived) throws MalformedRequestException;

  /** Whether nothing more is to come, or nothing more is wanted. */
  abstract boolean isComplete();

  /** Whether it is longer than the limit; then nothing of it is kept. */
  final boolean isTooLarge() {
    return tooLarge;
  }

  /** What has come, without a copy once it has been asked for. */
  final byte[] content() {
    if (content.length > size) {
      content = Arrays.copyOf(content, size);
    }
    return content;
  }

  /** How many bytes of memory are in use. */
  final int held() {
    return content.length;
  }

  final int size() {
    return size;
  }

  final void keep(ByteBuffer arrived, int count) {
    if (count > content.length - size) {
      int wanted = Math.max(size + count, Math.max(FIRST_BYTES, content.length * 2));
      content = Arrays.copyOf(content, Math.min(wanted, MAX_BYTES));
    }
    arrived.get(content, size, count);
    size += count;
  }

  final void giveUp() {
    tooLarge = true;
    content = new byte[0];
    size = 0;
  }

  /** One whose length is said in advance; room is made only for what has come. */
  static final class Sized extends RequestBody {

    private final long length;

    Sized(long length) {
      this.length = length;
      if (length > MAX_BYTES) {
        giveUp();
      }
    }

    @Override
    void take(ByteBuffer arrived) {
      if (!isTooLarge()) {
        keep(arrived, (int) Math.min(arrived.remaining(), length - size()));
      }
    }

    @Override
    boolean isComplete() {
      return isTooLarge() || size() == length;
    }
  }
}
