package dev.roster.aws.internal.driver;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.aws.internal.proof.InvalidResponseException;
import dev.roster.spi.RawPage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.identitystore.model.DescribeGroupMembershipResponse;
import software.amazon.awssdk.services.identitystore.model.GroupMembership;
import software.amazon.awssdk.services.identitystore.model.GroupMembershipExistenceResult;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreResponse;
import software.amazon.awssdk.services.identitystore.model.IsMemberInGroupsResponse;
import software.amazon.awssdk.services.identitystore.model.ListGroupMembershipsForMemberResponse;
import software.amazon.awssdk.services.identitystore.model.ListGroupMembershipsResponse;

/**
 * Reads one response. The SDK leaves out quietly what a response does not have, so everything that
 * is needed is checked here.
 *
 * <p>A membership always carries the store that the driver speaks for, as the caller spelt it: for
 * a store that is configured by its ARN a response has the short form.
 */
final class Responses {

  private final IdentityStoreId store;
  private final @Nullable String requestId;
  private @Nullable GroupId lastGroup;
  private @Nullable UserId lastUser;

  Responses(IdentityStoreId store, IdentitystoreResponse response) {
    this.store = store;
    this.requestId = requestId(response);
  }

  static @Nullable String requestId(IdentitystoreResponse response) {
    String id =
        response.responseMetadata() == null ? null : response.responseMetadata().requestId();
    return id == null || id.isBlank() || id.equals("UNKNOWN") ? null : id;
  }

  /** Every response of the service has one; what something else says in its place has none. */
  Responses requireRequestId() {
    if (requestId == null) {
      throw bad("the response has no request id: it is not the service's");
    }
    return this;
  }

  Membership membership(
      GroupId group, MemberId member, @Nullable String membership, @Nullable String ofStore) {
    requireSame("IdentityStoreId", store.value(), ofStore);
    return new Membership(
        store, group, member, required("MembershipId", membership, MembershipId::new));
  }

  Membership membership(MembershipId asked, DescribeGroupMembershipResponse response) {
    requireSame("IdentityStoreId", store.value(), response.identityStoreId());
    requireSame("MembershipId", asked.value(), response.membershipId());
    return new Membership(
        store,
        group(response.groupId()),
        member(response.memberId()),
        required("MembershipId", response.membershipId(), MembershipId::new),
        audit(response));
  }

  RawPage<Membership> page(GroupId asked, ListGroupMembershipsResponse response) {
    List<GroupMembership> users =
        response.groupMemberships().stream().filter(row -> !isOfAnotherKind(row)).toList();
    return page(
            response.hasGroupMemberships(),
            users,
            response.nextToken(),
            row -> requireSame("GroupId", asked.value(), row.groupId()))
        .withSkipped(response.groupMemberships().size() - users.size());
  }

  /** The SDK leaves out what it does not know of the union of kinds, so that nothing is left. */
  private static boolean isOfAnotherKind(@Nullable GroupMembership row) {
    return row != null && row.memberId() != null && row.memberId().userId() == null;
  }

  RawPage<Membership> page(MemberId asked, ListGroupMembershipsForMemberResponse response) {
    return page(
        response.hasGroupMemberships(),
        response.groupMemberships(),
        response.nextToken(),
        row -> requireMember(asked, row.memberId()));
  }

  /** The rows of a page, which all must be of what was asked for. */
  private RawPage<Membership> page(
      boolean present,
      List<GroupMembership> items,
      @Nullable String nextToken,
      Consumer<GroupMembership> check) {
    if (!present) {
      throw bad("the response has no GroupMemberships");
    }
    return RawPage.of(List.of(memberships(items, check)), nextToken);
  }

  private Membership[] memberships(List<GroupMembership> items, Consumer<GroupMembership> check) {
    Membership[] memberships = new Membership[items.size()];
    for (int row = 0; row < memberships.length; row++) {
      GroupMembership item = present("GroupMemberships", items.get(row));
      check.accept(item);
      memberships[row] = membership(item);
    }
    return memberships;
  }

  private void requireMember(
      MemberId asked,
      software.amazon.awssdk.services.identitystore.model.@Nullable MemberId given) {
    requireSame("MemberId", asked.value(), given == null ? null : given.userId());
  }

  Map<GroupId, Boolean> checks(MemberId member, IsMemberInGroupsResponse response) {
    if (!response.hasResults()) {
      throw bad("the response has no Results");
    }
    Map<GroupId, Boolean> checks = new LinkedHashMap<>();
    for (GroupMembershipExistenceResult result : response.results()) {
      add(present("Results", result), member, checks);
    }
    return checks;
  }

  private void add(
      GroupMembershipExistenceResult result, MemberId member, Map<GroupId, Boolean> checks) {
    GroupId group = group(result.groupId());
    requireMember(member, result.memberId());
    Boolean exists = present("MembershipExists", result.membershipExists());
    if (!exists.equals(checks.getOrDefault(group, exists))) {
      throw bad("the response says both yes and no about one group");
    }
    checks.put(group, exists);
  }

  private Membership membership(GroupMembership item) {
    return new Membership(
        store,
        group(item.groupId()),
        member(item.memberId()),
        required("MembershipId", item.membershipId(), MembershipId::new),
        audit(item.createdAt(), item.createdBy(), item.updatedAt(), item.updatedBy()));
  }

  /** Each row of a listing repeats either the group or the member of the row before. */
  private GroupId group(@Nullable String id) {
    if (lastGroup == null || !lastGroup.value().equals(id)) {
      lastGroup = required("GroupId", id, GroupId::new);
    }
    return lastGroup;
  }

  private UserId user(@Nullable String id) {
    if (lastUser == null || !lastUser.value().equals(id)) {
      lastUser = required("MemberId", id, UserId::new);
    }
    return lastUser;
  }

  /** Where one membership was asked for, there is nothing to go on with. */
  private MemberId member(
      software.amazon.awssdk.services.identitystore.model.@Nullable MemberId member) {
    if (member != null && member.userId() == null) {
      throw bad("the response has a kind of member that this version does not know, not a UserId");
    }
    return user(member == null ? null : member.userId());
  }

  private static AuditDetails audit(DescribeGroupMembershipResponse response) {
    return audit(
        response.createdAt(), response.createdBy(), response.updatedAt(), response.updatedBy());
  }

  private static AuditDetails audit(
      @Nullable Instant createdAt,
      @Nullable String createdBy,
      @Nullable Instant updatedAt,
      @Nullable String updatedBy) {
    return AuditDetails.none().withCreated(createdAt, createdBy).withUpdated(updatedAt, updatedBy);
  }

  private <T> T required(String name, @Nullable String value, Function<String, T> type) {
    String text = present(name, value);
    try {
      return type.apply(text);
    } catch (IllegalArgumentException invalid) {
      throw bad("the response has an unusable %s: %s".formatted(name, invalid.getMessage()));
    }
  }

  /**
   * A response about something else than was asked for is no response to it. The service may spell
   * an id as an ARN that ends in it, and a UUID in either case.
   */
  private void requireSame(String name, String asked, @Nullable String given) {
    if (given != null
        && !given.equals(asked)
        && !lastPart(given).equalsIgnoreCase(lastPart(asked))) {
      throw bad("the response is about another %s than was asked for".formatted(name));
    }
  }

  private static String lastPart(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw bad("the response has no " + name);
    }
    return value;
  }

  private InvalidResponseException bad(String message) {
    return new InvalidResponseException(message, requestId);
  }
}
