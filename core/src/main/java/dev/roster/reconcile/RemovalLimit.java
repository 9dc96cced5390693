package dev.roster.reconcile;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The most that may be removed of some memberships, in number and as a share.
 *
 * @param number zero or more
 * @param share from 0.0 to 1.0
 */
record RemovalLimit(long number, double share) {

  RemovalLimit {
    if (number < 0) {
      throw new IllegalArgumentException("maxRemovals must not be negative, but is " + number);
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("maxShare must be from 0 to 1, but is " + share);
    }
  }

  boolean allowsNumber(long removals) {
    return removals <= number;
  }

  /** In decimals, as the share was written: in binary, 0.29 of 100 is less than 29. */
  boolean allowsShare(long removals, long present) {
    BigDecimal most = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(present));
    return BigDecimal.valueOf(removals).compareTo(most) <= 0;
  }

  String percent() {
    return String.format(Locale.ROOT, "%.4g %%", share * 100);
  }
}
