package dev.roster;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link RosterClient#ensureMember} came to: the member is in the group. Immutable. */
public final class EnsuredMembership {

  private final Presence presence;
  private final @Nullable Membership membership;

  private EnsuredMembership(Presence presence, @Nullable Membership membership) {
    this.presence = Objects.requireNonNull(presence, "presence must not be null");
    this.membership = membership;
  }

  /**
   * A membership that is there, of which nothing more is known.
   *
   * @param presence how it came to be
   * @return a result without a membership
   */
  public static EnsuredMembership of(Presence presence) {
    return new EnsuredMembership(presence, null);
  }

  /**
   * A membership that is there and known.
   *
   * @param presence how it came to be
   * @param membership the membership
   * @return a result with that membership
   */
  public static EnsuredMembership of(Presence presence, Membership membership) {
    return new EnsuredMembership(
        presence, Objects.requireNonNull(membership, "membership must not be null"));
  }

  /**
   * How the member came to be in the group.
   *
   * @return never null
   */
  public Presence presence() {
    return presence;
  }

  /**
   * The membership, where it is known without a further request. Always there where the presence is
   * {@link Presence#CREATED}; {@link RosterClient#findMembership} reads any other.
   *
   * @return without audit details, as a rule
   */
  public Optional<Membership> membership() {
    return Optional.ofNullable(membership);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EnsuredMembership that
        && presence == that.presence
        && Objects.equals(membership, that.membership);
  }

  @Override
  public int hashCode() {
    return Objects.hash(presence, membership);
  }

  @Override
  public String toString() {
    return membership == null ? presence.toString() : presence + ": " + membership;
  }
}
