package dev.roster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a plan may remove. */
class RemovalGuardTest {

  private static final IdentityStoreId STORE = new IdentityStoreId("d-1234567890");

  @ParameterizedTest
  @CsvSource({
    "100, 0.5, 5, 10",
    "5, 1.0, 5, 5",
    "0, 0.0, 0, 10",
    "100, 0.0, 0, 10",
    "100, 0.5, 0, 0",
    "100, 0.29, 29, 100",
    "100, 0.57, 57, 100",
  })
  void aPlanWithinBothLimitsPasses(long number, double share, int removed, int present) {
    assertThatCode(
            () ->
                RemovalGuard.defaults()
                    .withMaxRemovals(number)
                    .withMaxShare(share)
                    .check(plan(removed, present)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0.5, 6, 10, 6 of the 10 members of group g-1",
    "100, 0.5, 1, 1, 1 of the 1 members of group g-1",
    "100, 0.0, 1, 1000, 1 of the 1000 members of group g-1",
    "100, 0.29, 30, 100, 30 of the 100 members of group g-1",
    "4, 1.0, 5, 1000, removes 5 memberships",
    "0, 1.0, 1, 1000, removes 1 memberships",
  })
  void aPlanBeyondOneLimitIsRefusedWithTheFiguresAndWhatToDo(
      long number, double share, int removed, int present, String told) {
    assertThatThrownBy(
            () ->
                RemovalGuard.defaults()
                    .withMaxRemovals(number)
                    .withMaxShare(share)
                    .check(plan(removed, present)))
        .isInstanceOf(RemovalsRefusedException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("Nothing was changed")
        .hasMessageContaining("set a RemovalGuard");
  }

  @ParameterizedTest
  @CsvSource({"101, 10000", "2, 3"})
  void unlessToldOtherwiseAHundredRemovalsAndHalfOfAGroupAreTheMost(int removed, int present) {
    assertThatThrownBy(() -> RemovalGuard.defaults().check(plan(removed, present)))
        .isInstanceOf(RemovalsRefusedException.class);
    assertThatCode(() -> RemovalGuard.defaults().check(plan(removed - 1, present)))
        .doesNotThrowAnyException();
    assertThatCode(() -> RemovalGuard.allowingAll().check(plan(removed, removed)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0.5, maxRemovals", "1, -0.1, maxShare", "1, 1.1, maxShare", "1, NaN, maxShare"})
  void limitsThatMakeNoSenseAreNamed(long number, double share, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemovalGuard.defaults().withMaxRemovals(number).withMaxShare(share))
        .withMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1.0, 4, too-many-removals-of-group",
    "4, 0.000003, 4, too-large-share",
    "3, 0.000003, 4, too-many-removals-of-group",
  })
  void limitsForEachGroupAndForAShareOfThePlanAreNamed(
      long ofGroup, double ofPlan, int removed, String rule) {
    RemovalGuard guard =
        RemovalGuard.defaults().withMaxRemovalsOfGroup(ofGroup).withMaxShareOfPlan(ofPlan);
    assertThat(guard.refusals(plan(removed, 10)))
        .extracting(Refusal::rule)
        .contains(RemovalRule.of(rule));
    assertThat(guard.withMaxRemovalsOfGroup(4).withMaxShareOfPlan(0.000004).refusals(plan(4, 10)))
        .isEmpty();
  }

  @Test
  void everyLimitThatIsPassedIsReported() {
    RemovalGuard none =
        RemovalGuard.defaults()
            .withMaxRemovals(0)
            .withMaxShare(0)
            .withMaxRemovalsOfGroup(0)
            .withMaxShareOfPlan(0);
    assertThat(none.refusals(plan(1, 10)))
        .extracting(Refusal::rule)
        .containsExactly(
            RemovalRule.TOO_MANY_REMOVALS,
            RemovalRule.TOO_LARGE_SHARE,
            RemovalRule.TOO_MANY_REMOVALS_OF_GROUP,
            RemovalRule.TOO_LARGE_SHARE_OF_GROUP);
    assertThat(none)
        .isEqualTo(
            RemovalGuard.allowingAll()
                .withMaxRemovals(0)
                .withMaxShare(0)
                .withMaxRemovalsOfGroup(0)
                .withMaxShareOfPlan(0));
    assertThat(none).isNotEqualTo(none.withMaxShareOfPlan(1));
  }

  /** The limit on the number counts over all groups, that on the share for each. */
  private static ReconcilePlan plan(int removed, int present) {
    GroupChanges others =
        new GroupChanges(new GroupId("g-0"), 1_000_000, "0000000000000000", List.of(), List.of());
    return new ReconcilePlan(
        "memory", STORE, ReconcileMode.EXCLUSIVE, List.of(others, group(removed, present)));
  }

  private static GroupChanges group(int removed, int present) {
    GroupId group = new GroupId("g-1");
    Stream<Membership> removals =
        IntStream.range(0, removed)
            .mapToObj(
                number ->
                    new Membership(
                        STORE, group, new UserId("u-" + number), new MembershipId("m-" + number)));
    return new GroupChanges(group, present, "0000000000000000", List.of(), removals.toList());
  }
}
