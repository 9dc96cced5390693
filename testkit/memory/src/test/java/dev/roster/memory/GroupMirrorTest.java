package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.LookupKey;
import dev.roster.reconcile.GroupMirror;
import dev.roster.reconcile.MirrorPlan;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.RemovalsRefusedException;
import dev.roster.reconcile.UnmatchedMembersException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A group follows another by its users' names, and no one is removed because a name is unknown. */
class GroupMirrorTest {

  private final MemoryIdentityStore from = store("d-1111111111", MemoryPersonality.TELLING);
  private final MemoryIdentityStore to = store("d-2222222222", MemoryPersonality.SILENT);
  private final RosterClient source = RosterClient.builder(MemoryMemberships.driver(from)).build();
  private final RosterClient target = RosterClient.builder(MemoryMemberships.driver(to)).build();
  private final GroupId followed = from.addGroup();
  private final GroupId follower = to.addGroup();
  private final GroupMirror mirror =
      GroupMirror.between(source, target).withGuard(RemovalGuard.allowingAll());

  private static MemoryIdentityStore store(String id, MemoryPersonality personality) {
    return new MemoryIdentityStore(
        new IdentityStoreId(id), InstantSource.system(), personality.traits());
  }

  @AfterEach
  void close() {
    source.close();
    target.close();
  }

  private static UserId user(MemoryIdentityStore store, String name, boolean enabled) {
    return store
        .users()
        .create(
            Attributes.none()
                .with("userName", name)
                .with("emails", List.of(Map.of("value", name + "@example.com", "primary", true)))
                .with("enabled", enabled));
  }

  private UserId member(String name) {
    UserId member = user(from, name, true);
    from.createMembership(followed, member);
    return member;
  }

  private MirrorPlan plan(GroupMirror by, ReconcileMode mode) {
    return by.plan(mode, Map.of(follower, followed));
  }

  @Test
  void theGroupGetsTheMembersThatTheOtherHas() {
    member("ada");
    member("alan");
    UserId ada = user(to, "ada", true);
    UserId alan = user(to, "alan", true);
    UserId other = user(to, "other", true);
    to.createMembership(follower, other);
    MirrorPlan plan = plan(mirror, ReconcileMode.EXCLUSIVE);
    assertThat(plan.changes().additions()).isEqualTo(2);
    assertThat(plan.changes().removals()).isEqualTo(1);
    assertThat(mirror.apply(plan).isComplete()).isTrue();
    assertThat(target.isMember(ada, follower)).isTrue();
    assertThat(target.isMember(alan, follower)).isTrue();
    assertThat(target.isMember(other, follower)).isFalse();
    assertThat(plan(mirror, ReconcileMode.EXCLUSIVE).changes().isEmpty()).isTrue();
  }

  @Test
  void aMemberWithoutAMatchIsListedAndTheOthersAreAdded() {
    member("ada");
    UserId unknown = member("Alan");
    user(to, "ada", true);
    user(to, "alan", true);
    MirrorPlan plan = plan(mirror, ReconcileMode.ADDITIVE);
    assertThat(plan.unmatched()).containsExactly(unknown);
    assertThat(plan.changes().additions()).isEqualTo(1);
  }

  @Test
  void nothingIsRemovedBecauseANameDidNotResolve() {
    UserId unknown = member("ada");
    to.createMembership(follower, user(to, "other", true));
    UnmatchedMembersException refused =
        catchThrowableOfType(
            UnmatchedMembersException.class, () -> plan(mirror, ReconcileMode.EXCLUSIVE));
    assertThat(refused.unmatched()).containsExactly(unknown);
    assertThat(refused).hasMessageContaining(unknown.value());
    assertThat(to.membershipCount()).isEqualTo(1);
  }

  @Test
  void twoMembersOfOneMatchAreAmbiguous() {
    UserId ada = member("ada");
    UserId second = member("ada2");
    user(to, "ada", true);
    GroupMirror byFirstName = mirror.matchingBy(user -> Optional.of(LookupKey.userName("ada")));
    MirrorPlan plan = plan(byFirstName, ReconcileMode.ADDITIVE);
    assertThat(plan.ambiguous()).containsOnlyKeys(ada, second);
    assertThat(plan.changes().isEmpty()).isTrue();
  }

  @Test
  void usersMatchByWhatTheCallerSays() {
    member("ada");
    UserId ada =
        to.users()
            .create(
                Attributes.none()
                    .with("userName", "a.lovelace")
                    .with("emails", List.of(Map.of("value", "ada@example.com"))));
    MirrorPlan plan = plan(mirror.matchingBy(GroupMirror.BY_EMAIL), ReconcileMode.ADDITIVE);
    assertThat(plan.changes().groups().get(0).additions()).containsExactly(ada);
  }

  @Test
  void aDisabledUserIsAMemberUnlessToldOtherwise() {
    from.createMembership(followed, user(from, "gone", false));
    user(to, "gone", false);
    assertThat(plan(mirror, ReconcileMode.ADDITIVE).changes().additions()).isEqualTo(1);
    assertThat(plan(mirror.withoutDisabledUsers(), ReconcileMode.EXCLUSIVE).changes().additions())
        .isZero();
  }

  @Test
  void anEmptySourceMeetsTheGuard() {
    to.createMembership(follower, user(to, "ada", true));
    GroupMirror guarded = GroupMirror.between(source, target);
    MirrorPlan plan = plan(guarded, ReconcileMode.EXCLUSIVE);
    assertThatThrownBy(() -> guarded.apply(plan)).isInstanceOf(RemovalsRefusedException.class);
    assertThat(to.membershipCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ReconcileMode.class)
  void aSourceThatFailsMidwayFailsThePlan(ReconcileMode mode) {
    for (int number = 0; number < 150; number++) {
      member("user-" + number);
    }
    from.faults().on(Operation.LIST_MEMBERSHIPS).call(2, Fault.of(FaultKind.ACCESS_DENIED));
    RosterException failure = catchThrowableOfType(RosterException.class, () -> plan(mirror, mode));
    assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
  }

  @Test
  void aRingOfGroupsIsRefused() {
    GroupId second = from.addGroup();
    GroupId third = from.addGroup();
    Map<GroupId, GroupId> ring = Map.of(followed, second, second, third, third, followed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroupMirror.between(source, source).plan(ReconcileMode.EXCLUSIVE, ring));
  }

  @Test
  void groupsThatFollowEachOtherAreRefused() {
    GroupMirror within = GroupMirror.between(source, source);
    GroupId second = from.addGroup();
    Map<GroupId, GroupId> circle = new LinkedHashMap<>();
    circle.put(followed, second);
    circle.put(second, followed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> within.plan(ReconcileMode.ADDITIVE, circle));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> within.plan(ReconcileMode.ADDITIVE, Map.of(followed, followed)));
    assertThat(from.requests().total()).isZero();
  }
}
