package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What it takes for one group to have the desired members.
 *
 * @param groupId the group
 * @param membersPresent how many members it had when it was read; zero or more
 * @param fingerprint 16 lower-case hexadecimal digits that stand for the memberships it had then,
 *     in any order; where one was made or removed since, they are others
 * @param additions who is to be added; unmodifiable, without duplicates
 * @param removals the memberships that are to be removed, as the listing gave them; unmodifiable,
 *     without duplicates
 */
public record GroupChanges(
    GroupId groupId,
    long membersPresent,
    String fingerprint,
    List<MemberId> additions,
    List<Membership> removals) {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

  /**
   * Checks and copies.
   *
   * @param groupId the group
   * @param membersPresent how many members it had when it was read
   * @param fingerprint stands for the memberships it had then
   * @param additions who is to be added
   * @param removals the memberships that are to be removed
   * @throws IllegalArgumentException if a value breaks its rule, a member is added or removed
   *     twice, the same member is added and removed, more are removed than are present, or a
   *     removal is of another group
   */
  public GroupChanges {
    Objects.requireNonNull(groupId, "group id must not be null");
    additions = List.copyOf(additions);
    removals = List.copyOf(removals);
    if (!FINGERPRINT.matcher(fingerprint).matches()) {
      throw refused(groupId, "fingerprint must be 16 lower-case hexadecimal digits");
    }
    if (membersPresent < removals.size()) {
      throw refused(
          groupId, "%d removals of %d members".formatted(removals.size(), membersPresent));
    }
    if (!removals.stream().map(Membership::groupId).allMatch(groupId::equals)) {
      throw refused(groupId, "a removal is of another group");
    }
    refuseRepetitions(groupId, additions, removals);
  }

  private static void refuseRepetitions(
      GroupId groupId, List<MemberId> additions, List<Membership> removals) {
    Optional<MemberId> repeated = repeated(additions, removals);
    if (repeated.isPresent()) {
      throw refused(
          groupId, "member %s has more than one change".formatted(repeated.orElseThrow()));
    }
  }

  private static Optional<MemberId> repeated(List<MemberId> additions, List<Membership> removals) {
    HashSet<MemberId> seen = new HashSet<>();
    return Stream.concat(additions.stream(), removals.stream().map(Membership::memberId))
        .filter(member -> !seen.add(member))
        .findFirst();
  }

  private static IllegalArgumentException refused(GroupId groupId, String rule) {
    return new IllegalArgumentException("group %s: %s".formatted(groupId, rule));
  }

  /**
   * Whether the group is as desired already.
   *
   * @return whether no member is to be added and none removed
   */
  public boolean isEmpty() {
    return additions.isEmpty() && removals.isEmpty();
  }

  Stream<PlannedChange> changes() {
    return Stream.concat(
        additions.stream().map(this::addition), removals.stream().map(this::removal));
  }

  GroupChanges keeping(Predicate<PlannedChange> kept) {
    return new GroupChanges(
        groupId,
        membersPresent,
        fingerprint,
        additions.stream().filter(member -> kept.test(addition(member))).toList(),
        removals.stream()
            .filter((Membership membership) -> kept.test(removal(membership)))
            .toList());
  }

  private PlannedChange addition(MemberId member) {
    return new PlannedChange(ChangeKind.ADD, groupId, member);
  }

  private PlannedChange removal(Membership membership) {
    return new PlannedChange(ChangeKind.REMOVE, groupId, membership.memberId());
  }

  /** The group and how many are added and removed; {@link ReconcilePlan#toText} names them. */
  @Override
  public String toString() {
    return "group %s: add %d, remove %d of %d members"
        .formatted(groupId, additions.size(), removals.size(), membersPresent);
  }
}
