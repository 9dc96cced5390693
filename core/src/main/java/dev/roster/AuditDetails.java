package dev.roster;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who made a membership and when, as far as the service says. Immutable; starts from {@link
 * #none()}.
 */
public final class AuditDetails {

  private static final AuditDetails NONE = new AuditDetails(null, null, null, null);

  private final @Nullable Instant createdAt;
  private final @Nullable String createdBy;
  private final @Nullable Instant updatedAt;
  private final @Nullable String updatedBy;

  private AuditDetails(
      @Nullable Instant createdAt,
      @Nullable String createdBy,
      @Nullable Instant updatedAt,
      @Nullable String updatedBy) {
    this.createdAt = createdAt;
    this.createdBy = createdBy;
    this.updatedAt = updatedAt;
    this.updatedBy = updatedBy;
  }

  /**
   * Details of a service that says nothing.
   *
   * @return the empty details
   */
  public static AuditDetails none() {
    return NONE;
  }

  /**
   * These details with a creation.
   *
   * @param at when the membership was made, or null where the service does not say
   * @param by the principal that made it, as the service spells it, or null likewise
   * @return such details
   */
  public AuditDetails withCreated(@Nullable Instant at, @Nullable String by) {
    return of(at, by, updatedAt, updatedBy);
  }

  /**
   * These details with a last update.
   *
   * @param at when the membership was last changed, or null where the service does not say
   * @param by the principal that changed it, as the service spells it, or null likewise
   * @return such details
   */
  public AuditDetails withUpdated(@Nullable Instant at, @Nullable String by) {
    return of(createdAt, createdBy, at, by);
  }

  /** Few services say anything, and a listing has details for each item. */
  private static AuditDetails of(
      @Nullable Instant createdAt,
      @Nullable String createdBy,
      @Nullable Instant updatedAt,
      @Nullable String updatedBy) {
    boolean nothing =
        createdAt == null && createdBy == null && updatedAt == null && updatedBy == null;
    return nothing ? NONE : new AuditDetails(createdAt, createdBy, updatedAt, updatedBy);
  }

  /**
   * When the membership was made.
   *
   * @return empty where the service does not say
   */
  public Optional<Instant> createdAt() {
    return Optional.ofNullable(createdAt);
  }

  /**
   * The principal that made the membership, as the service spells it.
   *
   * @return empty where the service does not say
   */
  public Optional<String> createdBy() {
    return Optional.ofNullable(createdBy);
  }

  /**
   * When the membership was last changed.
   *
   * @return empty where the service does not say
   */
  public Optional<Instant> updatedAt() {
    return Optional.ofNullable(updatedAt);
  }

  /**
   * The principal that last changed the membership, as the service spells it.
   *
   * @return empty where the service does not say
   */
  public Optional<String> updatedBy() {
    return Optional.ofNullable(updatedBy);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AuditDetails that
        && Objects.equals(createdAt, that.createdAt)
        && Objects.equals(createdBy, that.createdBy)
        && Objects.equals(updatedAt, that.updatedAt)
        && Objects.equals(updatedBy, that.updatedBy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(createdAt, createdBy, updatedAt, updatedBy);
  }

  @Override
  public String toString() {
    return "AuditDetails[createdAt=%s, createdBy=%s, updatedAt=%s, updatedBy=%s]"
        .formatted(createdAt, createdBy, updatedAt, updatedBy);
  }
}
