package dev.roster.huawei.internal.credentials;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a small file, whichever editor wrote it. */
final class FileText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  /** The beginning of a file, up to a length in bytes. */
  static String read(Path file, int longest) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return decoded(stream.readNBytes(longest));
    }
  }

  /** Some editors begin a text with a mark, and some write two bytes for each character. */
  private static String decoded(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    String text =
        switch (first) {
          case 0xFEFF -> new String(bytes, UTF_16BE);
          case 0xFFFE -> new String(bytes, UTF_16LE);
          default -> new String(bytes, UTF_8);
        };
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
