package dev.roster.conformance;

import static dev.roster.Operation.CREATE_MEMBERSHIP;
import static dev.roster.Operation.DELETE_MEMBERSHIP;
import static dev.roster.Operation.FIND_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Absence;
import dev.roster.EnsuredMembership;
import dev.roster.Membership;
import dev.roster.MembershipClient;
import dev.roster.Presence;
import dev.roster.UserId;
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
    assertThat(ensured.presence()).isEqualTo(Presence.CREATED);
    assertThat(ensured.membership()).map(Membership::memberId).contains(scene.stranger());
    expectRequests(CREATE_MEMBERSHIP, 1);
  }

  @Test
  void whoWasInIsAlreadyPresent() throws Exception {
    Scene scene = newScene();
    EnsuredMembership ensured = newClient().ensureMember(scene.group(), scene.member());
    assertThat(ensured.presence()).isEqualTo(Presence.ALREADY_PRESENT);
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
    assertThat(ensured.presence()).isEqualTo(Presence.ALREADY_PRESENT);
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectKnownByALookOnly(ensured, scene.member());
  }

  @Test
  void whoIsInIsRemoved() throws Exception {
    Scene scene = newScene();
    assertThat(newClient().ensureNotMember(scene.group(), scene.member()))
        .isEqualTo(Absence.REMOVED);
    expectRequests(FIND_MEMBERSHIP, 1);
    expectRequests(DELETE_MEMBERSHIP, 1);
  }

  @Test
  void whoIsNotInIsAlreadyAbsent() throws Exception {
    Scene scene = newScene();
    assertThat(newClient().ensureNotMember(scene.group(), scene.stranger()))
        .isEqualTo(Absence.ALREADY_ABSENT);
    expectRequests(FIND_MEMBERSHIP, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_LOST", "SERVER_ERROR_AFTER_COMMIT"})
  void afterALostResponseTheRemoverIsUnknown(FaultKind fault) throws Exception {
    Scene scene = newScene();
    inject(DELETE_MEMBERSHIP, 1, fault);
    assertThat(newClient().ensureNotMember(scene.group(), scene.member()))
        .isEqualTo(Absence.ABSENT_REMOVER_UNKNOWN);
    expectRequests(FIND_MEMBERSHIP, 1);
    expectRequests(DELETE_MEMBERSHIP, 2);
  }

  @Test
  void bothCanBeRepeatedForEver() throws Exception {
    Scene scene = newScene();
    MembershipClient client = newClient();
    client.ensureNotMember(scene.group(), scene.member());
    client.ensureNotMember(scene.group(), scene.member());
    client.ensureMember(scene.group(), scene.member());
    assertThat(client.ensureMember(scene.group(), scene.member()).presence())
        .isEqualTo(Presence.ALREADY_PRESENT);
    expectRequests(FIND_MEMBERSHIP, 2, 3);
    expectRequests(DELETE_MEMBERSHIP, 1);
    expectRequests(CREATE_MEMBERSHIP, 2);
  }

  @Test
  void aMembershipThatIsThereIsDeletedInOneRequestAndThenAbsent() throws Exception {
    Scene scene = newScene();
    MembershipClient client = newClient();
    assertThat(client.ensureDeleted(scene.membershipId())).isEqualTo(Absence.REMOVED);
    assertThat(client.ensureDeleted(scene.membershipId())).isEqualTo(Absence.ALREADY_ABSENT);
    expectRequests(DELETE_MEMBERSHIP, 2);
  }

  /** Whether a conflict says that it is the membership is the service's; a look is made if not. */
  private void expectKnownByALookOnly(EnsuredMembership ensured, UserId member) {
    expectRequests(FIND_MEMBERSHIP, ensured.membership().isPresent() ? 1 : 0);
    assertThat(ensured.membership().map(Membership::memberId))
        .isIn(Optional.empty(), Optional.of(member));
  }
}
