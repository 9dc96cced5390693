package dev.roster.internal.directory;

import static dev.roster.spi.LookupWay.DIRECT;
import static dev.roster.spi.LookupWay.DIRECT_ALTERNATE;
import static dev.roster.spi.LookupWay.LISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.ExternalId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.OneTimePassword;
import dev.roster.directory.PersonName;
import dev.roster.directory.PostalAddress;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A look-up goes on where a service refuses its way, and only what has exactly the key counts. */
class LookupTest {

  private static final LookupKey<Group> NAME = LookupKey.groupName("Admins");

  private final FakeGroups groups = new FakeGroups();
  private final RosterClient client = RosterClient.builder(new FakeDriver(groups)).build();

  private RosterException failure(Runnable call) {
    return catchThrowableOfType(RosterException.class, call::run);
  }

  @Test
  void aWayThatTheServiceRefusesIsTriedOnceInTheLifeOfAClient() {
    groups.refusing(DIRECT, ErrorCode.UNSUPPORTED, Resource.UNSPECIFIED).with("g-1", "Admins");
    client.directory().groups().findId(NAME);
    client.with(CallOptions.defaults()).directory().groups().findId(NAME);
    assertThat(groups.asked).containsExactly("DIRECT", "DIRECT_ALTERNATE", "DIRECT_ALTERNATE");
  }

  @Test
  void oneOddNameDoesNotChangeHowOthersAreLookedUp() {
    groups.unclear().with("g-1", "Admins").refusingNames("odd");
    findId("odd");
    groups.asked.clear();
    assertThat(findId("Admins")).contains(new GroupId("g-1"));
    assertThat(groups.asked).containsExactly("DIRECT");
  }

  @Test
  void aWayThatHasWorkedIsNeverGivenUpForOddNames() {
    groups.unclear().with("g-1", "Admins").refusingNames("odd", "odder", "oddest", "oddest of all");
    findId("Admins");
    Stream.of("odd", "odder", "oddest", "oddest of all").forEach(this::findId);
    groups.asked.clear();
    findId("Admins");
    assertThat(groups.asked).containsExactly("DIRECT");
  }

  @Test
  void aNameThatIsNotThereShowsThatAWayWorks() {
    groups.unclear().refusingNames("odd", "odder", "oddest");
    findId("none");
    groups.with("g-1", "Admins");
    Stream.of("odd", "odder", "oddest").forEach(this::findId);
    groups.asked.clear();
    findId("Admins");
    assertThat(groups.asked).containsExactly("DIRECT");
  }

  @Test
  void aWayIsGivenUpWhenThreeNamesWereRefusedAndNoneWasTaken() {
    groups.unclear().refusing(DIRECT, ErrorCode.UNSUPPORTED, Resource.UNSPECIFIED);
    groups.with("g-1", "Admins");
    Stream.of("Admins", "Admins", "Others", "Admins", "Third", "Admins").forEach(this::findId);
    assertThat(groups.asked.stream().filter("DIRECT"::equals)).hasSize(5);
  }

  private Optional<GroupId> findId(String name) {
    return client.directory().groups().findId(LookupKey.groupName(name));
  }

  @Test
  void theLastWayIsTheFilteredListing() {
    groups
        .refusing(DIRECT, ErrorCode.UNSUPPORTED, Resource.UNSPECIFIED)
        .refusing(DIRECT_ALTERNATE, ErrorCode.UNSUPPORTED, Resource.UNSPECIFIED)
        .with("g-1", "Admins of something")
        .with("g-2", "Admins")
        .with("g-3", "admins");
    assertThat(client.directory().groups().find(NAME).map(Group::id)).contains(new GroupId("g-2"));
    assertThat(groups.asked)
        .containsExactly("DIRECT", "DIRECT_ALTERNATE", "LISTING", "LISTING", "LISTING");
  }

  @Test
  void whereEveryWayIsRefusedTheCallIsUnsupported() {
    Stream.of(DIRECT, DIRECT_ALTERNATE, LISTING)
        .forEach(way -> groups.refusing(way, ErrorCode.UNSUPPORTED, Resource.UNSPECIFIED));
    RosterException failure = failure(() -> client.directory().groups().findId(NAME));
    assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(failure.attempts()).isEqualTo(3);
    assertThat(failure.operation()).isEqualTo("findGroupId");
  }

  @Test
  void twoExactHitsAreAnErrorThatListsThem() {
    onlyListing().with("g-1", "Admins").with("g-2", "Admins");
    RosterException failure = failure(() -> client.directory().groups().find(NAME));
    assertThat(failure.code()).isEqualTo(ErrorCode.AMBIGUOUS);
    assertThat(failure).hasMessageContaining("g-1, g-2").hasMessageNotContaining("Admins");
  }

  @Test
  void aListingThatGoesRoundInACircleIsAnInvalidResponse() {
    onlyListing().with("g-1", "Others").withoutEnd();
    RosterException failure = failure(() -> client.directory().groups().find(NAME));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
  }

  private FakeGroups onlyListing() {
    return groups
        .refusing(DIRECT, ErrorCode.UNSUPPORTED, Resource.UNSPECIFIED)
        .refusing(DIRECT_ALTERNATE, ErrorCode.UNSUPPORTED, Resource.UNSPECIFIED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Resource.class,
      names = {"GROUP", "UNSPECIFIED"})
  void aGroupThatIsMissingIsAnEmptyResult(Resource missing) {
    groups.refusing(DIRECT, ErrorCode.NOT_FOUND, missing);
    assertThat(client.directory().groups().find(NAME)).isEmpty();
    assertThat(groups.asked).containsExactly("DIRECT");
  }

  @Test
  void aStoreThatIsMissingIsNoEmptyResult() {
    groups.refusing(DIRECT, ErrorCode.NOT_FOUND, Resource.IDENTITY_STORE);
    RosterException failure = failure(() -> client.directory().groups().find(NAME));
    assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  static Stream<FieldChanges<Group>> changesThatAreRefused() {
    return Stream.of(
        FieldChanges.none(),
        FieldChanges.<Group>none().clear(GroupFields.DISPLAY_NAME),
        FieldChanges.<Group>none().set(GroupFields.DESCRIPTION, "not writable here"),
        FieldChanges.<Group>none().set(GroupFields.provider("Tags"), "[]"));
  }

  @ParameterizedTest
  @MethodSource("changesThatAreRefused")
  void whatTheServiceCannotSetIsRefusedBeforeAnythingIsSent(FieldChanges<Group> changes) {
    RosterException failure =
        failure(() -> client.directory().groups().update(new GroupId("g-1"), changes));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(groups.asked).isEmpty();
  }

  @Test
  void aKeyThatTheServiceDoesNotLookUpIsRefusedBeforeAnythingIsSent() {
    LookupKey<Group> key = LookupKey.group(new ExternalId("fake-issuer", "1"));
    RosterException failure = failure(() -> client.directory().groups().find(key));
    assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(failure).hasMessageContaining("external id");
    assertThat(groups.asked).isEmpty();
  }

  @Test
  void noTextFormShowsWhatIsPersonal() {
    User user =
        User.of(
            new UserId("u-1"),
            UserFields.named("secret-name")
                .with(UserFields.NAME, PersonName.of("secret-given", "secret-family"))
                .with(UserFields.EMAILS, List.of(ContactPoint.primary("secret@example.com")))
                .with(
                    UserFields.ADDRESSES,
                    List.of(PostalAddress.none().with(PostalAddress.Part.LOCALITY, "secret"))));
    assertThat(
            List.of(
                user,
                user.fields(),
                user.name().orElseThrow(),
                user.emails(),
                user.addresses(),
                LookupKey.userName("secret"),
                FieldChanges.<User>none().set(UserFields.USER_NAME, "secret"),
                OneTimePassword.of("secret")))
        .allSatisfy(value -> assertThat(value.toString()).doesNotContain("secret"));
  }
}
