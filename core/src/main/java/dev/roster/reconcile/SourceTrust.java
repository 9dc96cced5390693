package dev.roster.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Decides whether members may be removed because a source does not have them. A source that is
 * empty, failed, ended early, has names that are not certain, or shrank by much since the last run
 * is good enough to add members, and not to remove any. Immutable; starts from {@link #defaults()}.
 */
public final class SourceTrust {

  /** By which share a source may shrink from one run to the next unless set otherwise. */
  public static final double DEFAULT_MAX_SHRINKAGE = 0.2;

  private static final SourceTrust DEFAULTS =
      new SourceTrust(DEFAULT_MAX_SHRINKAGE, OptionalLong.empty());

  private final double maxShrinkage;
  private final OptionalLong lastSize;

  private SourceTrust(double maxShrinkage, OptionalLong lastSize) {
    this.maxShrinkage = maxShrinkage;
    this.lastSize = lastSize;
  }

  /**
   * The rules of those who set none: a source may lose a fifth of its members.
   *
   * @return a shared instance that knows of no last run
   */
  public static SourceTrust defaults() {
    return DEFAULTS;
  }

  /**
   * The same with another share.
   *
   * @param most by how much a source may shrink, from 0.0, not at all, to 1.0, to nothing
   * @return new rules
   * @throws IllegalArgumentException if the share is out of its range
   */
  public SourceTrust withMaxShrinkage(double most) {
    if (!(most >= 0 && most <= 1)) {
      throw new IllegalArgumentException("maxShrinkage must be from 0 to 1, but is " + most);
    }
    return new SourceTrust(most, lastSize);
  }

  /**
   * The same with what the source had at the last run that was trusted.
   *
   * @param size its {@link DesiredMembers#size()}; zero or more
   * @return new rules
   * @throws IllegalArgumentException if the size is negative
   */
  public SourceTrust withLastSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("last size must not be negative, but is " + size);
    }
    return new SourceTrust(maxShrinkage, OptionalLong.of(size));
  }

  /**
   * Why no one is removed by a list.
   *
   * @param members the list
   * @return a refusal for each rule that it breaks; empty where it is trusted; unmodifiable
   */
  public List<Refusal> refusals(ResolvedMembers members) {
    DesiredMembers desired = members.desired();
    List<Refusal> refusals = new ArrayList<>(members.findings());
    if (desired.size() == 0) {
      refusals.add(
          Refusal.of(RemovalRule.SOURCE_EMPTY, "%s has no member".formatted(desired.source())));
    } else if (shrank(desired.size())) {
      refusals.add(Refusal.of(RemovalRule.SOURCE_SHRANK, shrinkage(desired)));
    }
    return List.copyOf(refusals);
  }

  /** In decimals, as the share was written. */
  private boolean shrank(long size) {
    long last = lastSize.orElse(0);
    BigDecimal most = BigDecimal.valueOf(maxShrinkage).multiply(BigDecimal.valueOf(last));
    return BigDecimal.valueOf(last - size).compareTo(most) > 0;
  }

  private String shrinkage(DesiredMembers desired) {
    long last = lastSize.orElse(0);
    return String.format(
        Locale.ROOT,
        "%s has %d members, and had %d at the last run: %.1f %% fewer, where %s %% are allowed",
        desired.source(),
        desired.size(),
        last,
        100.0 * (last - desired.size()) / last,
        BigDecimal.valueOf(maxShrinkage).movePointRight(2).stripTrailingZeros().toPlainString());
  }

  @Override
  public String toString() {
    return "SourceTrust[maxShrinkage=%s, lastSize=%s]".formatted(maxShrinkage, lastSize);
  }
}
