package dev.roster.conformance.internal.scene;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.Capability;
import dev.roster.GroupId;
import dev.roster.MemberBatches;
import dev.roster.MemberResult;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.conformance.ConformanceHarness;
import java.util.List;

/**
 * One group with one member, and one user who is not in it: enough for one fault-free call of each
 * operation.
 */
public record Scene(GroupId group, UserId member, UserId stranger, Membership membership) {

  public static Scene set(ConformanceHarness harness) {
    GroupId group = harness.newGroup();
    UserId member = harness.newUser();
    return new Scene(group, member, harness.newUser(), harness.addMembership(group, member));
  }

  public MembershipId membershipId() {
    return membership.membershipId();
  }

  /** Makes the stranger a member. */
  public Membership create(RosterClient client) {
    return client.createMembership(group, stranger);
  }

  /**
   * Makes the call that needs exactly one request of a membership operation, which is more than one
   * on the wire where the driver states so. Skips the test where the driver has no such operation.
   */
  public Object call(Operation operation, RosterClient client) {
    assumeTrue(isThere(operation, client), () -> "the driver does not have " + operation);
    return switch (operation) {
      case CREATE_MEMBERSHIP -> create(client);
      case DELETE_MEMBERSHIP -> {
        client.deleteMembership(membershipId());
        yield membershipId();
      }
      case GET_MEMBERSHIP -> client.getMembership(membershipId());
      case FIND_MEMBERSHIP -> client.findMembership(group, member);
      case LIST_MEMBERSHIPS -> client.listMemberships(group).stream().toList();
      case LIST_MEMBERSHIPS_FOR_MEMBER -> client.listMembershipsForMember(member).stream().toList();
      case IS_MEMBER_IN_GROUPS -> client.isMemberInGroups(member, List.of(group));
      case ADD_MEMBERS -> one(MemberBatches.of(client).ensureMembers(group, List.of(stranger)));
      case REMOVE_MEMBERS -> one(MemberBatches.of(client).ensureNotMembers(group, List.of(member)));
      default -> throw new IllegalArgumentException(operation.methodName() + " needs a name");
    };
  }

  public static boolean isThere(Operation operation, RosterClient client) {
    return switch (operation) {
      case LIST_MEMBERSHIPS -> client.capabilities().contains(Capability.LISTS_BY_GROUP);
      case LIST_MEMBERSHIPS_FOR_MEMBER ->
          client.capabilities().contains(Capability.LISTS_BY_MEMBER);
      case ADD_MEMBERS, REMOVE_MEMBERS -> MemberBatches.of(client).largest() > 1;
      default -> true;
    };
  }

  private static <S> S one(List<MemberResult<S>> results) {
    MemberResult<S> result = results.get(0);
    return result
        .status()
        .orElseThrow(() -> result.error().orElseThrow(() -> new AssertionError("no result")));
  }
}
