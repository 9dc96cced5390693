package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.directory.KnownNames;
import dev.roster.internal.guard.ProtectedEntries;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Groups that lose no member and members that are removed from no group, whatever a plan says: the
 * account that opens the door when everything else fails, for example. Immutable; starts from
 * {@link #none()}.
 *
 * <p>A pattern is an identifier or a name, in which {@code *} stands for any characters and {@code
 * ?} for one. Case makes no difference, because it is better to keep one member too many. Where a
 * name is not known, patterns cannot be compared with it, and the removal is protected.
 */
public final class Protection {

  private static final Protection NONE =
      new Protection(ProtectedEntries.NONE, ProtectedEntries.NONE);

  private final ProtectedEntries groups;
  private final ProtectedEntries members;

  private Protection(ProtectedEntries groups, ProtectedEntries members) {
    this.groups = groups;
    this.members = members;
  }

  /** {@return a shared instance that protects nothing} */
  public static Protection none() {
    return NONE;
  }

  /**
   * The same with more groups from which no one is removed.
   *
   * @param ids the groups
   * @return a new protection
   */
  public Protection withGroups(GroupId... ids) {
    return new Protection(groups.withIds(Stream.of(ids).map(GroupId::value)), members);
  }

  /**
   * The same with more groups from which no one is removed. Their names have to be read.
   *
   * @param patterns names or identifiers of groups, or patterns of them
   * @return a new protection
   * @throws IllegalArgumentException if a pattern is blank
   */
  public Protection withGroupsLike(String... patterns) {
    return new Protection(groups.withPatterns(patterns), members);
  }

  /**
   * The same with more members who are removed from no group.
   *
   * @param ids the members
   * @return a new protection
   */
  public Protection withMembers(MemberId... ids) {
    return new Protection(groups, members.withIds(Stream.of(ids).map(MemberId::value)));
  }

  /**
   * The same with more members who are removed from no group. Their names have to be read.
   *
   * @param patterns user names or identifiers, or patterns of them
   * @return a new protection
   * @throws IllegalArgumentException if a pattern is blank
   */
  public Protection withMembersLike(String... patterns) {
    return new Protection(groups, members.withPatterns(patterns));
  }

  /** {@return whether names of groups are needed to decide} */
  public boolean needsGroupNames() {
    return groups.needNames();
  }

  /** {@return whether names of members are needed to decide} */
  public boolean needsMemberNames() {
    return members.needNames();
  }

  /**
   * Whether a change removes what is protected. An addition never does.
   *
   * @param change the change
   * @param names the names of groups and members where they {@linkplain #needsMemberNames are
   *     needed}
   * @param canonicalId gives the one spelling of an identifier, as {@link
   *     dev.roster.RosterClient#canonicalId}
   * @return whether the change must not be made
   */
  public boolean protects(
      PlannedChange change, KnownNames names, UnaryOperator<String> canonicalId) {
    Objects.requireNonNull(canonicalId, "canonical id must not be null");
    String group = names.of(change.groupId()).orElse(null);
    String member = names.of(change.memberId()).orElse(null);
    return change.isRemoval()
        && (groups.have(change.groupId().value(), group, canonicalId)
            || members.have(change.memberId().value(), member, canonicalId));
  }

  /** How many there are: names are personal data. */
  @Override
  public String toString() {
    return "Protection[groups: %s, members: %s]".formatted(groups, members);
  }
}
