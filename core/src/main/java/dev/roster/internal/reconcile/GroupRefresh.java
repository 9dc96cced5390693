package dev.roster.internal.reconcile;

import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.internal.plan.MembershipFingerprint;
import dev.roster.reconcile.GroupChanges;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Compares the changes of one group with the group as it is now, item by item. For one thread.
 *
 * <p>It keeps two fingerprints: of the group as it is, and of the group as it would be if the plan
 * had changed nothing. Where that is not the one in the plan, something else changed the group.
 */
public final class GroupRefresh {

  private final GroupChanges reviewed;
  private final UnaryOperator<String> canonical;
  private final MembershipFingerprint now = new MembershipFingerprint();
  private final MembershipFingerprint before = new MembershipFingerprint();
  private final Set<String> missing = new HashSet<>();
  private final Set<MembershipId> present = new HashSet<>();

  /**
   * A comparison that has read nothing yet.
   *
   * @param reviewed the changes of the group
   * @param canonical gives the one spelling of an identifier
   */
  public GroupRefresh(GroupChanges reviewed, UnaryOperator<String> canonical) {
    this.reviewed = reviewed;
    this.canonical = canonical;
    reviewed.additions().forEach(member -> missing.add(canonical(member)));
  }

  /**
   * Reads the listing.
   *
   * @param listing the memberships of the group as it is now
   */
  public void read(Iterable<Membership> listing) {
    Set<String> additions = Set.copyOf(missing);
    for (Membership membership : listing) {
      String member = canonical(membership.memberId());
      now.add(membership);
      if (!additions.contains(member)) {
        before.add(membership);
      }
      missing.remove(member);
      present.add(membership.membershipId());
    }
    reviewed.removals().stream().filter(removal -> !isLeft(removal)).forEach(before::add);
  }

  private String canonical(MemberId member) {
    return canonical.apply(member.value());
  }

  private boolean isLeft(Membership removal) {
    return present.contains(removal.membershipId());
  }

  /** {@return the changes that are not made yet} */
  public GroupChanges rest() {
    return new GroupChanges(
        reviewed.groupId(),
        now.count(),
        now.text(),
        reviewed.additions().stream().filter(add -> missing.contains(canonical(add))).toList(),
        reviewed.removals().stream().filter((Membership removal) -> isLeft(removal)).toList());
  }

  /** {@return whether something else changed the group} */
  public boolean isChangedElsewhere() {
    return !before.text().equals(reviewed.fingerprint());
  }
}
