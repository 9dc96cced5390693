package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.conformance.internal.scene.Scene;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent for invalid input, and the error names what is wrong. */
public abstract non-sealed class InputConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected InputConformance() {}

  @Test
  void anIdThatBreaksARuleOfTheServiceIsNotSent() throws Exception {
    assumeFalse(harness().malformedIds().isEmpty(), "the service documents no rules for ids");
    Scene scene = newScene();
    RosterClient client = newClient();
    for (String text : harness().malformedIds()) {
      requireGroupRefused(client, new GroupId(text), scene);
      requireMemberRefused(client, new UserId(text), scene);
      requireRefused("membership", () -> client.getMembership(new MembershipId(text)));
      requireRefused("membership", () -> client.deleteMembership(new MembershipId(text)));
    }
  }

  private void requireGroupRefused(RosterClient client, GroupId group, Scene scene) {
    requireRefused("group", () -> client.createMembership(group, scene.stranger()));
    requireRefused("group", () -> client.findMembership(group, scene.stranger()));
    requireRefused("group", () -> client.ensureMember(group, scene.stranger()));
    requireRefused("group", () -> client.ensureNotMember(group, scene.stranger()));
    requireRefused("group", () -> client.listMemberships(group));
    requireRefused("group", () -> client.isMemberInGroups(scene.member(), List.of(group)));
  }

  private void requireMemberRefused(RosterClient client, UserId user, Scene scene) {
    requireRefused("", () -> client.createMembership(scene.group(), user));
    requireRefused("", () -> client.findMembership(scene.group(), user));
    requireRefused("", () -> client.listMembershipsForMember(user));
    requireRefused("", () -> client.isMemberInGroups(user, List.of(scene.group())));
  }

  private void requireRefused(String field, Runnable call) {
    assertThat(failureOf(ErrorCode.INVALID_ARGUMENT, Outcome.NOT_SENT, call))
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "line\nbreak"})
  void aBlankOrBinaryIdCannotEvenBeMade(String text) {
    assertThatThrownBy(() -> new GroupId(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UserId(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MembershipId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullIsRefusedByName() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    requireNamed("group", () -> client.createMembership(null, scene.stranger()));
    requireNamed("member", () -> client.createMembership(scene.group(), null));
    requireNamed("membership", () -> client.deleteMembership(null));
    requireNamed("membership", () -> client.getMembership(null));
    requireNamed("group", () -> client.findMembership(null, scene.member()));
    requireNamed("group", () -> client.listMemberships(null));
    requireNamed("member", () -> client.listMembershipsForMember(null));
    requireNamed("groups", () -> client.isMemberInGroups(scene.member(), null));
    requireNamed("member", () -> client.isMemberInGroups(null, List.of(scene.group())));
    requireNamed("group", () -> client.ensureMember(null, scene.member()));
    requireNamed("member", () -> client.ensureNotMember(scene.group(), null));
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullInAListOfGroupsIsRefused() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    List<GroupId> groups = Arrays.asList(scene.group(), null);
    requireNamed("groups", () -> client.isMemberInGroups(scene.member(), groups));
  }

  private static void requireNamed(String argument, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining(argument);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0})
  void aPageHoldsOneItemOrMore(int size) throws Exception {
    assumeExists(Operation.LIST_MEMBERSHIPS);
    Pager<Membership> pager = newClient().listMemberships(harness().newGroup());
    assertThatThrownBy(() -> pager.withPageSize(size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("page size must be 1 or more");
  }

  @Test
  void noGroupsNeedNoRequest() throws Exception {
    assertThat(newClient().isMemberInGroups(harness().newUser(), List.of())).isEmpty();
  }
}
