package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MemoryIdentityStoreTest {

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final GroupId group = store.addGroup();
  private final UserId user = store.addUser();
  private final GroupId noGroup = new GroupId("no-such-group");
  private final UserId noUser = new UserId("no-such-user");

  @Test
  void aNewMembershipIsFoundByItsIdAndByItsPair() {
    time.advance(Duration.ofMinutes(1));

    Membership made = store.createMembership(group, user);

    assertThat(store.getMembership(made.membershipId())).isEqualTo(made);
    assertThat(store.findMembership(group, user)).isEqualTo(made);
    assertThat(made.createdAt()).contains(time.instant());
    assertThat(made.updatedBy()).contains(MemoryIdentityStore.PRINCIPAL);
  }

  @Test
  void aSecondMembershipOfTheSamePairIsRefused() {
    store.createMembership(group, user);

    assertThat(refusal(() -> store.createMembership(group, user)).description().code())
        .isEqualTo(ErrorCode.ALREADY_MEMBER);
    assertThat(store.membershipCount()).isEqualTo(1);
  }

  @Test
  void whatIsMissingIsNamed() {
    MembershipId none = new MembershipId("no-such-membership");

    assertMissing(Resource.GROUP, () -> store.createMembership(noGroup, user));
    assertMissing(Resource.MEMBER, () -> store.createMembership(group, noUser));
    assertMissing(Resource.GROUP, () -> store.findMembership(noGroup, user));
    assertMissing(Resource.MEMBER, () -> store.findMembership(group, noUser));
    assertMissing(Resource.MEMBERSHIP, () -> store.findMembership(group, user));
    assertMissing(Resource.MEMBERSHIP, () -> store.getMembership(none));
    assertMissing(Resource.MEMBERSHIP, () -> store.deleteMembership(none));
    assertMissing(Resource.GROUP, () -> store.listMemberships(noGroup, PageRequest.first(1)));
    assertMissing(
        Resource.MEMBER, () -> store.listMembershipsForMember(noUser, PageRequest.first(1)));
    assertMissing(Resource.MEMBER, () -> store.isMemberInGroups(noUser, List.of(group)));
    assertMissing(Resource.GROUP, () -> store.isMemberInGroups(user, List.of(group, noGroup)));
  }

  @Test
  void aRemovedMembershipIsGoneEverywhere() {
    Membership made = store.createMembership(group, user);

    store.deleteMembership(made.membershipId());

    assertMissing(Resource.MEMBERSHIP, () -> store.getMembership(made.membershipId()));
    assertMissing(Resource.MEMBERSHIP, () -> store.findMembership(group, user));
    assertThat(store.listMemberships(group, PageRequest.first(10)).items()).isEmpty();
    assertThat(store.listMembershipsForMember(user, PageRequest.first(10)).items()).isEmpty();
    assertThat(store.isMemberInGroups(user, List.of(group))).containsEntry(group, false);
  }

  @Test
  void removingAGroupRemovesItsMembershipsOnly() {
    GroupId other = store.addGroup();
    store.createMembership(group, user);
    Membership kept = store.createMembership(other, user);

    store.groups().delete(group);

    assertThat(store.listMembershipsForMember(user, PageRequest.first(10)).items())
        .containsExactly(kept);
    assertThat(store.groups().ids()).containsExactly(other);
    assertMissing(Resource.GROUP, () -> store.groups().delete(group));
  }

  @Test
  void removingAUserRemovesItsMembershipsOnly() {
    UserId other = store.addUser();
    store.createMembership(group, user);
    Membership kept = store.createMembership(group, other);

    store.users().delete(user);

    assertThat(store.listMemberships(group, PageRequest.first(10)).items()).containsExactly(kept);
    assertThat(store.users().ids()).containsExactly(other);
    assertMissing(Resource.MEMBER, () -> store.users().delete(user));
  }

  @Test
  void aCheckResponsesEveryGroupInTheOrderAsked() {
    GroupId other = store.addGroup();
    store.createMembership(other, user);

    assertThat(store.isMemberInGroups(user, List.of(group, other)))
        .containsExactly(Map.entry(group, false), Map.entry(other, true));
  }

  @Test
  void identifiersAreTheSameInEveryRun() {
    MemoryIdentityStore again = new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));

    assertThat(again.addGroup()).isEqualTo(group);
    assertThat(again.addUser()).isEqualTo(user);
    assertThat(group.value()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @Test
  void aNamedStoreIsSharedUntilItIsForgotten() {
    MemoryIdentityStore named = MemoryIdentityStore.named("shared-by-name");

    assertThat(MemoryIdentityStore.named("shared-by-name")).isSameAs(named);
    assertThat(MemoryIdentityStore.forget("shared-by-name")).isTrue();
    assertThat(MemoryIdentityStore.named("shared-by-name")).isNotSameAs(named);
    assertThat(MemoryIdentityStore.forget("shared-by-name")).isTrue();
    assertThat(MemoryIdentityStore.forget("shared-by-name")).isFalse();
  }

  private static void assertMissing(Resource resource, ThrowingCallable call) {
    assertThat(refusal(call).description())
        .satisfies(said -> assertThat(said.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .satisfies(said -> assertThat(said.missing()).isEqualTo(resource));
  }

  private static MemoryStoreException refusal(ThrowingCallable call) {
    MemoryStoreException refusal = catchThrowableOfType(MemoryStoreException.class, call);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }
}
