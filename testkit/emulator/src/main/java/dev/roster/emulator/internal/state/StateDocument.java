package dev.roster.emulator.internal.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.StoreSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of stores, which {@code docs/testing-without-a-cloud.md} describes. What is
 * optional is null where it is left out. Each part checks itself when it is made, so that the
 * caller that reads a document can say where it is wrong.
 */
@JsonInclude(Include.NON_EMPTY)
record StateDocument(@JsonProperty(required = true) List<Store> stores) {

  StateDocument {
    Objects.requireNonNull(stores, "stores must not be null");
  }

  static StateDocument of(List<StoreSnapshot> snapshots) {
    return new StateDocument(snapshots.stream().map(Store::of).toList());
  }

  @JsonInclude(Include.NON_EMPTY)
  record Store(
      @JsonProperty(required = true) String identityStoreId,
      @Nullable List<User> users,
      @Nullable List<Group> groups,
      @Nullable List<Link> memberships) {

    Store {
      new IdentityStoreId(identityStoreId);
    }

    static Store of(StoreSnapshot of) {
      return new Store(
          of.identityStoreId().value(),
          of.users().stream().map(User::of).toList(),
          of.groups().stream().map(Group::of).toList(),
          of.memberships().stream().map(Link::of).toList());
    }

    StoreSnapshot snapshot() {
      IdentityStoreId id = new IdentityStoreId(identityStoreId);
      return new StoreSnapshot(
          id,
          orNone(users).stream().map(User::user).toList(),
          orNone(groups).stream().map(Group::group).toList(),
          linked(id));
    }

    private List<Membership> linked(IdentityStoreId id) {
      List<Membership> linked = new ArrayList<>();
      for (Link each : orNone(memberships)) {
        linked.add(each.membership(id, linked.size() + 1));
      }
      return linked;
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
      return given == null ? List.of() : given;
    }
  }

  @JsonInclude(Include.NON_EMPTY)
  record User(
      @JsonProperty(required = true) String userId,
      @Nullable Map<String, Object> attributes,
      @Nullable Audit audit) {

    User {
      new UserId(userId);
      orNone(attributes);
    }

    static User of(MemoryEntity<UserId> user) {
      return new User(user.id().value(), user.attributes().asMap(), Audit.of(user.audit()));
    }

    MemoryEntity<UserId> user() {
      return new MemoryEntity<>(new UserId(userId), orNone(attributes), Audit.details(audit));
    }
  }

  @JsonInclude(Include.NON_EMPTY)
  record Group(
      @JsonProperty(required = true) String groupId,
      @Nullable Map<String, Object> attributes,
      @Nullable Audit audit) {

    Group {
      new GroupId(groupId);
      orNone(attributes);
    }

    static Group of(MemoryEntity<GroupId> group) {
      return new Group(group.id().value(), group.attributes().asMap(), Audit.of(group.audit()));
    }

    MemoryEntity<GroupId> group() {
      return new MemoryEntity<>(new GroupId(groupId), orNone(attributes), Audit.details(audit));
    }
  }

  /** A membership; one without an identifier gets one that follows from its place. */
  @JsonInclude(Include.NON_EMPTY)
  record Link(
      @Nullable String membershipId,
      @JsonProperty(required = true) String groupId,
      @JsonProperty(required = true) String userId,
      @Nullable Audit audit) {

    Link {
      new GroupId(groupId);
      new UserId(userId);
      if (membershipId != null) {
        new MembershipId(membershipId);
      }
    }

    static Link of(Membership of) {
      return new Link(
          of.membershipId().value(),
          of.groupId().value(),
          of.memberId().value(),
          Audit.of(of.audit()));
    }

    Membership membership(IdentityStoreId store, int place) {
      String own =
          membershipId == null ? "fa4e0005-0000-4000-8000-%012x".formatted(place) : membershipId;
      return new Membership(
          store,
          new GroupId(groupId),
          new UserId(userId),
          new MembershipId(own),
          Audit.details(audit));
    }
  }

  /** When and by whom; all of it may be left out. */
  @JsonInclude(Include.NON_EMPTY)
  record Audit(
      @Nullable Instant createdAt,
      @Nullable String createdBy,
      @Nullable Instant updatedAt,
      @Nullable String updatedBy) {

    static @Nullable Audit of(AuditDetails details) {
      return details.equals(AuditDetails.none())
          ? null
          : new Audit(
              details.createdAt().orElse(null),
              details.createdBy().orElse(null),
              details.updatedAt().orElse(null),
              details.updatedBy().orElse(null));
    }

    static AuditDetails details(@Nullable Audit audit) {
      return audit == null
          ? AuditDetails.none()
          : AuditDetails.none()
              .withCreated(audit.createdAt, audit.createdBy)
              .withUpdated(audit.updatedAt, audit.updatedBy);
    }
  }

  private static Attributes orNone(@Nullable Map<String, Object> given) {
    return given == null ? Attributes.none() : Attributes.of(given);
  }
}
