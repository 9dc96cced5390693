package dev.roster.conformance;

import static dev.roster.Operation.IS_MEMBER_IN_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.FaultKind;
import dev.roster.spi.MembershipDriver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A check of many groups has a verdict for each, in the order asked, in as few requests as can be.
 */
public abstract non-sealed class IsMemberConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected IsMemberConformance() {}

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 100, 101, 250})
  void everyGroupIsHandledInTheOrderAsked(int count) throws Exception {
    UserId user = harness().newUser();
    Map<GroupId, Boolean> expected = new LinkedHashMap<>();
    groups(count).forEach(group -> expected.put(group, expected.size() % 2 == 0));
    expected.forEach((group, isIn) -> addWhere(isIn, group, user));
    List<GroupId> groups = List.copyOf(expected.keySet());
    assertThat(newClient().isMemberInGroups(user, groups)).containsExactlyEntriesOf(expected);
    int most = traits().groupsPerCheck();
    expectRequests(IS_MEMBER_IN_GROUPS, (count + most - 1) / most);
  }

  @Test
  void oneGroupIsAnsweredInOneRequest() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    assertThat(client.isMember(scene.member(), scene.group())).isTrue();
    assertThat(client.isMember(scene.stranger(), scene.group())).isFalse();
    expectRequests(IS_MEMBER_IN_GROUPS, 2);
  }

  @Test
  void groupsThatAreNamedTwiceAreAskedOnce() throws Exception {
    UserId user = harness().newUser();
    List<GroupId> groups = groups(Math.min(60, traits().groupsPerCheck()));
    List<GroupId> twice = new ArrayList<>(groups);
    twice.addAll(groups);
    RosterClient client = newClient();
    assertThat(client.isMemberInGroups(user, twice).keySet()).containsExactlyElementsOf(groups);
    expectRequests(IS_MEMBER_IN_GROUPS, 1);
  }

  @Test
  void aGroupThatTheResponseLeavesOutIsAnErrorAndNotFalse() throws Exception {
    UserId user = harness().newUser();
    List<GroupId> groups = groups(Math.min(3, traits().groupsPerCheck()));
    inject(IS_MEMBER_IN_GROUPS, 1, FaultKind.GROUP_LEFT_OUT);
    RosterClient client = newClient();
    failureOf(ErrorCode.INVALID_RESPONSE, () -> client.isMemberInGroups(user, groups));
    expectRequests(IS_MEMBER_IN_GROUPS, 1);
  }

  @Test
  void aFailureInALaterRequestRetriesThatRequestOnly() throws Exception {
    UserId user = harness().newUser();
    inject(IS_MEMBER_IN_GROUPS, 2, FaultKind.THROTTLED);
    MembershipDriver driver = harness().openDriver();
    List<GroupId> groups = groups(driver.traits().groupsPerCheck() + 1);
    assertThat(newClient(driver, builder -> builder).isMemberInGroups(user, groups))
        .hasSize(groups.size());
    expectRequests(IS_MEMBER_IN_GROUPS, 3);
  }

  private void addWhere(boolean wanted, GroupId group, UserId user) {
    if (wanted) {
      harness().addMembership(group, user);
    }
  }

  private List<GroupId> groups(int count) {
    return IntStream.range(0, count).mapToObj(each -> harness().newGroup()).toList();
  }
}
