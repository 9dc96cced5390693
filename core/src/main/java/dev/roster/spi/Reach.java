package dev.roster.spi;

/** How far a failed attempt came. It decides what a write may have changed. */
public enum Reach {
  /**
   * The service surely never had the request: connection refused, unknown host, TLS failure,
   * missing credentials, signing. Claim this only where the whole cause chain proves it.
   */
  NOT_SENT,
  /** The service responded that it did not carry the request out. */
  REFUSED,
  /**
   * The service may have carried the request out: no response, a response that cannot be read, or
   * one that says that the service itself failed. When in doubt, this.
   */
  MAYBE_APPLIED
}
