package dev.roster.internal.paging;

import org.jspecify.annotations.Nullable;

/**
 * Notices that page tokens go round in a circle, be it of one or of several, in constant memory: it
 * keeps one token and compares the following ones with it, and takes a new one each time twice as
 * many have passed (Brent's method).
 */
public final class RepeatedTokenGuard {

  private @Nullable String kept;
  private long passed;
  private long allowed = 1;

  /**
   * A guard of one listing.
   *
   * @param first the token that the listing begins after; null at its beginning
   */
  public RepeatedTokenGuard(@Nullable String first) {
    this.kept = first;
  }

  /**
   * Whether a token has come before.
   *
   * @param token the token of the next page
   * @return whether the listing goes round in a circle
   */
  public boolean isRepeated(String token) {
    boolean repeated = token.equals(kept);
    passed++;
    if (passed == allowed) {
      kept = token;
      allowed *= 2;
      passed = 0;
    }
    return repeated;
  }
}
