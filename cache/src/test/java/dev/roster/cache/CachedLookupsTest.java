package dev.roster.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.KnownNames;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.Attributes;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.ManualTime;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import dev.roster.query.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was looked up is not asked for again until its age has passed or it was forgotten. */
class CachedLookupsTest {

  private static final Duration AGE = Duration.ofMinutes(5);
  private static final Duration ABSENCE_AGE = Duration.ofSeconds(30);
  private static final LookupKey<User> ADA = LookupKey.userName("ada");

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store)).settlingTime(Duration.ZERO).build();
  private final CachedLookups lookups = builder().build();
  private final CachedLookups withAbsences = builder().rememberAbsences(ABSENCE_AGE).build();

  private CachedLookups.Builder builder() {
    return CachedLookups.around(client).age(AGE).timeSource(time);
  }

  private UserId user(String name) {
    return store.users().create(Attributes.none().with("userName", name));
  }

  private long finds() {
    return store.requests().of(Operation.FIND_USER);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aNameIsAskedForOnceUntilItsAgeHasPassed() {
    UserId ada = user("ada");
    for (int time = 0; time < 3; time++) {
      assertThat(lookups.users().findId(ADA)).contains(ada);
    }
    time.advance(AGE.minusNanos(1));
    assertThat(lookups.users().findId(ADA)).contains(ada);
    assertThat(finds()).isEqualTo(1);
    time.advance(Duration.ofNanos(1));
    assertThat(lookups.users().findId(ADA)).contains(ada);
    assertThat(finds()).isEqualTo(2);
  }

  @Test
  void theNameOfAnIdentifierIsAskedForOnceUntilItsAgeHasPassed() {
    GroupId admins = store.groups().create(Attributes.none().with("displayName", "Admins"));
    assertThat(lookups.groups().nameOf(admins)).contains("Admins");
    assertThat(lookups.groups().nameOf(admins)).contains("Admins");
    assertThat(store.requests().of(Operation.GET_GROUP)).isEqualTo(1);
    time.advance(AGE);
    assertThat(lookups.groups().nameOf(admins)).contains("Admins");
    assertThat(store.requests().of(Operation.GET_GROUP)).isEqualTo(2);
  }

  @Test
  void anAbsenceIsAskedForEachTimeUnlessToldOtherwise() {
    assertThat(lookups.users().findId(ADA)).isEmpty();
    UserId ada = user("ada");
    assertThat(lookups.users().findId(ADA)).contains(ada);
    assertThat(lookups.users().nameOf(new UserId("none"))).isEmpty();
    assertThat(lookups.users().nameOf(new UserId("none"))).isEmpty();
    assertThat(store.requests().total()).isEqualTo(4);
  }

  @Test
  void anAbsenceThatIsRememberedHasAnAgeOfItsOwn() {
    assertThat(withAbsences.users().findId(ADA)).isEmpty();
    UserId ada = user("ada");
    time.advance(ABSENCE_AGE.minusNanos(1));
    assertThat(withAbsences.users().findId(ADA)).isEmpty();
    assertThat(finds()).isEqualTo(1);
    time.advance(Duration.ofNanos(1));
    assertThat(withAbsences.users().findId(ADA)).contains(ada);
  }

  @Test
  void aFailureIsNeverRemembered() {
    UserId ada = user("ada");
    store.faults().on(Operation.FIND_USER).next(Fault.of(FaultKind.ACCESS_DENIED));
    RosterException failure =
        catchThrowableOfType(
            RosterException.class, () -> withAbsences.users().findId(ADA).isPresent());
    assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(withAbsences.users().findId(ADA)).contains(ada);
  }

  @Test
  void ofManyKeysOnlyThoseAreAskedForThatAreNotRemembered() {
    List<LookupKey<User>> keys =
        IntStream.range(0, 100)
            .mapToObj(number -> "user-" + number)
            .peek(this::user)
            .map(LookupKey::userName)
            .toList();
    CachedEntries<UserId, User> users =
        builder().resolvingUsers(all -> all.withStoreSize(100)).build().users();
    assertThat(users.resolve(keys.subList(0, 98)).isComplete()).isTrue();
    assertThat(store.requests().total()).isEqualTo(1);
    Resolution<UserId, User> resolved = users.resolve(keys);
    assertThat(resolved.isComplete()).isTrue();
    assertThat(resolved.found().keySet()).containsExactlyElementsOf(keys);
    assertThat(store.requests().total()).isEqualTo(2);
    assertThat(users.resolve(keys).isComplete()).isTrue();
    assertThat(users.findId(keys.get(99))).isPresent();
    assertThat(store.requests().total()).isEqualTo(2);
    assertThat(users.statistics().hits()).isEqualTo(98 + 100 + 1);
    assertThat(users.statistics().asked()).isEqualTo(100);
  }

  @Test
  void aKeyThatNoneHasIsMissingAndNotRemembered() {
    Resolution<UserId, User> resolved = lookups.users().resolve(List.of(ADA));
    assertThat(resolved.missing()).containsExactly(ADA);
    assertThat(lookups.users().resolve(List.of(ADA)).missing()).containsExactly(ADA);
    assertThat(finds()).isEqualTo(2);
    assertThat(withAbsences.users().resolve(List.of(ADA)).missing()).containsExactly(ADA);
    assertThat(withAbsences.users().resolve(List.of(ADA)).missing()).containsExactly(ADA);
    assertThat(finds()).isEqualTo(3);
  }

  @Test
  void ofManyIdentifiersOnlyThoseAreReadThatAreNotRemembered() {
    UserId ada = user("ada");
    UserId bob = user("bob");
    UserId absent = new UserId("none");
    lookups.users().nameOf(ada);
    long before = store.requests().total();
    assertThat(lookups.users().names(List.of(bob, absent, ada)).keySet()).containsExactly(bob, ada);
    long after = store.requests().total();
    assertThat(after).isGreaterThan(before);
    assertThat(lookups.users().names(List.of(ada, bob)))
        .containsEntry(ada, "ada")
        .containsEntry(bob, "bob");
    assertThat(store.requests().total()).isEqualTo(after);
    KnownNames names = KnownNames.none().withMemberNames(lookups.users().names(List.of(ada)));
    assertThat(names.label(ada)).endsWith("\"ada\"");
  }

  @Test
  void aRenameThroughTheCacheIsSeenAtOnce() {
    UserId ada = user("ada");
    LookupKey<User> newName = LookupKey.userName("ada.lovelace");
    assertThat(withAbsences.users().findId(ADA)).contains(ada);
    assertThat(withAbsences.users().findId(newName)).isEmpty();
    assertThat(withAbsences.users().nameOf(ada)).contains("ada");
    withAbsences
        .users()
        .update(ada, FieldChanges.<User>none().set(UserFields.USER_NAME, newName.value()));
    assertThat(withAbsences.users().findId(ADA)).isEmpty();
    assertThat(withAbsences.users().findId(newName)).contains(ada);
    assertThat(withAbsences.users().nameOf(ada)).contains(newName.value());
  }

  @Test
  void aDeleteAndACreateThroughTheCacheAreSeenAtOnce() {
    UserId ada = user("ada");
    UserId bob = user("bob");
    LookupKey<User> bobsName = LookupKey.userName("bob");
    assertThat(withAbsences.users().findId(ADA)).contains(ada);
    assertThat(withAbsences.users().findId(bobsName)).contains(bob);
    withAbsences.users().delete(ada);
    long before = finds();
    assertThat(withAbsences.users().findId(bobsName)).contains(bob);
    assertThat(finds()).isEqualTo(before);
    assertThat(withAbsences.users().findId(ADA)).isEmpty();
    assertThat(withAbsences.users().nameOf(ada)).isEmpty();
    UserId second = withAbsences.users().create(UserFields.named("ada")).id();
    assertThat(withAbsences.users().findId(ADA)).contains(second);
  }

  @Test
  void whateverAWriteComesToWhatItIsAboutIsForgotten() {
    UserId ada = user("ada");
    assertThat(lookups.users().findId(ADA)).contains(ada);
    store.faults().on(Operation.DELETE_USER).next(Fault.of(FaultKind.ACCESS_DENIED));
    RosterException failure =
        catchThrowableOfType(RosterException.class, () -> lookups.users().delete(ada));
    assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(lookups.users().findId(ADA)).contains(ada);
    assertThat(finds()).isEqualTo(2);
  }

  @Test
  void whatIsForgottenIsAskedForAgainAndNothingElse() {
    UserId ada = user("ada");
    user("bob");
    LookupKey<User> bob = LookupKey.userName("bob");
    lookups.users().resolve(List.of(ADA, bob));
    long before = finds();
    lookups.users().forget(ADA);
    lookups.users().resolve(List.of(ADA, bob));
    assertThat(finds()).isEqualTo(before + 1);
    lookups.users().forget(ada);
    lookups.users().resolve(List.of(ADA, bob));
    assertThat(finds()).isEqualTo(before + 2);
    lookups.forgetAll();
    lookups.users().resolve(List.of(ADA, bob));
    assertThat(finds()).isEqualTo(before + 4);
  }

  @Test
  void theMemoryIsBounded() {
    CachedEntries<UserId, User> few = builder().maximumSize(2).build().users();
    for (int number = 0; number < 10; number++) {
      user("user-" + number);
      few.findId(LookupKey.userName("user-" + number));
    }
    assertThat(few.statistics().size()).isEqualTo(2);
    assertThat(few.statistics().evicted()).isEqualTo(8);
  }

  @Test
  void noTextFormShowsWhatIsPersonal() {
    user("ada");
    lookups.users().findId(ADA);
    assertThat(lookups.toString() + lookups.users() + lookups.users().statistics())
        .contains("asked=1", "size=1")
        .doesNotContain("ada");
  }

  /** The snippet of docs/directory.md. */
  @Test
  void theGuidesExampleFindsAndNames() {
    UserId user = user("alice@example.com");
    List<UserId> members = List.of(user);
    CachedLookups lookups =
        CachedLookups.around(client)
            .age(Duration.ofMinutes(5))
            .rememberAbsences(Duration.ofSeconds(20))
            .build();
    UserId alice = lookups.users().findId(LookupKey.userName("alice@example.com")).orElseThrow();
    Map<UserId, String> names = lookups.users().names(members);
    assertThat(names).containsEntry(alice, "alice@example.com");
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> builder().age(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().rememberAbsences(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().maximumSize(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().rememberAbsences(AGE.plusNanos(1)).build())
        .withMessageContaining("longer");
  }
}
