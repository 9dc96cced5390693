package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Absence;
import dev.roster.AlreadyMemberException;
import dev.roster.EnsuredMembership;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.FieldValues;
import dev.roster.directory.GroupFields;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One scenario over every provider: nothing but the URI differs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameScenarioTest {

  private final LocalClouds clouds = LocalClouds.start();

  Stream<String> uris() {
    return clouds.uris().stream();
  }

  @AfterAll
  void stop() {
    clouds.close();
  }

  @ParameterizedTest
  @MethodSource("uris")
  void aMembershipIsMadeFoundListedAskedForAndRemoved(String uri) {
    GroupId group = clouds.group();
    UserId user = clouds.user();
    try (RosterClient client = RosterClient.open(uri)) {
      Membership made = client.createMembership(group, user);
      assertThat(client.findMembership(group, user))
          .map(Membership::membershipId)
          .contains(made.membershipId());
      assertThat(client.getMembership(made.membershipId()).groupId()).isEqualTo(group);
      assertThat(client.listMemberships(group)).extracting(Membership::memberId).contains(user);
      assertThat(client.listMembershipsForMember(user))
          .extracting(Membership::groupId)
          .containsExactly(group);
      assertThat(client.isMemberInGroups(user, List.of(group))).isEqualTo(Map.of(group, true));
      assertThatThrownBy(() -> client.createMembership(group, user))
          .isInstanceOf(AlreadyMemberException.class);
      assertThat(client.ensureMember(group, user))
          .extracting(EnsuredMembership::presence)
          .isEqualTo(Presence.ALREADY_PRESENT);
      client.deleteMembership(made.membershipId());
      assertThat(client.ensureNotMember(group, user)).isEqualTo(Absence.ALREADY_ABSENT);
      assertThat(client.isMember(user, group)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("uris")
  void namesDoInsteadOfIds(String uri) {
    try (RosterClient client = RosterClient.open(uri)) {
      FieldValues<User> alice =
          UserFields.named("alice@example.com")
              .with(UserFields.DISPLAY_NAME, "Alice Example")
              .with(UserFields.NAME, PersonName.of("Alice", "Example"))
              .with(UserFields.EMAILS, List.of(ContactPoint.primary("alice@example.com")));
      UserId user = client.directory().users().create(alice).id();
      GroupId group = client.directory().groups().create(GroupFields.named("Platform Admins")).id();
      assertThat(NamesSample.run(client)).isEqualTo(Presence.CREATED);
      assertThat(client.isMember(user, group)).isTrue();
      client.directory().users().delete(user);
      client.directory().groups().delete(group);
    }
  }
}
