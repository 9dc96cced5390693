package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.Emulator;
import dev.roster.query.AccessPlan;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import dev.roster.query.NameResolver;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Every call with ARNs, against a service that responds with bare ids, or with the ARNs given. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class ArnAgreementTest {

  private static final String ARN = "arn:aws:identitystore:::";

  private final Emulator emulator;
  private final IdentityStoreId store;
  private final GroupId group;
  private final UserId user;
  private final RosterClient client;

  ArnAgreementTest(boolean echoed) {
    this.emulator =
        Emulator.builder()
            .alternatives(
                echoed
                    ? new AlternativeBehavior[] {AlternativeBehavior.AWS_RESPONSES_ECHO_ARNS}
                    : new AlternativeBehavior[0])
            .start();
    this.store =
        new IdentityStoreId(
            "arn:aws:identitystore::111122223333:identitystore/"
                + emulator.store().identityStoreId().value());
    this.group = new GroupId(ARN + "group/" + emulator.store().addGroup().value());
    this.user = new UserId(ARN + "user/" + emulator.store().addUser().value());
    this.client =
        RosterClient.builder(
                AwsDrivers.builder()
                    .identityStoreId(store)
                    .strictIds()
                    .region("eu-west-1")
                    .endpoint(emulator.endpoint())
                    .credentialsProvider(
                        StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(
                                emulator.key().id(), emulator.key().secret())))
                    .build())
            .build();
  }

  @AfterEach
  void close() {
    client.close();
    emulator.close();
  }

  @Test
  void aMembershipLivesAndDiesByArns() {
    Membership made = client.createMembership(group, user);
    MembershipId arn = new MembershipId(ARN + "membership/" + made.membershipId().value());
    assertThat(made.groupId()).isEqualTo(group);
    assertThat(client.getMembership(arn).membershipId()).isEqualTo(arn);
    assertThat(client.findMembership(group, user)).contains(made);
    client.deleteMembership(arn);
    assertThat(client.findMembership(group, user)).isEmpty();
  }

  @Test
  void listingsAndChecksSpellWhatWasAskedForAsItWasSpelt() {
    Membership made = client.createMembership(group, user);
    assertThat(client.listMemberships(group).stream().map(Membership::groupId))
        .containsExactly(group);
    Pager<Membership> ofUser = client.listMembershipsForMember(user);
    assertThat(ofUser.stream().map(Membership::memberId)).containsExactly(user);
    assertThat(client.isMemberInGroups(user, List.of(group))).containsExactly(entry(group, true));
    assertThat(made.identityStoreId()).isEqualTo(store);
  }

  @Test
  void aPlanAMatrixAndAListingKnowOnePersonInEitherSpelling() {
    client.createMembership(group, user);
    ReconcilePlan plan = Reconciler.of(client).plan(ReconcileMode.EXCLUSIVE, group, List.of(user));
    assertThat(plan.isEmpty()).isTrue();
    List<UserId> many =
        Stream.concat(Stream.of(user), IntStream.range(0, 30).mapToObj(ArnAgreementTest::absent))
            .toList();
    AccessQueries queries = AccessQueries.of(client);
    AccessPlan listing = queries.plan(many, List.of(group), ListingSizes.unknown());
    assertThat(listing.groupsToList()).containsExactly(group);
    assertThat(queries.ask(listing).isMember(user, group)).isTrue();
    assertThat(NameResolver.ofUsers(client).withStoreSize(1).entries(many)).containsOnlyKeys(user);
  }

  private static UserId absent(int number) {
    return new UserId(ARN + "user/fa4e0001-0000-4000-8000-%012d".formatted(900_000 + number));
  }

  @Test
  void usersAndGroupsAreReadAndChangedByArns() {
    assertThat(client.directory().users().get(user).id()).isEqualTo(user);
    client
        .directory()
        .groups()
        .update(group, FieldChanges.<Group>none().set(GroupFields.DISPLAY_NAME, "Renamed"));
    assertThat(client.directory().groups().get(group).displayName()).contains("Renamed");
    assertThat(client.directory().groups().findId(LookupKey.groupName("Renamed")))
        .hasValueSatisfying(found -> assertThat(group.value()).endsWith(found.value()));
    client.directory().users().delete(user);
    assertThat(client.directory().users().list()).isEmpty();
  }
}
