package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.ErrorCode;
import dev.roster.NotFoundException;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.conformance.internal.scene.Scene;
import org.junit.jupiter.api.Test;

/** What does not exist is said to be missing, after one request, and nothing is retried. */
public abstract non-sealed class NotFoundConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected NotFoundConformance() {}

  @Test
  void readingAnAbsentMembership() throws Exception {
    RosterClient client = newClient();
    requireMissing(
        Operation.GET_MEMBERSHIP,
        Resource.MEMBERSHIP,
        () -> client.getMembership(harness().absentMembership()));
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  @Test
  void deletingAnAbsentMembership() throws Exception {
    assumeRemovingTells();
    RosterClient client = newClient();
    requireMissing(
        Operation.DELETE_MEMBERSHIP,
        Resource.MEMBERSHIP,
        () -> client.deleteMembership(harness().absentMembership()));
    expectRequests(Operation.DELETE_MEMBERSHIP, 1);
  }

  @Test
  void addingToAnAbsentGroup() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    requireMissing(
        Operation.CREATE_MEMBERSHIP,
        Resource.GROUP,
        () -> client.createMembership(harness().absentGroup(), scene.stranger()));
    expectRequests(Operation.CREATE_MEMBERSHIP, 1);
  }

  @Test
  void addingAnAbsentMember() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    requireMissing(
        Operation.CREATE_MEMBERSHIP,
        Resource.MEMBER,
        () -> client.createMembership(scene.group(), harness().absentUser()));
    expectRequests(Operation.CREATE_MEMBERSHIP, 1);
  }

  @Test
  void listingAnAbsentGroup() throws Exception {
    assumeExists(Operation.LIST_MEMBERSHIPS);
    RosterClient client = newClient();
    requireMissing(
        Operation.LIST_MEMBERSHIPS,
        Resource.GROUP,
        () -> client.listMemberships(harness().absentGroup()).iterator().next());
    expectRequests(Operation.LIST_MEMBERSHIPS, 1);
  }

  @Test
  void listingAnAbsentMember() throws Exception {
    assumeExists(Operation.LIST_MEMBERSHIPS_FOR_MEMBER);
    RosterClient client = newClient();
    requireMissing(
        Operation.LIST_MEMBERSHIPS_FOR_MEMBER,
        Resource.MEMBER,
        () -> client.listMembershipsForMember(harness().absentUser()).iterator().next());
    expectRequests(Operation.LIST_MEMBERSHIPS_FOR_MEMBER, 1);
  }

  @Test
  void checkingAnAbsentGroupNamesItAsClaimed() throws Exception {
    boolean names = traits().namesWhatIsMissing(Operation.IS_MEMBER_IN_GROUPS);
    assumeTrue(names, "it is not said what is missing");
    Scene scene = newScene();
    RosterClient client = newClient();
    requireMissing(
        Operation.IS_MEMBER_IN_GROUPS,
        Resource.GROUP,
        () -> client.isMember(scene.member(), harness().absentGroup()));
    expectRequests(Operation.IS_MEMBER_IN_GROUPS, 1);
  }

  @Test
  void lookingUpAnAbsentMembershipIsEmpty() throws Exception {
    Scene scene = newScene();
    assertThat(newClient().findMembership(scene.group(), scene.stranger())).isEmpty();
    expectRequests(Operation.FIND_MEMBERSHIP, 1);
  }

  private void requireMissing(Operation operation, Resource missing, Runnable call)
      throws Exception {
    var failure = (NotFoundException) failureOf(ErrorCode.NOT_FOUND, call);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure.attempts()).isEqualTo(1);
    if (traits().namesWhatIsMissing(operation)) {
      assertThat(failure.missing()).isEqualTo(missing);
    }
  }
}
