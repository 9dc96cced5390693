package dev.roster.conformance;

import static dev.roster.Operation.CREATE_MEMBERSHIP;
import static dev.roster.Operation.DELETE_MEMBERSHIP;
import static dev.roster.Operation.FIND_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Absence;
import dev.roster.EnsuredMember;
import dev.roster.MembershipClient;
import dev.roster.Presence;
import dev.roster.memory.FaultKind;
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
    EnsuredMember ensured = newClient().ensureMember(scene.group(), scene.stranger());
    assertThat(ensured.presence()).isEqualTo(Presence.CREATED);
    assertThat(ensured.membership().memberId()).isEqualTo(scene.stranger());
    expectRequests(CREATE_MEMBERSHIP, 1);
  }

  @Test
  void whoWasInIsAlreadyPresent() throws Exception {
    Scene scene = newScene();
    EnsuredMember ensured = newClient().ensureMember(scene.group(), scene.member());
    assertThat(ensured.presence()).isEqualTo(Presence.ALREADY_PRESENT);
    assertThat(ensured.membership().membershipId()).isEqualTo(scene.membershipId());
    expectRequests(CREATE_MEMBERSHIP, 1);
    expectRequests(FIND_MEMBERSHIP, 1);
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
    EnsuredMember ensured = newClient().ensureMember(scene.group(), scene.stranger());
    assertThat(ensured.presence()).isEqualTo(Presence.PRESENT_MAKER_UNKNOWN);
    assertThat(ensured.membership().memberId()).isEqualTo(scene.stranger());
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectRequests(FIND_MEMBERSHIP, 1);
  }

  @Test
  void alsoWhereTheLostResponseWasAConflict() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_LOST);
    EnsuredMember ensured = newClient().ensureMember(scene.group(), scene.member());
    assertThat(ensured.presence()).isEqualTo(Presence.PRESENT_MAKER_UNKNOWN);
    assertThat(ensured.membership().membershipId()).isEqualTo(scene.membershipId());
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectRequests(FIND_MEMBERSHIP, 1);
  }

  @Test
  void afterThrottlingOnlyTheMakerIsKnown() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.THROTTLED);
    EnsuredMember ensured = newClient().ensureMember(scene.group(), scene.member());
    assertThat(ensured.presence()).isEqualTo(Presence.ALREADY_PRESENT);
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectRequests(FIND_MEMBERSHIP, 1);
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
    expectRequests(FIND_MEMBERSHIP, 3);
    expectRequests(DELETE_MEMBERSHIP, 1);
    expectRequests(CREATE_MEMBERSHIP, 2);
  }
}
