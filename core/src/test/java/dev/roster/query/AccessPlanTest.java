package dev.roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.UserId;
import dev.roster.spi.ServiceTraits;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fewest calls that can settle who is in what. */
class AccessPlanTest {

  private static final ServiceTraits HUNDRED = ServiceTraits.builder().groupsPerCheck(100).build();

  @ParameterizedTest
  @CsvSource({
    // members, groups, members a group, groups a member; calls, groups listed, members listed,
    // asked
    "200, 200,    100,  1000, 200, 200,   0,   0",
    "200, 200, 100000,    10, 200,   0, 200,   0",
    "200, 200, 100000, 10000, 400,   0,   0, 200",
    "  1,  50, 100000,  1000,   1,   0,   0,   1",
    "  1, 250, 100000,  1000,   3,   0,   0,   1",
    "500,   1,    100,    10,   1,   1,   0,   0",
    "500,   1,      0,    10,   1,   1,   0,   0",
    "  0,  10,    100,    10,   0,   0,   0,   0",
    " 10,   0,    100,    10,   0,   0,   0,   0",
  })
  void thePlanIsTheCheapestOne(
      int members,
      int groups,
      long membersOfAGroup,
      long groupsOfAMember,
      long calls,
      int groupsListed,
      int membersListed,
      int membersAsked) {
    AccessPlan plan =
        AccessPlan.of(
            members(members),
            groups(groups),
            ListingSizes.assuming(membersOfAGroup, groupsOfAMember).withTraits(HUNDRED));

    assertThat(plan.expectedCalls()).isEqualTo(calls);
    assertThat(plan.groupsToList()).hasSize(groupsListed);
    assertThat(plan.membersToList()).hasSize(membersListed);
    assertThat(plan.membersToAsk()).hasSize(membersAsked);
  }

  @Test
  void oneGiantGroupIsNotListedForAFewMembers() {
    List<GroupId> groups = groups(5);
    ListingSizes sizes =
        ListingSizes.assuming(10, 10_000)
            .withTraits(HUNDRED)
            .withGroups(Map.of(groups.get(3), 100_000L));

    AccessPlan plan = AccessPlan.of(members(20), groups, sizes);

    assertThat(plan.groupsLeft()).containsAnyOf(groups.get(3));
    assertThat(plan.expectedCalls()).isEqualTo(20);
  }

  /** Equal by the numbers, but what is assumed of a member may be wrong. */
  @Test
  void ofTwoThatCostTheSameTheOneOfKnownSizesIsTaken() {
    List<MemberId> members = members(200);
    List<GroupId> groups = groups(200);
    Map<GroupId, Long> groupSizes = new HashMap<>();
    groups.forEach(group -> groupSizes.put(group, 100L));
    Map<MemberId, Long> memberSizes = new HashMap<>();
    members.forEach(member -> memberSizes.put(member, 100L));

    AccessPlan byGroup =
        AccessPlan.of(
            members, groups, ListingSizes.unknown().withTraits(HUNDRED).withGroups(groupSizes));
    AccessPlan byMember =
        AccessPlan.of(
            members,
            groups,
            ListingSizes.assuming(100, 100).withTraits(HUNDRED).withMembers(memberSizes));

    assertThat(byGroup.expectedCalls()).isEqualTo(200);
    assertThat(byGroup.groupsToList()).hasSize(200);
    assertThat(byMember.expectedCalls()).isEqualTo(200);
    assertThat(byMember.membersToList()).hasSize(200);
  }

  @Test
  void noOtherChoiceIsCheaperInAThousandSmallCases() {
    Random random = new Random(20261121);
    for (int round = 0; round < 1_000; round++) {
      List<MemberId> members = members(1 + random.nextInt(6));
      List<GroupId> groups = groups(1 + random.nextInt(8));
      ListingSizes sizes = randomSizes(random, members, groups);

      AccessPlan plan = AccessPlan.of(members, groups, sizes);

      assertThat(plan.expectedCalls())
          .as("%s with %s", plan, sizes)
          .isEqualTo(cheapest(members, groups, sizes));
    }
  }

  @Test
  void everyPairIsSettledExactlyByWhatThePlanNames() {
    Random random = new Random(20261122);
    for (int round = 0; round < 200; round++) {
      List<MemberId> members = members(random.nextInt(300));
      List<GroupId> groups = groups(random.nextInt(300));
      ListingSizes sizes = randomSizes(random, members, groups);
      AccessPlan plan = AccessPlan.of(members, groups, sizes);

      assertThat(union(plan.groupsToList(), plan.groupsLeft()))
          .containsExactlyInAnyOrderElementsOf(groups);
      if (!plan.groupsLeft().isEmpty()) {
        assertThat(union(plan.membersToList(), plan.membersToAsk()))
            .containsExactlyInAnyOrderElementsOf(members);
      }
      assertThat(plan.expectedCalls()).isEqualTo(cost(plan, sizes));
    }
  }

  @Test
  void whatIsRepeatedCountsOnce() {
    AccessPlan plan =
        AccessPlan.of(
            Collections.nCopies(9, new UserId("u")),
            Collections.nCopies(9, new GroupId("g")),
            ListingSizes.unknown().withTraits(HUNDRED));

    assertThat(plan.members()).hasSize(1);
    assertThat(plan.groups()).hasSize(1);
    assertThat(plan.expectedCalls()).isEqualTo(1);
  }

  @Test
  void whatAPageAndACheckHoldDecidesWhatIsCheapest() {
    ServiceTraits small = ServiceTraits.builder().largestPage(13).groupsPerCheck(7).build();
    AccessPlan plan =
        AccessPlan.of(members(3), groups(8), ListingSizes.assuming(10_000, 14).withTraits(small));

    assertThat(plan.membersToList()).isEmpty();
    assertThat(plan.membersToAsk()).hasSize(3);
    assertThat(plan.expectedCalls()).isEqualTo(6);
  }

  @Test
  void aTransitiveCheckIsNotAskedInsteadOfAListing() {
    ServiceTraits transitive = HUNDRED.toBuilder().transitiveChecks(true).build();
    AccessPlan plan =
        AccessPlan.of(
            members(2), groups(1), ListingSizes.assuming(100_000, 900).withTraits(transitive));

    assertThat(plan.membersToAsk()).isEmpty();
    assertThat(plan.membersToList()).hasSize(2);
  }

  @Test
  void negativeSizesAreRefused() {
    assertThatThrownBy(() -> ListingSizes.assuming(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative");
  }

  /** Sizes at which pages and questions come out differently, in groups of any cost. */
  private static ListingSizes randomSizes(
      Random random, List<MemberId> members, List<GroupId> groups) {
    Map<GroupId, Long> ofGroups = new HashMap<>();
    groups.forEach(group -> ofGroups.put(group, (long) random.nextInt(1 + random.nextInt(1_500))));
    Map<MemberId, Long> ofMembers = new HashMap<>();
    members.forEach(member -> ofMembers.put(member, (long) random.nextInt(500)));
    return ListingSizes.unknown().withTraits(HUNDRED).withGroups(ofGroups).withMembers(ofMembers);
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static long cost(AccessPlan plan, ListingSizes sizes) {
    long asked = (plan.groupsLeft().size() + 99) / 100 * (long) plan.membersToAsk().size();
    return sizes.callsToListGroups(plan.groupsToList())
        + sizes.callsToListMembers(plan.membersToList())
        + asked;
  }

  /** Tries every set of listed groups; each member then does what is cheaper for it. */
  private static long cheapest(List<MemberId> members, List<GroupId> groups, ListingSizes sizes) {
    return IntStream.range(0, 1 << groups.size())
        .mapToLong(
            chosen -> {
              List<GroupId> listed =
                  IntStream.range(0, groups.size())
                      .filter(index -> (chosen & 1 << index) != 0)
                      .mapToObj(groups::get)
                      .toList();
              long asking = listed.size() == groups.size() ? 0 : 1;
              return sizes.callsToListGroups(listed)
                  + members.stream()
                      .mapToLong(
                          member -> Math.min(asking, sizes.callsToListMembers(List.of(member))))
                      .sum();
            })
        .min()
        .orElseThrow();
  }

  private static List<MemberId> members(int count) {
    return IntStream.range(0, count).<MemberId>mapToObj(n -> new UserId("u-" + n)).toList();
  }

  private static List<GroupId> groups(int count) {
    return IntStream.range(0, count).mapToObj(n -> new GroupId("g-" + n)).toList();
  }
}
