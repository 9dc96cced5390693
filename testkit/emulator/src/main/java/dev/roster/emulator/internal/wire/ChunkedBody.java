package dev.roster.emulator.internal.wire;

import java.nio.ByteBuffer;

/** A body that comes in chunks, each with its size before it. */
final class ChunkedBody extends RequestBody {

  private static final int MAX_LINE = 1024;
  private static final int MAX_TRAILERS = 8192;
  private static final int MAX_SIZE_DIGITS = 8;

  private enum Part {
    SIZE,
    DATA,
    DATA_END,
    TRAILERS,
    NOTHING
  }

  private final StringBuilder line = new StringBuilder();
  private Part next = Part.SIZE;
  private long left;
  private int trailers;

  @Override
  void take(ByteBuffer arrived) throws MalformedRequestException {
    while (arrived.hasRemaining() && !isComplete()) {
      if (next == Part.DATA) {
        data(arrived);
      } else if (endsLine((char) (arrived.get() & 0xFF))) {
        String read = line.substring(0, line.length() - 2);
        line.setLength(0);
        readLine(read);
      }
    }
  }

  @Override
  boolean isComplete() {
    return next == Part.NOTHING || isTooLarge();
  }

  private void data(ByteBuffer arrived) {
    int count = (int) Math.min(arrived.remaining(), left);
    if (count > MAX_BYTES - size()) {
      giveUp();
      return;
    }
    keep(arrived, count);
    left -= count;
    if (left == 0) {
      next = Part.DATA_END;
    }
  }

  private boolean endsLine(char arrived) throws MalformedRequestException {
    boolean afterReturn = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
    if (afterReturn != (arrived == '\n') || line.length() == MAX_LINE) {
      throw MalformedRequestException.malformed("a line between the chunks is malformed");
    }
    line.append(arrived);
    return afterReturn;
  }

  private void readLine(String text) throws MalformedRequestException {
    switch (next) {
      case SIZE -> size(text);
      case DATA_END -> dataEnd(text);
      default -> trailer(text);
    }
  }

  private void size(String text) throws MalformedRequestException {
    int extension = text.indexOf(';');
    String digits = (extension < 0 ? text : text.substring(0, extension)).strip();
    if (!isHexadecimal(digits)) {
      throw MalformedRequestException.malformed("the size of a chunk must be a hexadecimal number");
    }
    left = Long.parseLong(digits, 16);
    next = left == 0 ? Part.TRAILERS : Part.DATA;
  }

  private static boolean isHexadecimal(String digits) {
    return !digits.isEmpty()
        && digits.length() <= MAX_SIZE_DIGITS
        && digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0 && digit < 0x80);
  }

  private void dataEnd(String text) throws MalformedRequestException {
    if (!text.isEmpty()) {
      throw MalformedRequestException.malformed("a chunk is longer than its size");
    }
    next = Part.SIZE;
  }

  private void trailer(String text) throws MalformedRequestException {
    trailers += text.length();
    if (trailers > MAX_TRAILERS) {
      throw new MalformedRequestException(
          MalformedRequestException.HEAD_TOO_LARGE, "the trailers are too large");
    }
    if (text.isEmpty()) {
      next = Part.NOTHING;
    }
  }
}
