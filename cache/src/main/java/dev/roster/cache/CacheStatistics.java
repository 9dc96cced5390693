package dev.roster.cache;

/** How often a cache answered, counted in keys since it was made. Immutable. */
public final class CacheStatistics {

  private final long hits;
  private final long joined;
  private final long asked;
  private final long evicted;
  private final long size;

  CacheStatistics(long hits, long joined, long asked, long evicted, long size) {
    this.hits = hits;
    this.joined = joined;
    this.asked = asked;
    this.evicted = evicted;
    this.size = size;
  }

  CacheStatistics plus(CacheStatistics other) {
    return new CacheStatistics(
        hits + other.hits,
        joined + other.joined,
        asked + other.asked,
        evicted + other.evicted,
        size + other.size);
  }

  /** {@return the keys that memory answered for, remembered absences included} */
  public long hits() {
    return hits;
  }

  /** {@return the keys for which a caller waited for a request that another one was making} */
  public long joined() {
    return joined;
  }

  /** {@return the keys that the service was asked for} */
  public long asked() {
    return asked;
  }

  /** {@return the keys that were dropped because they were too old or too many} */
  public long evicted() {
    return evicted;
  }

  /** {@return the keys that are remembered now} */
  public long size() {
    return size;
  }

  @Override
  public String toString() {
    return "CacheStatistics[hits=%d, joined=%d, asked=%d, evicted=%d, size=%d]"
        .formatted(hits, joined, asked, evicted, size);
  }
}
