package dev.roster.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.Attributes;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Other people change the store past the cache; a write through it leaves no key that leads to the
 * one who had it before.
 */
@Timeout(60)
class WritesForgetTest {

  private static final LookupKey<User> ADA = LookupKey.userName("ada");
  private static final Duration LONG = Duration.ofSeconds(30);

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store))
          .attemptTimeout(LONG)
          .settlingTime(Duration.ZERO)
          .build();
  private final CachedLookups lookups = CachedLookups.around(client).build();
  private final CachedEntries<UserId, User> users = lookups.users();

  @AfterEach
  void close() {
    store.faults().clear();
    client.close();
  }

  private UserId user(String name) {
    return store.users().create(Attributes.none().with("userName", name));
  }

  private static FieldChanges<User> renaming(String name) {
    return FieldChanges.<User>none().set(UserFields.USER_NAME, name);
  }

  @Test
  void aNameThatACreateTakesOverLeadsToTheNewOne() {
    UserId first = user("ada");
    assertThat(users.findId(ADA)).contains(first);
    store.users().delete(first);
    UserId second = users.create(UserFields.named("ada")).id();
    assertThat(users.findId(ADA)).contains(second);
  }

  @Test
  void aNameThatAnUpdateTakesOverLeadsToTheOneThatHasItNow() {
    UserId first = user("ada");
    UserId second = user("bob");
    assertThat(users.findId(ADA)).contains(first);
    client.directory().users().update(first, renaming("former"));
    users.update(second, renaming("ada"));
    assertThat(users.findId(ADA)).contains(second);
  }

  @Test
  void aNameOfAGroupThatACreateTakesOverLeadsToTheNewOne() {
    LookupKey<Group> admins = LookupKey.groupName("Admins");
    GroupId first = store.groups().create(Attributes.none().with("displayName", "Admins"));
    assertThat(lookups.groups().findId(admins)).contains(first);
    store.groups().delete(first);
    GroupId second = lookups.groups().create(GroupFields.named("Admins")).id();
    assertThat(lookups.groups().findId(admins)).contains(second);
  }

  @Test
  void aWriteThatFailsLeavesNoKeyEither() {
    UserId first = user("ada");
    UserId second = user("bob");
    assertThat(users.findId(ADA)).contains(first);
    store.users().delete(first);
    UserId third = user("ada");
    store.faults().on(Operation.CREATE_USER).next(Fault.of(FaultKind.ACCESS_DENIED));
    refused(() -> users.create(UserFields.named("ada")));
    assertThat(users.findId(ADA)).contains(third);
    store.users().delete(third);
    store.faults().on(Operation.UPDATE_USER).next(Fault.of(FaultKind.ACCESS_DENIED));
    refused(() -> users.update(second, renaming("ada")));
    assertThat(users.findId(ADA)).isEmpty();
  }

  private static void refused(Runnable write) {
    RosterException failure = catchThrowableOfType(RosterException.class, write::run);
    assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
  }

  @Test
  void aLookUpThatIsOlderThanTheWriteIsNotRemembered() throws Exception {
    UserId first = user("ada");
    store.faults().on(Operation.FIND_USER).next(Fault.of(FaultKind.RESPONSE_DELAYED));
    FutureTask<Optional<UserId>> early = new FutureTask<>(() -> users.findId(ADA));
    new Thread(early, "early").start();
    assertThat(store.faults().awaitHeld(1, LONG)).isTrue();
    store.users().delete(first);
    UserId second = users.create(UserFields.named("ada")).id();
    store.faults().release();
    early.get();
    assertThat(users.findId(ADA)).contains(second);
  }
}
