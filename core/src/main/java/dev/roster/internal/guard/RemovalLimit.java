package dev.roster.internal.guard;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The most that may be removed of some memberships, in number and as a share.
 *
 * @param number zero or more
 * @param share from 0.0 to 1.0
 */
public record RemovalLimit(long number, double share) {

  /**
   * Checks the ranges.
   *
   * @param number zero or more
   * @param share from 0.0 to 1.0
   * @throws IllegalArgumentException if one is out of its range
   */
  public RemovalLimit {
    if (number < 0) {
      throw new IllegalArgumentException("maxRemovals must not be negative, but is " + number);
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("maxShare must be from 0 to 1, but is " + share);
    }
  }

  /**
   * Whether so many may be removed.
   *
   * @param removals how many are
   * @return whether the number allows it
   */
  public boolean allowsNumber(long removals) {
    return removals <= number;
  }

  /**
   * Whether such a share may be removed. In decimals, as the share was written: in binary, 0.29 of
   * 100 is less than 29.
   *
   * @param removals how many are removed
   * @param present of how many
   * @return whether the share allows it
   */
  public boolean allowsShare(long removals, long present) {
    BigDecimal most = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(present));
    return BigDecimal.valueOf(removals).compareTo(most) <= 0;
  }

  /** {@return the share for messages, in percent} */
  public String percent() {
    return String.format(Locale.ROOT, "%.4g %%", share * 100);
  }
}
