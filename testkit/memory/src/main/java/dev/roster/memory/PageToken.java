package dev.roster.memory;

import dev.roster.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Writes and reads page tokens: the sequence number of the last item that was handed out, and a
 * check over it and the query, so that an altered token and one of another query are refused.
 * Numbers are never used twice, so a page goes on at the right place whatever was inserted or
 * removed meanwhile. Always 24 characters of Base64.
 */
final class PageToken {

  private static final int HALF = Long.BYTES;

  private PageToken() {}

  static String write(String query, long lastSequence) {
    byte[] bytes =
        ByteBuffer.allocate(2 * HALF)
            .putLong(lastSequence)
            .putLong(check(query, lastSequence))
            .array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  static long read(String query, String token) {
    byte[] bytes = decode(token);
    if (bytes.length == 2 * HALF) {
      ByteBuffer parts = ByteBuffer.wrap(bytes);
      long sequence = parts.getLong();
      if (parts.getLong() == check(query, sequence)) {
        return sequence;
      }
    }
    throw refused();
  }

  static MemoryStoreException refused() {
    return MemoryStoreException.refused(
        ErrorCode.INVALID_PAGE_TOKEN, "the page token is not one of this listing");
  }

  private static byte[] decode(String token) {
    try {
      return Base64.getDecoder().decode(token);
    } catch (IllegalArgumentException malformed) {
      throw refused();
    }
  }

  private static long check(String query, long sequence) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(query.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(
              digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array()))
          .getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
