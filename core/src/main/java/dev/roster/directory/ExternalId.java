package dev.roster.directory;

import java.util.Objects;

/**
 * The identifier of a user or group in another system, from which it was provisioned.
 *
 * @param issuer the other system
 * @param id the identifier there
 */
public record ExternalId(String issuer, String id) {

  /**
   * Checks that nothing is null or blank.
   *
   * @param issuer the other system
   * @param id the identifier there
   */
  public ExternalId {
    if (Objects.requireNonNull(issuer, "issuer must not be null").isBlank()) {
      throw new IllegalArgumentException("issuer must not be blank");
    }
    if (Objects.requireNonNull(id, "external id must not be null").isBlank()) {
      throw new IllegalArgumentException("external id must not be blank");
    }
  }

  /** Neither part, which are personal data. */
  @Override
  public String toString() {
    return "ExternalId[hidden]";
  }
}
