package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.KnownNames;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.reconcile.GroupMirror;
import dev.roster.reconcile.MirrorPlan;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.UnmatchedMembersException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users of two stores that one system feeds match by what that system calls them. */
class MirrorByExternalIdTest {

  private enum Direction {
    TO_SILENT(MemoryPersonality.TELLING, MemoryPersonality.SILENT),
    TO_TELLING(MemoryPersonality.SILENT, MemoryPersonality.TELLING);

    private final MemoryPersonality source;
    private final MemoryPersonality target;

    Direction(MemoryPersonality source, MemoryPersonality target) {
      this.source = source;
      this.target = target;
    }
  }

  /** Two stores, and in each a group, of which one is to follow the other. */
  private static final class Pair implements AutoCloseable {

    private final MemoryIdentityStore from;
    private final MemoryIdentityStore to;
    private final RosterClient source;
    private final RosterClient target;
    private final GroupId followed;
    private final GroupId follower;

    Pair(Direction direction) {
      from = store("d-1111111111", direction.source);
      to = store("d-2222222222", direction.target);
      source = RosterClient.builder(MemoryMemberships.driver(from)).build();
      target = RosterClient.builder(MemoryMemberships.driver(to)).build();
      followed = from.addGroup();
      follower = to.addGroup();
    }

    private static MemoryIdentityStore store(String id, MemoryPersonality personality) {
      return new MemoryIdentityStore(
          new IdentityStoreId(id), InstantSource.system(), personality.traits());
    }

    UserId member(String name, String... externalIds) {
      UserId user = user(from, name, externalIds);
      from.createMembership(followed, user);
      return user;
    }

    UserId known(String name, String... externalIds) {
      return user(to, name, externalIds);
    }

    /** External ids are given as issuer, colon, id. */
    private static UserId user(MemoryIdentityStore store, String name, String... externalIds) {
      List<Map<String, Object>> ids =
          Arrays.stream(externalIds)
              .map(each -> each.split(":", 2))
              .map(parts -> Map.<String, Object>of("issuer", parts[0], "id", parts[1]))
              .toList();
      return store
          .users()
          .create(Attributes.none().with("userName", name).with("externalIds", ids));
    }

    MirrorPlan plan(ReconcileMode mode, Function<User, Optional<LookupKey<User>>> match) {
      return GroupMirror.between(source, target)
          .withGuard(RemovalGuard.allowingAll())
          .matchingBy(match)
          .plan(mode, Map.of(follower, followed));
    }

    List<?> additions(MirrorPlan plan) {
      return plan.changes().groups().get(0).additions();
    }

    @Override
    public void close() {
      source.close();
      target.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void usersOfOneExternalIdAreOneWhateverTheirNames(Direction direction) {
    try (Pair stores = new Pair(direction)) {
      stores.member("ada", "hr:1");
      UserId ada = stores.known("a.lovelace", "hr:1");
      stores.known("ada", "hr:2");
      MirrorPlan plan = stores.plan(ReconcileMode.EXCLUSIVE, GroupMirror.BY_EXTERNAL_ID);
      assertThat(stores.additions(plan)).isEqualTo(List.of(ada));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneIdOfTwoIssuersIsNoMatch(Direction direction) {
    try (Pair stores = new Pair(direction)) {
      UserId ada = stores.member("ada", "hr:1");
      stores.known("ada", "crm:1");
      MirrorPlan plan = stores.plan(ReconcileMode.ADDITIVE, GroupMirror.BY_EXTERNAL_ID);
      assertThat(plan.unmatched()).containsExactly(ada);
      assertThat(plan.changes().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemberWithoutAnExternalIdIsListedAndNoOneIsRemoved(Direction direction) {
    try (Pair stores = new Pair(direction)) {
      UserId ada = stores.member("ada");
      UserId other = stores.known("ada", "hr:1");
      stores.to.createMembership(stores.follower, other);
      UnmatchedMembersException refused =
          catchThrowableOfType(
              UnmatchedMembersException.class,
              () -> stores.plan(ReconcileMode.EXCLUSIVE, GroupMirror.BY_EXTERNAL_ID));
      assertThat(refused.unmatched()).containsExactly(ada);
      assertThat(stores.to.membershipCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemberWithSeveralExternalIdsIsNotGuessed(Direction direction) {
    try (Pair stores = new Pair(direction)) {
      UserId ada = stores.member("ada", "hr:1", "crm:7");
      stores.known("a.lovelace", "hr:1");
      stores.known("ada", "crm:7");
      MirrorPlan plan = stores.plan(ReconcileMode.ADDITIVE, GroupMirror.BY_EXTERNAL_ID);
      assertThat(plan.unmatched()).containsExactly(ada);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theIssuerDecidesWhichOfSeveralCounts(Direction direction) {
    try (Pair stores = new Pair(direction)) {
      stores.member("ada", "hr:1", "crm:7");
      UserId twice = stores.member("bob", "hr:2", "hr:3");
      UserId ada = stores.known("a.lovelace", "people:1");
      stores.known("b", "people:2");
      MirrorPlan plan =
          stores.plan(ReconcileMode.ADDITIVE, GroupMirror.byExternalId("hr", "people"));
      assertThat(stores.additions(plan)).isEqualTo(List.of(ada));
      assertThat(plan.unmatched()).containsExactly(twice);
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoMembersThatComeToOneExternalIdAreAmbiguous(Direction direction) {
    try (Pair stores = new Pair(direction)) {
      UserId ada = stores.member("ada", "hr:1");
      UserId second = stores.member("ada2", "crm:1");
      UserId match = stores.known("a.lovelace", "hr:1");
      Function<User, Optional<LookupKey<User>>> byHr = GroupMirror.byExternalId("hr", "hr");
      Function<User, Optional<LookupKey<User>>> byCrm = GroupMirror.byExternalId("crm", "hr");
      MirrorPlan plan =
          stores.plan(ReconcileMode.ADDITIVE, user -> byHr.apply(user).or(() -> byCrm.apply(user)));
      assertThat(plan.ambiguous())
          .containsOnlyKeys(ada, second)
          .allSatisfy((member, several) -> assertThat(several).containsExactly(match));
      assertThat(plan.changes().isEmpty()).isTrue();
      assertThat(plan.leftOut(plan.sourceNames(), KnownNames.none()))
          .contains("ambiguous: %s \"ada\": %s\n".formatted(ada, match));
    }
  }
}
