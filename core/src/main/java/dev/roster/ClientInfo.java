package dev.roster;

import java.util.Objects;

/** Which client a listener belongs to. Immutable. */
public final class ClientInfo {

  private final String provider;
  private final IdentityStoreId identityStoreId;
  private final RateLimiter rateLimiter;

  private ClientInfo(String provider, IdentityStoreId identityStoreId, RateLimiter rateLimiter) {
    this.provider = Objects.requireNonNull(provider, "provider must not be null");
    this.identityStoreId =
        Objects.requireNonNull(identityStoreId, "identity store id must not be null");
    this.rateLimiter = Objects.requireNonNull(rateLimiter, "rate limiter must not be null");
  }

  /**
   * An info; tests of listeners make them too.
   *
   * @param provider the provider's short name
   * @param identityStoreId the store
   * @param rateLimiter the client's rate limiter
   * @return a new info
   */
  public static ClientInfo of(
      String provider, IdentityStoreId identityStoreId, RateLimiter rateLimiter) {
    return new ClientInfo(provider, identityStoreId, rateLimiter);
  }

  /**
   * The provider's short name.
   *
   * @return the scheme of its configuration string
   */
  public String provider() {
    return provider;
  }

  /**
   * The store.
   *
   * @return never null
   */
  public IdentityStoreId identityStoreId() {
    return identityStoreId;
  }

  /**
   * The client's rate limiter, to read the permitted rate.
   *
   * @return equal for clients that share a limiter
   */
  public RateLimiter rateLimiter() {
    return rateLimiter;
  }

  @Override
  public String toString() {
    return "ClientInfo[provider=%s, identityStoreId=%s]".formatted(provider, identityStoreId);
  }
}
