package dev.roster.conformance;

import static dev.roster.Operation.CREATE_MEMBERSHIP;
import static dev.roster.Operation.DELETE_MEMBERSHIP;
import static dev.roster.Operation.FIND_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Absence;
import dev.roster.EnsuredMembership;
import dev.roster.Membership;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.FaultKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The {@code ensure} calls say what happened, as far as it can be known. */
public abstract non-sealed class EnsureConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected EnsureConformance() {}

  @Test
  void whoWasNotInIsCreated() throws Exception {
    Scene scene = newScene();
    EnsuredMembership ensured = newClient().ensureMember(scene.group(), scene.stranger());
    assertThat(ensured.presence()).isEqualTo(made());
    assertThat(ensured.membership()).map(Membership::memberId).contains(scene.stranger());
    expectRequests(CREATE_MEMBERSHIP, 1);
  }

  @Test
  void whoWasInIsAlreadyPresent() throws Exception {
    Scene scene = newScene();
    EnsuredMembership ensured = newClient().ensureMember(scene.group(), scene.member());
    assertThat(ensured.presence()).isEqualTo(found());
    expectRequests(CREATE_MEMBERSHIP, 1);
    expectKnownByALookOnly(ensured, scene.member());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "RESPONSE_LOST",
        "SERVER_ERROR_AFTER_COMMIT",
        "RESPONSE_TRUNCATED",
        "RESPONSE_GARBLED"
      })
  void afterALostResponseTheMakerIsUnknown(FaultKind fault) throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, fault);
    EnsuredMembership ensured = newClient().ensureMember(scene.group(), scene.stranger());
    assertThat(ensured.presence()).isEqualTo(Presence.PRESENT_MAKER_UNKNOWN);
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectKnownByALookOnly(ensured, scene.stranger());
  }

  @Test
  void alsoWhereTheLostResponseWasAConflict() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_LOST);
    EnsuredMembership ensured = newClient().ensureMember(scene.group(), scene.member());
    assertThat(ensured.presence()).isEqualTo(Presence.PRESENT_MAKER_UNKNOWN);
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectKnownByALookOnly(ensured, scene.member());
  }

  @Test
  void afterThrottlingOnlyTheMakerIsKnown() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.THROTTLED);
    EnsuredMembership ensured = newClient().ensureMember(scene.group(), scene.member());
    assertThat(ensured.presence()).isEqualTo(found());
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectKnownByALookOnly(ensured, scene.member());
  }

  @Test
  void whoIsInIsRemoved() throws Exception {
    Scene scene = newScene();
    assertThat(newClient().ensureNotMember(scene.group(), scene.member())).isEqualTo(removed());
    expectLookUp();
    expectRequests(DELETE_MEMBERSHIP, 1);
  }

  @Test
  void whoIsNotInIsAlreadyAbsent() throws Exception {
    Scene scene = newScene();
    assertThat(newClient().ensureNotMember(scene.group(), scene.stranger())).isEqualTo(absent());
    expectLookUp();
    expectRequests(DELETE_MEMBERSHIP, traits().derivedIds() ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_LOST", "SERVER_ERROR_AFTER_COMMIT"})
  void afterALostResponseTheRemoverIsUnknown(FaultKind fault) throws Exception {
    Scene scene = newScene();
    inject(DELETE_MEMBERSHIP, 1, fault);
    assertThat(newClient().ensureNotMember(scene.group(), scene.member()))
        .isEqualTo(Absence.ABSENT_REMOVER_UNKNOWN);
    expectLookUp();
    expectRequests(DELETE_MEMBERSHIP, 2);
  }

  @Test
  void bothCanBeRepeatedForEver() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    client.ensureNotMember(scene.group(), scene.member());
    client.ensureNotMember(scene.group(), scene.member());
    client.ensureMember(scene.group(), scene.member());
    assertThat(client.ensureMember(scene.group(), scene.member()).presence()).isEqualTo(found());
    expectRequests(FIND_MEMBERSHIP, traits().derivedIds() ? 0 : 2, 3);
    expectRequests(DELETE_MEMBERSHIP, traits().derivedIds() ? 2 : 1);
    expectRequests(CREATE_MEMBERSHIP, 2);
  }

  @Test
  void aMembershipThatIsThereIsDeletedInOneRequestAndThenAbsent() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    assertThat(client.ensureDeleted(scene.membershipId())).isEqualTo(removed());
    assertThat(client.ensureDeleted(scene.membershipId())).isEqualTo(gone());
    expectRequests(DELETE_MEMBERSHIP, 2);
  }

  /** Whether a conflict says that it is the membership is the service's; a look is made if not. */
  private void expectKnownByALookOnly(EnsuredMembership ensured, UserId member) throws Exception {
    boolean looked = ensured.membership().isPresent() && traits().addingTells();
    expectRequests(FIND_MEMBERSHIP, looked ? 1 : 0);
    assertThat(ensured.membership().map(Membership::memberId))
        .isIn(Optional.empty(), Optional.of(member));
  }

  /** Where ids follow from group and member, there is nothing to look up. */
  private void expectLookUp() throws Exception {
    expectRequests(FIND_MEMBERSHIP, traits().derivedIds() ? 0 : 1);
  }

  private Presence made() throws Exception {
    return traits().addingTells() ? Presence.CREATED : Presence.PRESENT_MAKER_UNKNOWN;
  }

  private Presence found() throws Exception {
    return traits().addingTells() ? Presence.ALREADY_PRESENT : Presence.PRESENT_MAKER_UNKNOWN;
  }

  private Absence removed() throws Exception {
    return traits().removingTells() ? Absence.REMOVED : Absence.ABSENT_REMOVER_UNKNOWN;
  }

  /** What a look-up finds absent is known to be so, whatever removals tell. */
  private Absence absent() throws Exception {
    boolean known = traits().removingTells() || !traits().derivedIds();
    return known ? Absence.ALREADY_ABSENT : Absence.ABSENT_REMOVER_UNKNOWN;
  }

  private Absence gone() throws Exception {
    return traits().removingTells() ? Absence.ALREADY_ABSENT : Absence.ABSENT_REMOVER_UNKNOWN;
  }
}
