package dev.roster.conformance.internal.scene;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.conformance.ConformanceHarness;
import java.util.ArrayList;
import java.util.List;

/** One of the two listings, over a group or a user of its own that has some memberships. */
public final class Listed {

  /** Which listing. */
  public enum By {
    GROUP(Operation.LIST_MEMBERSHIPS),
    MEMBER(Operation.LIST_MEMBERSHIPS_FOR_MEMBER);

    private final Operation operation;

    By(Operation operation) {
      this.operation = operation;
    }

    public Operation operation() {
      return operation;
    }
  }

  private final By by;
  private final GroupId group;
  private final UserId user;
  private final List<MembershipId> ids = new ArrayList<>();

  private Listed(By by, GroupId group, UserId user) {
    this.by = by;
    this.group = group;
    this.user = user;
  }

  public static Listed make(ConformanceHarness harness, By by, int memberships) {

    Listed listed = new Listed(by, harness.newGroup(), harness.newUser());
    for (int each = 0; each < memberships; each++) {
      listed.add(harness);
    }
    return listed;
  }

  private void add(ConformanceHarness harness) {
    Membership made =
        by == By.GROUP
            ? harness.addMembership(group, harness.newUser())
            : harness.addMembership(harness.newGroup(), user);
    ids.add(made.membershipId());
  }

  public Pager<Membership> pager(RosterClient client) {
    return by == By.GROUP ? client.listMemberships(group) : client.listMembershipsForMember(user);
  }

  /** All its memberships, in no particular order. */
  public List<MembershipId> ids() {
    return List.copyOf(ids);
  }

  public Operation operation() {
    return by.operation();
  }
}
