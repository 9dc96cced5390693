package dev.roster.internal.reconcile;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.internal.plan.MembershipFingerprint;
import dev.roster.reconcile.GroupChanges;
import dev.roster.reconcile.ReconcileMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Compares a group's listing with who is desired, item by item. For one thread. */
public final class GroupReading {

  private final IdentityStoreId storeId;
  private final GroupId groupId;
  private final ReconcileMode mode;
  private final UnaryOperator<String> canonical;
  private final Set<String> desired;
  private final Map<String, MemberId> missing = new LinkedHashMap<>();
  private final Map<MemberId, Membership> removals = new LinkedHashMap<>();
  private final MembershipFingerprint fingerprint = new MembershipFingerprint();

  /**
   * A comparison that has read nothing yet.
   *
   * @param storeId the store
   * @param groupId the group
   * @param mode what happens to members who are not desired
   * @param desired who is to be in the group
   * @param canonical gives the one spelling of an identifier
   */
  public GroupReading(
      IdentityStoreId storeId,
      GroupId groupId,
      ReconcileMode mode,
      Collection<? extends MemberId> desired,
      UnaryOperator<String> canonical) {
    this.storeId = storeId;
    this.groupId = groupId;
    this.mode = mode;
    this.canonical = canonical;
    desired.forEach(member -> missing.putIfAbsent(canonical.apply(member.value()), member));
    this.desired = Set.copyOf(missing.keySet());
  }

  /**
   * Reads the listing.
   *
   * @param listing the memberships of the group
   * @return what it takes for the group to have the desired members
   */
  public GroupChanges compare(Iterable<Membership> listing) {
    listing.forEach(this::read);
    List<MemberId> additions = new ArrayList<>(missing.values());
    return new GroupChanges(
        groupId,
        fingerprint.count(),
        fingerprint.text(),
        additions,
        List.copyOf(removals.values()));
  }

  private void read(Membership membership) {
    MemberId member = membership.memberId();
    fingerprint.add(membership);
    String id = canonical.apply(member.value());
    missing.remove(id);
    if (mode == ReconcileMode.EXCLUSIVE && !desired.contains(id)) {
      // A listing that shifts while it is read can show a membership twice; the last is the latest.
      removals.put(member, new Membership(storeId, groupId, member, membership.membershipId()));
    }
  }
}
