package dev.roster.query;

import java.util.OptionalLong;

/**
 * How names or identifiers will be resolved, and what it costs. Made by {@link NameResolver}.
 * Immutable.
 */
public final class ResolutionPlan {

  /** Fewer single calls than this are not worth a listing of unknown length. */
  private static final long FEW = 3;

  private final long pages;
  private final OptionalLong mostCalls;

  private ResolutionPlan(long pages, OptionalLong mostCalls) {
    this.pages = pages;
    this.mostCalls = mostCalls;
  }

  /**
   * The fewest calls.
   *
   * @param keys how many keys
   * @param pagesOfStore how many pages the whole listing has; empty where that is not known
   * @param singleCalls whether the service can answer for a single key
   */
  static ResolutionPlan of(long keys, OptionalLong pagesOfStore, boolean singleCalls) {
    if (keys == 0) {
      return new ResolutionPlan(0, OptionalLong.of(0));
    }
    if (!singleCalls) {
      return new ResolutionPlan(Long.MAX_VALUE, pagesOfStore);
    }
    return pagesOfStore.isPresent() ? ofKnown(keys, pagesOfStore.getAsLong()) : ofUnknown(keys);
  }

  private static ResolutionPlan ofKnown(long keys, long pages) {
    return keys <= pages
        ? new ResolutionPlan(0, OptionalLong.of(keys))
        : new ResolutionPlan(pages, OptionalLong.of(pages));
  }

  /** A listing that is left after half as many pages costs half as much again at the worst. */
  private static ResolutionPlan ofUnknown(long keys) {
    if (keys <= FEW) {
      return new ResolutionPlan(0, OptionalLong.of(keys));
    }
    long pages = (keys + 1) / 2;
    return new ResolutionPlan(pages, OptionalLong.of(pages + keys));
  }

  /** {@return whether the store is listed, which answers for many keys at once} */
  public boolean lists() {
    return pages > 0;
  }

  /** {@return the most pages that are read before single calls answer for the rest} */
  public long mostPages() {
    return pages;
  }

  /**
   * The most calls that it takes, where the store is of the size that was given. Where the size is
   * not known, these are the pages of a listing that is left, and a call for each key.
   *
   * @return the number of calls; empty where a listing of unknown length is read to its end,
   *     because the service cannot answer for a single key
   */
  public OptionalLong mostCalls() {
    return mostCalls;
  }

  @Override
  public String toString() {
    return "ResolutionPlan[mostPages=%d, mostCalls=%s]".formatted(pages, mostCalls);
  }
}
