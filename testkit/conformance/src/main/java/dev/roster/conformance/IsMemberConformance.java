package dev.roster.conformance;

import static dev.roster.Operation.IS_MEMBER_IN_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.memory.FaultKind;
import dev.roster.spi.MembershipDriver;
import java.util.ArrayList;
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
    List<GroupId> groups = groups(count);
    for (int each = 0; each < count; each += 2) {
      harness().addMembership(groups.get(each), user);
    }
    MembershipDriver driver = harness().openDriver();
    int most = driver.traits().groupsPerCheck();
    Map<GroupId, Boolean> responses =
        newClient(driver, builder -> builder).isMemberInGroups(user, groups);
    assertThat(responses.keySet()).containsExactlyElementsOf(groups);
    for (int each = 0; each < count; each++) {
      assertThat(responses).containsEntry(groups.get(each), each % 2 == 0);
    }
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

  private List<GroupId> groups(int count) {
    return IntStream.range(0, count).mapToObj(each -> harness().newGroup()).toList();
  }
}
