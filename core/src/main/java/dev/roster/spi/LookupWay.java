package dev.roster.spi;

/** How a driver finds a user or a group by a key. */
public enum LookupWay {
  /** One request that names the key and responds with the identifier. */
  DIRECT,
  /** As {@link #DIRECT}, in the spelling that another version of the service understands. */
  DIRECT_ALTERNATE,
  /**
   * A listing with the key as its filter. The client reads all of its pages and keeps what has
   * exactly the key: a filter may find more.
   */
  LISTING
}
