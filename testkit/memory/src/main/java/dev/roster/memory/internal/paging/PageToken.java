package dev.roster.memory.internal.paging;

import dev.roster.ErrorCode;
import dev.roster.memory.MemoryStoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Writes and reads page tokens: the sequence number of the last item that was handed out, the
 * generation of tokens that it belongs to, and a check over both and the query, so that an altered
 * token and one of another query are refused. Numbers are never used twice, so a page goes on at
 * the right place whatever was inserted or removed meanwhile. Always 24 characters of Base64.
 */
final class PageToken {

  private static final int HALF = Long.BYTES;
  private static final int GENERATION_BITS = 16;
  private static final long GENERATION_MASK = (1L << GENERATION_BITS) - 1;

  private PageToken() {}

  static String write(String query, int generation, long lastSequence) {
    long position = (lastSequence << GENERATION_BITS) | (generation & GENERATION_MASK);
    byte[] bytes =
        ByteBuffer.allocate(2 * HALF).putLong(position).putLong(check(query, position)).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  static long read(String query, int generation, String token) {
    byte[] bytes = decode(token);
    if (bytes.length == 2 * HALF) {
      ByteBuffer parts = ByteBuffer.wrap(bytes);
      long position = parts.getLong();
      if (parts.getLong() == check(query, position)) {
        return sequence(position, generation);
      }
    }
    throw refused();
  }

  private static long sequence(long position, int generation) {
    if ((position & GENERATION_MASK) != (generation & GENERATION_MASK)) {
      throw MemoryStoreException.refused(
          ErrorCode.INVALID_PAGE_TOKEN, "the page token has expired; start the listing again");
    }
    return position >>> GENERATION_BITS;
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

  private static long check(String query, long position) {
    MessageDigest digest = sha256();
    digest.update(query.getBytes(StandardCharsets.UTF_8));
    byte[] end = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    return ByteBuffer.wrap(digest.digest(end)).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
