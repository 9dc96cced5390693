package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.AsyncDirectoryEntries;
import dev.roster.Capability;
import dev.roster.Directory;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.conformance.internal.scene.NewEntry;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.FaultKind;
import dev.roster.spi.LookupWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Users and groups are created, read, found by exactly their names, changed field by field, listed
 * and deleted; a write whose response is lost is settled. Skipped for a provider without {@link
 * Capability#DIRECTORY}.
 */
public abstract non-sealed class DirectoryConformance extends ConformanceSuite {

  private static final int ATTEMPTS = RetryPolicy.defaults().maxAttempts();
  private static final int LONGEST_GROUP_NAME = 1_024;
  private static final FieldChanges<Group> ANOTHER_DESCRIPTION =
      FieldChanges.<Group>none().set(GroupFields.DESCRIPTION, "Another");

  private RosterClient client;
  private Directory directory;
  private NewEntry fresh;

  /** For subclasses, which have nothing to construct. */
  protected DirectoryConformance() {}

  @BeforeEach
  final void openDirectory() throws Exception {
    client = newClient(builder -> builder.deadline(Duration.ofMinutes(5)));
    assumeTrue(
        client.capabilities().contains(Capability.DIRECTORY), "the provider has no directory");
    directory = client.directory();
    fresh = new NewEntry(directory);
  }

  private UserId newUser(String name) {
    expectRequests(Operation.CREATE_USER, 1);
    return directory.users().create(fresh.user(name)).id();
  }

  private GroupId newGroup(String name) {
    expectRequests(Operation.CREATE_GROUP, 1);
    return directory.groups().create(fresh.group(name)).id();
  }

  private List<GroupId> newGroups(int count) {
    return Stream.generate(NewEntry::uniqueName).limit(count).map(this::newGroup).toList();
  }

  /** The requests of look-ups by name, by the way that the driver states first. */
  private void expectUserLookups(int count) {
    expectRequests(usersAreListed() ? Operation.LIST_USERS : Operation.FIND_USER, count);
  }

  private void expectGroupLookups(int count) {
    boolean lists = fresh.groups().lookups(LookupKey.Kind.NAME).get(0) == LookupWay.LISTING;
    expectRequests(lists ? Operation.LIST_GROUPS : Operation.FIND_GROUP, count);
  }

  @Test
  void aNewUserIsReadWithTheFieldsThatWereGiven() {
    FieldValues<User> given = fresh.user(NewEntry.uniqueName());
    UserId id = directory.users().create(given).id();
    User read = directory.users().get(id);
    assertThat(read.id()).isEqualTo(id);
    assertThat(read.userName()).isEqualTo(given.get(UserFields.USER_NAME));
    assertThat(read.displayName()).isEqualTo(given.get(UserFields.DISPLAY_NAME));
    assertThat(read.name()).isEqualTo(given.get(UserFields.NAME));
    assertThat(read.emails()).isEqualTo(given.get(UserFields.EMAILS).orElse(List.of()));
    assertThat(read.phoneNumbers()).isEmpty();
    expectOneRequestEach(Operation.CREATE_USER, Operation.GET_USER);
  }

  @Test
  void aNewGroupIsReadWithTheFieldsThatWereGiven() {
    FieldValues<Group> given = fresh.group(NewEntry.uniqueName());
    GroupId id = directory.groups().create(given).id();
    Group read = directory.groups().get(id);
    assertThat(read.displayName()).isEqualTo(given.get(GroupFields.DISPLAY_NAME));
    assertThat(read.description()).isEqualTo(given.get(GroupFields.DESCRIPTION));
    expectOneRequestEach(Operation.CREATE_GROUP, Operation.GET_GROUP);
  }

  static Stream<String> groupNames() {
    return Stream.of(
        "O'Brien's \"quoted\" group",
        "back\\slash / path ? and & percent %20 + plus #",
        "\u7ec4 \u0433\u0440\u0443\u043f\u043f\u0430 \u00e9\u0301",
        "rocket \ud83d\ude80");
  }

  @ParameterizedTest
  @MethodSource("groupNames")
  void aGroupIsFoundByExactlyItsName(String words) {
    String name = words + " " + NewEntry.uniqueName();
    GroupId id = newGroup(name);
    assertThat(directory.groups().findId(LookupKey.groupName(name))).contains(id);
    expectGroupLookups(1);
  }

  @Test
  void aGroupIsFoundByTheLongestName() {
    String name = NewEntry.uniqueName();
    name += "x".repeat(LONGEST_GROUP_NAME - name.length());
    GroupId id = newGroup(name);
    LookupKey<Group> key = LookupKey.groupName(name);
    assertThat(directory.groups().findId(key)).contains(id);
    boolean lists =
        directory.groups().traits().orElseThrow().lookups(key).get(0) == LookupWay.LISTING;
    expectRequests(lists ? Operation.LIST_GROUPS : Operation.FIND_GROUP, 1);
  }

  @Test
  void aPartOfANameOrMoreThanItOrAnotherCaseIsNoHit() {
    String name = NewEntry.uniqueName();
    GroupId longer = newGroup(name + " Admins");
    assertThat(directory.groups().findId(LookupKey.groupName(name))).isEmpty();
    assertThat(directory.groups().findId(LookupKey.groupName(name + " admins"))).isEmpty();
    assertThat(directory.groups().findId(LookupKey.groupName(name + " Admins"))).contains(longer);
    expectGroupLookups(3);
  }

  @Test
  void aUserIsFoundByItsNameAndReadInTheSameCall() {
    String name = NewEntry.uniqueName();
    UserId id = newUser(name);
    assertThat(directory.users().find(LookupKey.userName(name)).map(User::id)).contains(id);
    expectUserLookups(1);
    expectRequests(Operation.GET_USER, usersAreListed() ? 0 : 1);
  }

  private boolean usersAreListed() {
    return fresh.users().lookups(LookupKey.Kind.NAME).get(0) == LookupWay.LISTING;
  }

  @Test
  void aNameThatNoUserHasIsFoundNowhere() {
    assertThat(directory.users().findId(LookupKey.userName(NewEntry.uniqueName()))).isEmpty();
    assertThat(directory.groups().find(LookupKey.groupName(NewEntry.uniqueName()))).isEmpty();
    expectUserLookups(1);
    expectGroupLookups(1);
  }

  @Test
  void anEmailAddressFindsItsUserOrIsRefusedBeforeAnythingIsSent() {
    FieldValues<User> fields = fresh.user(NewEntry.uniqueName());
    UserId id = directory.users().create(fields).id();
    expectRequests(Operation.CREATE_USER, 1);
    String address = NewEntry.address(fields);
    List<LookupWay> ways = directory.users().traits().orElseThrow().lookups(LookupKey.Kind.EMAIL);
    if (ways.isEmpty()) {
      failureOf(ErrorCode.UNSUPPORTED, () -> directory.users().findId(LookupKey.email(address)));
    } else {
      assertThat(directory.users().findId(LookupKey.email(address))).contains(id);
      boolean lists = ways.get(0) == LookupWay.LISTING;
      expectRequests(lists ? Operation.LIST_USERS : Operation.FIND_USER, 1);
    }
  }

  @Test
  void aNameThatIsTakenAlreadyExists() {
    String name = NewEntry.uniqueName();
    newGroup(name);
    RosterException failure =
        failureOf(ErrorCode.ALREADY_EXISTS, () -> directory.groups().create(fresh.group(name)));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure.getMessage()).doesNotContain(name);
    expectRequests(Operation.CREATE_GROUP, 1);
    expectSettlingLookups(Operation.FIND_GROUP, Operation.LIST_GROUPS);
  }

  /** One read, where the service does not say which conflict it is. */
  private void expectSettlingLookups(Operation find, Operation list) {
    expectRequests(find, 0, 1);
    expectRequests(list, 0, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_LOST", "SERVER_ERROR_AFTER_COMMIT", "RESPONSE_TRUNCATED"})
  void aCreateWhoseResponseIsLostIsSettledByTheName(FaultKind fault) {
    String name = NewEntry.uniqueName();
    inject(Operation.CREATE_USER, 1, fault);
    CreatedEntry<UserId> made = directory.users().create(fresh.user(name));
    assertThat(made.wasSettled()).isTrue();
    assertThat(made.oneTimePassword()).isEmpty();
    assertThat(directory.users().get(made.id()).userName()).contains(name);
    expectRequests(Operation.CREATE_USER, 2);
    expectRequests(Operation.GET_USER, usersAreListed() ? 1 : 2);
    expectUserLookups(1);
  }

  @Test
  void whatHadTheNameBeforeIsNotWhatALostCreateMade() {
    fresh.requireDescriptions();
    FieldValues<Group> old = fresh.group(NewEntry.uniqueName());
    directory.groups().create(old.with(GroupFields.DESCRIPTION, "There before"));
    inject(Operation.CREATE_GROUP, 2, FaultKind.RESPONSE_LOST);
    RosterException failure = failureOf(() -> directory.groups().create(old));
    assertThat(failure.code()).isIn(ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    expectRequests(Operation.CREATE_GROUP, 3);
    expectRequests(Operation.GET_GROUP, 0, 1);
    expectGroupLookups(1);
  }

  @Test
  void aCreateThatWasLostOnItsWayIsMadeByTheNextAttempt() {
    inject(Operation.CREATE_GROUP, 1, FaultKind.REQUEST_LOST);
    CreatedEntry<GroupId> made = directory.groups().create(fresh.group(NewEntry.uniqueName()));
    assertThat(made.wasSettled()).isFalse();
    expectRequests(Operation.CREATE_GROUP, 2);
  }

  @Test
  void aCreateWithoutAnyResponseThatIsNotFoundIsUnknown() throws Exception {
    injectFrom(Operation.CREATE_USER, 1, ATTEMPTS, FaultKind.REQUEST_LOST);
    RosterClient impatient = newClient(builder -> builder.settlingTime(Duration.ZERO));
    FieldValues<User> user = fresh.user(NewEntry.uniqueName());
    failureOf(
        ErrorCode.UNAVAILABLE, Outcome.UNKNOWN, () -> impatient.directory().users().create(user));
    expectRequests(Operation.CREATE_USER, ATTEMPTS);
    expectUserLookups(1);
  }

  @Test
  void aCreateWithoutANameIsRefusedBeforeAnythingIsSent() {
    RosterException failure =
        failureOf(
            ErrorCode.INVALID_ARGUMENT, () -> directory.users().create(FieldValues.<User>none()));
    assertThat(failure).hasMessageContaining("userName");
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void anUpdateSetsAndClearsWhatItNamesAndNothingElse() {
    fresh.requireDescriptions();
    FieldValues<Group> given = fresh.group(NewEntry.uniqueName());
    GroupId group = newGroup(given.get(GroupFields.DISPLAY_NAME).orElseThrow());
    directory.groups().update(group, ANOTHER_DESCRIPTION);
    Group changed = directory.groups().get(group);
    assertThat(changed.description()).contains("Another");
    assertThat(changed.displayName()).isEqualTo(given.get(GroupFields.DISPLAY_NAME));
    directory.groups().update(group, FieldChanges.<Group>none().clear(GroupFields.DESCRIPTION));
    assertThat(directory.groups().get(group).fields())
        .isEqualTo(given.without(GroupFields.DESCRIPTION));
    expectRequests(Operation.UPDATE_GROUP, 2);
    expectRequests(Operation.GET_GROUP, 2);
  }

  @Test
  void aNameIsReplacedAsAWhole() {
    fresh.requireNames();
    UserId user = newUser(NewEntry.uniqueName());
    PersonName other = PersonName.of("Other", "Name").with(PersonName.Part.MIDDLE_NAME, "Middle");
    directory.users().update(user, FieldChanges.<User>none().set(UserFields.NAME, other));
    User changed = directory.users().get(user);
    assertThat(changed.name()).contains(other);
    assertThat(changed.emails()).hasSize(1);
    expectOneRequestEach(Operation.UPDATE_USER, Operation.GET_USER);
  }

  @Test
  void anUpdateWithoutAnyResponseThatWasAppliedIsSettledByReading() {
    fresh.requireDescriptions();
    GroupId group = newGroup(NewEntry.uniqueName());
    inject(Operation.UPDATE_GROUP, 1, FaultKind.RESPONSE_LOST);
    injectFrom(Operation.UPDATE_GROUP, 2, ATTEMPTS - 1, FaultKind.REQUEST_LOST);
    directory.groups().update(group, ANOTHER_DESCRIPTION);
    expectRequests(Operation.UPDATE_GROUP, ATTEMPTS);
    expectRequests(Operation.GET_GROUP, 1);
  }

  @Test
  void anUpdateToANameThatIsTakenIsRefused() {
    String taken = NewEntry.uniqueName();
    newGroup(taken);
    GroupId group = newGroup(NewEntry.uniqueName());
    FieldChanges<Group> rename = FieldChanges.<Group>none().set(GroupFields.DISPLAY_NAME, taken);
    RosterException failure = failureOf(() -> directory.groups().update(group, rename));
    assertThat(failure.code()).isIn(ErrorCode.ALREADY_EXISTS, ErrorCode.CONFLICT);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    expectRequests(Operation.UPDATE_GROUP, 1);
  }

  @Test
  void whatIsDeletedIsGone() {
    UserId user = newUser(NewEntry.uniqueName());
    directory.users().delete(user);
    failureOf(ErrorCode.NOT_FOUND, () -> directory.users().get(user));
    failureOf(ErrorCode.NOT_FOUND, () -> directory.users().delete(user));
    expectRequests(Operation.DELETE_USER, 2);
    expectRequests(Operation.GET_USER, 1);
  }

  @Test
  void aDeleteWhoseResponseIsLostSucceeds() {
    GroupId group = newGroup(NewEntry.uniqueName());
    inject(Operation.DELETE_GROUP, 1, FaultKind.RESPONSE_LOST);
    directory.groups().delete(group);
    failureOf(ErrorCode.NOT_FOUND, () -> directory.groups().get(group));
    expectRequests(Operation.DELETE_GROUP, 2);
    expectRequests(Operation.GET_GROUP, 1);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    failureOf(ErrorCode.NOT_FOUND, () -> directory.users().get(harness().absentUser()));
    failureOf(ErrorCode.NOT_FOUND, () -> directory.groups().get(harness().absentGroup()));
    expectOneRequestEach(Operation.GET_USER, Operation.GET_GROUP);
  }

  @Test
  void thoseOfManyThatExistAreReadInAsFewRequestsAsTheServiceTakes() {
    int most = directory.groups().traits().orElseThrow().idsPerQuery();
    if (most == 0) {
      failureOf(ErrorCode.UNSUPPORTED, () -> directory.groups().getAll(List.of()));
      return;
    }
    List<GroupId> made = newGroups(12);
    List<GroupId> asked = new ArrayList<>(List.of(harness().absentGroup()));
    asked.addAll(made);
    asked.addAll(made);
    assertThat(directory.groups().getAll(asked).keySet()).containsExactlyElementsOf(made);
    int queries = (made.size() + most) / most;
    expectRequests(Operation.GET_GROUP, queries, queries + most);
  }

  @Test
  void aListingShowsEveryGroupOnceWhateverThePageSize() {
    List<GroupId> made = newGroups(5);
    List<GroupId> listed =
        directory.groups().list().withPageSize(2).stream().map(Group::id).toList();
    assertThat(listed).doesNotHaveDuplicates().containsAll(made);
    int pages = (listed.size() + 1) / 2;
    expectRequests(Operation.LIST_GROUPS, pages, pages + 1);
  }

  @Test
  void anInjectedThrottleIsOneRequestMore() {
    UserId user = newUser(NewEntry.uniqueName());
    inject(Operation.GET_USER, 1, FaultKind.THROTTLED);
    inject(Operation.LIST_GROUPS, 1, FaultKind.THROTTLED);
    directory.users().get(user);
    newGroup(NewEntry.uniqueName());
    assertThat(directory.groups().list().withLimit(1)).hasSize(1);
    expectRequests(Operation.GET_USER, 2);
    expectRequests(Operation.LIST_GROUPS, 2);
  }

  @Test
  void theAsynchronousFaceMakesTheSameCalls() throws Exception {
    String name = NewEntry.uniqueName();
    AsyncDirectoryEntries<GroupId, Group> groups = client.async().directory().groups();
    GroupId made = groups.create(fresh.group(name)).get(1, TimeUnit.MINUTES).id();
    assertThat(groups.findId(LookupKey.groupName(name)).get(1, TimeUnit.MINUTES)).contains(made);
    expectRequests(Operation.CREATE_GROUP, 1);
    expectGroupLookups(1);
  }
}
