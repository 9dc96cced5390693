package dev.roster.aws;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.spi.RawPage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.identitystore.model.DescribeGroupMembershipResponse;
import software.amazon.awssdk.services.identitystore.model.GroupMembership;
import software.amazon.awssdk.services.identitystore.model.GroupMembershipExistenceResult;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreResponse;
import software.amazon.awssdk.services.identitystore.model.IsMemberInGroupsResponse;

/**
 * Reads one reply. The SDK leaves out quietly what a reply does not have, so everything that is
 * needed is checked here.
 *
 * <p>A membership always carries the store that the driver speaks for, as the caller spelt it: for
 * a store that is configured by its ARN a reply has the short form.
 */
final class Replies {

  private final IdentityStoreId store;
  private final @Nullable String requestId;
  private @Nullable GroupId lastGroup;
  private @Nullable UserId lastUser;

  Replies(IdentityStoreId store, IdentitystoreResponse reply) {
    this.store = store;
    this.requestId = requestId(reply);
  }

  static @Nullable String requestId(IdentitystoreResponse reply) {
    String id = reply.responseMetadata() == null ? null : reply.responseMetadata().requestId();
    return id == null || id.isBlank() || id.equals("UNKNOWN") ? null : id;
  }

  Membership membership(GroupId group, MemberId member, @Nullable String membership) {
    return new Membership(
        store, group, member, required("MembershipId", membership, MembershipId::new));
  }

  Membership membership(DescribeGroupMembershipResponse reply) {
    return new Membership(
        store,
        group(reply.groupId()),
        member(reply.memberId()),
        required("MembershipId", reply.membershipId(), MembershipId::new),
        audit(reply.createdAt(), reply.createdBy(), reply.updatedAt(), reply.updatedBy()));
  }

  RawPage<Membership> page(
      boolean present, List<GroupMembership> items, @Nullable String nextToken) {
    if (!present) {
      throw bad("the reply has no GroupMemberships");
    }
    Membership[] memberships = new Membership[items.size()];
    for (int row = 0; row < memberships.length; row++) {
      memberships[row] = membership(items.get(row));
    }
    return RawPage.of(List.of(memberships), nextToken);
  }

  Map<GroupId, Boolean> answers(IsMemberInGroupsResponse reply) {
    if (!reply.hasResults()) {
      throw bad("the reply has no Results");
    }
    Map<GroupId, Boolean> answers = new LinkedHashMap<>();
    for (GroupMembershipExistenceResult result : reply.results()) {
      GroupId group = group(result.groupId());
      Boolean exists = present("MembershipExists", result.membershipExists());
      if (!exists.equals(answers.getOrDefault(group, exists))) {
        throw bad("the reply says both yes and no about one group");
      }
      answers.put(group, exists);
    }
    return answers;
  }

  /**
   * For a reply that needs no body: the SDK then does not read it, and would take a proxy's page
   * for success.
   */
  void requireFromService(SdkHttpResponse reply) {
    String type = reply.firstMatchingHeader("Content-Type").orElse("json");
    if (!type.contains("json")) {
      throw bad("the reply is not the JSON that the service sends");
    }
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

  /** A kind of member that this version does not know is an error: skipping it would lose it. */
  private MemberId member(
      software.amazon.awssdk.services.identitystore.model.@Nullable MemberId member) {
    if (member != null && member.userId() == null) {
      throw bad("the reply has a kind of member that this version does not know, not a UserId");
    }
    return user(member == null ? null : member.userId());
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
      throw bad("the reply has an unusable %s: %s".formatted(name, invalid.getMessage()));
    }
  }

  private <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw bad("the reply has no " + name);
    }
    return value;
  }

  private BadReplyException bad(String message) {
    return new BadReplyException(message, requestId);
  }
}
