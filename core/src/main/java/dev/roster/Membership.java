package dev.roster;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One member in one group of one identity store.
 *
 * @param identityStoreId the store that holds the membership
 * @param groupId the group
 * @param memberId the member
 * @param membershipId the membership's own identifier, needed to delete it
 * @param audit who made it and when, as far as the service says; a response that carries only
 *     identifiers has {@link AuditDetails#none()}
 */
public record Membership(
    IdentityStoreId identityStoreId,
    GroupId groupId,
    MemberId memberId,
    MembershipId membershipId,
    AuditDetails audit) {

  /**
   * Checks that nothing is null.
   *
   * @param identityStoreId the store
   * @param groupId the group
   * @param memberId the member
   * @param membershipId the membership's own identifier
   * @param audit who made it and when
   */
  public Membership {
    Objects.requireNonNull(identityStoreId, "identity store id must not be null");
    Objects.requireNonNull(groupId, "group id must not be null");
    Objects.requireNonNull(memberId, "member id must not be null");
    Objects.requireNonNull(membershipId, "membership id must not be null");
    Objects.requireNonNull(audit, "audit details must not be null");
  }

  /**
   * A membership of which only the identifiers are known.
   *
   * @param identityStoreId the store that holds the membership
   * @param groupId the group
   * @param memberId the member
   * @param membershipId the membership's own identifier
   */
  public Membership(
      IdentityStoreId identityStoreId,
      GroupId groupId,
      MemberId memberId,
      MembershipId membershipId) {
    this(identityStoreId, groupId, memberId, membershipId, AuditDetails.none());
  }

  /**
   * When the membership was made, as {@link AuditDetails#createdAt()}.
   *
   * @return empty where the service does not say
   */
  public Optional<Instant> createdAt() {
    return audit.createdAt();
  }

  /**
   * Who made the membership, as {@link AuditDetails#createdBy()}.
   *
   * @return empty where the service does not say
   */
  public Optional<String> createdBy() {
    return audit.createdBy();
  }

  /**
   * When the membership was last changed, as {@link AuditDetails#updatedAt()}.
   *
   * @return empty where the service does not say
   */
  public Optional<Instant> updatedAt() {
    return audit.updatedAt();
  }

  /**
   * Who last changed the membership, as {@link AuditDetails#updatedBy()}.
   *
   * @return empty where the service does not say
   */
  public Optional<String> updatedBy() {
    return audit.updatedBy();
  }
}
