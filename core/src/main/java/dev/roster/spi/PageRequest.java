package dev.roster.spi;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page to read: how many items at the most, and after which token. */
public final class PageRequest {

  private final int size;
  private final @Nullable String token;

  private PageRequest(int size, @Nullable String token) {
    this.size = size;
    this.token = token;
  }

  /**
   * The first page of a listing.
   *
   * @param size the most items that the response may hold, 1 to {@link ServiceTraits#largestPage}
   * @return a new request
   */
  public static PageRequest first(int size) {
    return new PageRequest(size, null);
  }

  /**
   * The page after another.
   *
   * @param size the most items that the response may hold, 1 to {@link ServiceTraits#largestPage}
   * @param token the service's own token, exactly as the earlier page gave it
   * @return a new request
   */
  public static PageRequest after(int size, String token) {
    return new PageRequest(size, Objects.requireNonNull(token, "token must not be null"));
  }

  /**
   * The most items that the response may hold.
   *
   * @return 1 to {@link ServiceTraits#largestPage}
   */
  public int size() {
    return size;
  }

  /**
   * The service's own token.
   *
   * @return empty for the first page
   */
  public Optional<String> token() {
    return Optional.ofNullable(token);
  }
}
