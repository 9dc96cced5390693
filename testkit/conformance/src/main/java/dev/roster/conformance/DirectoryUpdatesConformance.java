package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.Capability;
import dev.roster.DirectoryEntries;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.conformance.internal.scene.NewEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.FaultKind;
import dev.roster.spi.EntryTraits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An update says what it changes; an update or delete of one revision changes no other, and is
 * settled like any write whose response is lost. A service without revisions is not asked. Skipped
 * for a provider without {@link Capability#DIRECTORY}.
 */
public abstract non-sealed class DirectoryUpdatesConformance extends ConformanceSuite {

  private static final int ATTEMPTS = RetryPolicy.defaults().maxAttempts();

  private RosterClient client;
  private DirectoryEntries<UserId, User> users;
  private DirectoryEntries<GroupId, Group> groups;

  /** For subclasses, which have nothing to construct. */
  protected DirectoryUpdatesConformance() {}

  @BeforeEach
  final void openDirectory() throws Exception {
    client = newClient(builder -> builder.deadline(Duration.ofMinutes(5)));
    assumeTrue(
        client.capabilities().contains(Capability.DIRECTORY), "the provider has no directory");
    users = client.directory().users();
    groups = client.directory().groups();
  }

  private static boolean hasRevisions(DirectoryEntries<?, ?> entries) {
    return entries.traits().map(EntryTraits::revisions).orElseThrow();
  }

  private void assumeRevisions(DirectoryEntries<?, ?> entries) {
    assumeTrue(hasRevisions(entries), "the service has no revisions");
  }

  private Group newGroup() {
    expectOneRequestEach(Operation.CREATE_GROUP, Operation.GET_GROUP);
    return groups.get(
        groups.create(new NewEntry(client.directory()).group(NewEntry.uniqueName())).id());
  }

  private User newUser() {
    expectOneRequestEach(Operation.CREATE_USER, Operation.GET_USER);
    return users.get(
        users.create(new NewEntry(client.directory()).user(NewEntry.uniqueName())).id());
  }

  private static FieldChanges<Group> describedAs(String words) {
    return FieldChanges.<Group>none().set(GroupFields.DESCRIPTION, words);
  }

  private static FieldChanges<User> shownAs(String name) {
    return FieldChanges.<User>none().set(UserFields.DISPLAY_NAME, name);
  }

  @Test
  void anUpdateWithoutChangesIsRefusedBeforeAnythingIsSent() {
    requireRefused(() -> users.update(harness().absentUser(), FieldChanges.none()));
    requireRefused(() -> groups.update(harness().absentGroup(), FieldChanges.none()));
  }

  private void requireRefused(Runnable call) {
    failureOf(ErrorCode.INVALID_ARGUMENT, Outcome.NOT_SENT, call);
  }

  @Test
  void whereThereAreNoRevisionsNoneIsReadAndNothingIsSentForOne() {
    Group group = newGroup();
    User user = newUser();
    assertThat(group.revision().isPresent()).isEqualTo(hasRevisions(groups));
    assertThat(user.revision().isPresent()).isEqualTo(hasRevisions(users));
    requireUnsupportedWithoutRevisions(groups, group.id(), describedAs("A"));
    requireUnsupportedWithoutRevisions(users, user.id(), shownAs("A"));
  }

  private <I, E extends DirectoryEntry<I, E>> void requireUnsupportedWithoutRevisions(
      DirectoryEntries<I, E> entries, I id, FieldChanges<E> changes) {
    if (!hasRevisions(entries)) {
      failureOf(ErrorCode.UNSUPPORTED, () -> entries.update(id, changes, "1"));
      failureOf(ErrorCode.UNSUPPORTED, () -> entries.delete(id, "1"));
    }
  }

  @Test
  void aListingShowsTheRevisionsThatSingleReadsShow() {
    assumeRevisions(groups);
    Group group = newGroup();
    assertThat(groups.list().stream().filter(each -> each.id().equals(group.id())))
        .singleElement()
        .extracting(Group::revision)
        .isEqualTo(group.revision());
    expectRequests(Operation.LIST_GROUPS, 1);
  }

  @Test
  void anUpdateOfTheRevisionThatWasReadMakesAnother() {
    assumeRevisions(users);
    User user = newUser();
    users.update(user.id(), shownAs("Another"), user.revision().orElseThrow());
    User changed = users.get(user.id());
    assertThat(changed.displayName()).contains("Another");
    assertThat(changed.userName()).isEqualTo(user.userName());
    assertThat(changed.revision()).isPresent().isNotEqualTo(user.revision());
    expectOneRequestEach(Operation.UPDATE_USER, Operation.GET_USER);
  }

  @Test
  void anUpdateOfAnOlderRevisionIsAConflictAtOnceAndChangesNothing() {
    assumeRevisions(groups);
    Group read = newGroup();
    String revision = read.revision().orElseThrow();
    groups.update(read.id(), describedAs("By another client"), revision);
    failureOf(
        ErrorCode.CONCURRENT_MODIFICATION,
        Outcome.NOT_APPLIED,
        () -> groups.update(read.id(), describedAs("Too late"), revision));
    assertThat(groups.get(read.id()).description()).contains("By another client");
    expectRequests(Operation.UPDATE_GROUP, 2);
    expectRequests(Operation.GET_GROUP, 1, 2);
  }

  @Test
  void aDeleteOfAnOlderRevisionIsAConflictAndOneOfTheLatestIsNot() {
    assumeRevisions(users);
    User read = newUser();
    String revision = read.revision().orElseThrow();
    users.update(read.id(), shownAs("Another"));
    failureOf(ErrorCode.CONCURRENT_MODIFICATION, () -> users.delete(read.id(), revision));
    User latest = users.get(read.id());
    users.delete(read.id(), latest.revision().orElseThrow());
    failureOf(ErrorCode.NOT_FOUND, () -> users.get(read.id()));
    expectRequests(Operation.UPDATE_USER, 1);
    expectRequests(Operation.DELETE_USER, 2);
    expectRequests(Operation.GET_USER, 2, 3);
  }

  @Test
  void aLostUpdateIsSettledAlthoughItsRevisionHasChanged() {
    assumeRevisions(groups);
    Group read = newGroup();
    inject(Operation.UPDATE_GROUP, 1, FaultKind.RESPONSE_LOST);
    groups.update(read.id(), describedAs("Another"), read.revision().orElseThrow());
    expectRequests(Operation.UPDATE_GROUP, 2);
    expectRequests(Operation.GET_GROUP, 1);
  }

  @Test
  void aLostUpdateThatOthersCameBeforeIsUnknown() throws Exception {
    assumeRevisions(groups);
    Group read = newGroup();
    String old = read.revision().orElseThrow();
    groups.update(read.id(), describedAs("By another client"));
    inject(Operation.UPDATE_GROUP, 2, FaultKind.REQUEST_LOST);
    RosterClient impatient = newClient(builder -> builder.settlingTime(Duration.ZERO));
    failureOf(
        ErrorCode.UNAVAILABLE,
        Outcome.UNKNOWN,
        () -> impatient.directory().groups().update(read.id(), describedAs("Late"), old));
    expectRequests(Operation.UPDATE_GROUP, 3);
    expectRequests(Operation.GET_GROUP, 1);
  }

  @Test
  void aLostDeleteOfARevisionSucceeds() {
    assumeRevisions(groups);
    Group read = newGroup();
    inject(Operation.DELETE_GROUP, 1, FaultKind.RESPONSE_LOST);
    groups.delete(read.id(), read.revision().orElseThrow());
    failureOf(ErrorCode.NOT_FOUND, () -> groups.get(read.id()));
    expectRequests(Operation.DELETE_GROUP, 2);
    expectRequests(Operation.GET_GROUP, 1);
  }

  @Test
  void aServiceThatFailsIsAskedAgainForTheSameRevision() {
    assumeRevisions(users);
    User read = newUser();
    injectFrom(Operation.UPDATE_USER, 1, ATTEMPTS - 1, FaultKind.SERVER_ERROR);
    users.update(read.id(), shownAs("Another"), read.revision().orElseThrow());
    assertThat(users.get(read.id()).displayName()).contains("Another");
    expectRequests(Operation.UPDATE_USER, ATTEMPTS);
    expectRequests(Operation.GET_USER, 1);
  }

  @Test
  void whatDoesNotExistHasNoRevision() {
    assumeRevisions(groups);
    failureOf(ErrorCode.NOT_FOUND, () -> groups.delete(harness().absentGroup(), "1"));
    failureOf(
        ErrorCode.NOT_FOUND, () -> groups.update(harness().absentGroup(), describedAs("A"), "1"));
    expectOneRequestEach(Operation.DELETE_GROUP, Operation.UPDATE_GROUP);
  }

  @Test
  void theAsynchronousFaceHoldsToTheRevision() throws Exception {
    assumeRevisions(groups);
    Group read = newGroup();
    var async = client.async().directory().groups();
    async
        .update(read.id(), describedAs("Another"), read.revision().orElseThrow())
        .get(1, TimeUnit.MINUTES);
    String latest = async.get(read.id()).get(1, TimeUnit.MINUTES).revision().orElseThrow();
    async.delete(read.id(), latest).get(1, TimeUnit.MINUTES);
    expectOneRequestEach(Operation.UPDATE_GROUP, Operation.GET_GROUP, Operation.DELETE_GROUP);
  }
}
