package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.conformance.internal.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A membership is made, read, found, listed and removed, each with exactly one request. */
public abstract non-sealed class MembershipLifecycleConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected MembershipLifecycleConformance() {}

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void aCallWithoutFaultsIsOneRequestAndWaitsForNothing(Operation operation) throws Exception {
    newScene().call(operation, newClient());
    assertThat(waits()).isEmpty();
    expectRequests(operation, 1);
  }

  @Test
  void aNewMembershipNamesStoreGroupAndMember() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    Membership made = scene.create(client);
    assertThat(made.identityStoreId()).isEqualTo(client.identityStoreId());
    assertThat(made.groupId()).isEqualTo(scene.group());
    assertThat(made.memberId()).isEqualTo(scene.stranger());
    expectRequests(Operation.CREATE_MEMBERSHIP, 1);
  }

  @Test
  void aNewMembershipIsReadByItsIdAndFoundByItsPair() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    Membership made = scene.create(client);
    assertSamePair(client.getMembership(made.membershipId()), made);
    assertSamePair(client.findMembership(scene.group(), scene.stranger()).orElseThrow(), made);
    expectOneRequestEach(
        Operation.CREATE_MEMBERSHIP, Operation.GET_MEMBERSHIP, Operation.FIND_MEMBERSHIP);
  }

  @Test
  void aDeletedMembershipIsNotFoundAndCanBeMadeAgain() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    client.deleteMembership(scene.membershipId());
    assertThat(client.findMembership(scene.group(), scene.member())).isEmpty();
    assertThat(client.createMembership(scene.group(), scene.member()).memberId())
        .isEqualTo(scene.member());
    expectOneRequestEach(
        Operation.DELETE_MEMBERSHIP, Operation.FIND_MEMBERSHIP, Operation.CREATE_MEMBERSHIP);
  }

  @Test
  void aWriteThroughOneClientIsSeenThroughAnother() throws Exception {
    Scene scene = newScene();
    Membership made = newClient().createMembership(scene.group(), scene.stranger());
    assertSamePair(newClient().getMembership(made.membershipId()), made);
    expectOneRequestEach(Operation.CREATE_MEMBERSHIP, Operation.GET_MEMBERSHIP);
  }

  private static void assertSamePair(Membership read, Membership made) {
    assertThat(read.membershipId()).isEqualTo(made.membershipId());
    assertThat(read.groupId()).isEqualTo(made.groupId());
    assertThat(read.memberId()).isEqualTo(made.memberId());
    assertThat(read.identityStoreId()).isEqualTo(made.identityStoreId());
  }
}
