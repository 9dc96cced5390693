package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.query.NameResolver;
import dev.roster.query.Resolution;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Thousands of names take the calls that were announced, whatever the service is like. */
class NameResolverTest {

  private final List<UserId> ids = new ArrayList<>();

  private MemoryIdentityStore store(int users, MemoryPersonality personality) {
    MemoryIdentityStore store =
        new MemoryIdentityStore(
            new IdentityStoreId("d-1234567890"), InstantSource.system(), personality.traits());
    for (int number = 0; number < users; number++) {
      Attributes attributes =
          Attributes.none()
              .with("userName", "user-" + number)
              .with("emails", List.of(Map.of("value", "user-" + number + "@example.com")));
      ids.add(store.users().create(attributes));
    }
    return store;
  }

  private static RosterClient client(MemoryIdentityStore store) {
    return RosterClient.builder(MemoryMemberships.driver(store)).build();
  }

  private static List<LookupKey<User>> names(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> LookupKey.userName("user-" + number))
        .toList();
  }

  @Test
  void tenThousandNamesOfAStoreOfTenThousandTakeAHundredCalls() {
    MemoryIdentityStore store = store(10_000, MemoryPersonality.TELLING);
    try (RosterClient client = client(store)) {
      NameResolver<UserId, User> users = NameResolver.ofUsers(client).withStoreSize(10_000);
      List<LookupKey<User>> names = names(0, 10_000);
      assertThat(users.plan(names).mostCalls()).hasValue(100);
      Resolution<UserId, User> resolved = users.resolve(names);
      assertThat(resolved.isComplete()).isTrue();
      assertThat(resolved.found().values()).containsExactlyElementsOf(ids);
    }
    assertThat(store.requests().of(Operation.LIST_USERS)).isEqualTo(100);
    assertThat(store.requests().total()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"9, 1000, 9, 0", "11, 1000, 0, 10", "300, 1000, 0, 10", "0, 1000, 0, 0"})
  void whatCostsLessIsTaken(int keys, int size, int lookups, int pages) {
    MemoryIdentityStore store = store(size, MemoryPersonality.TELLING);
    try (RosterClient client = client(store)) {
      NameResolver<UserId, User> resolver = NameResolver.ofUsers(client).withStoreSize(size);
      List<LookupKey<User>> names = names(0, keys);
      assertThat(resolver.plan(names).mostCalls()).hasValue(lookups + pages);
      assertThat(resolver.resolve(names).found()).hasSize(keys);
    }
    assertThat(store.requests().of(Operation.FIND_USER)).isEqualTo(lookups);
    assertThat(store.requests().of(Operation.LIST_USERS)).isEqualTo(pages);
  }

  @Test
  void whereTheSizeIsNotKnownTheListingIsLeftWhenItsBoundIsPassed() {
    MemoryIdentityStore store = store(5_000, MemoryPersonality.TELLING);
    try (RosterClient client = client(store)) {
      NameResolver<UserId, User> users = NameResolver.ofUsers(client);
      List<LookupKey<User>> last = names(4_980, 5_000);
      assertThat(users.plan(last).mostPages()).isEqualTo(10);
      assertThat(users.plan(last).mostCalls()).hasValue(30);
      assertThat(users.resolve(last).found()).hasSize(20);
    }
    assertThat(store.requests().of(Operation.LIST_USERS)).isEqualTo(10);
    assertThat(store.requests().of(Operation.FIND_USER)).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void namesThatAreNotThereAreListedAndNeverGuessed(MemoryPersonality personality) {
    MemoryIdentityStore store = store(30, personality);
    try (RosterClient client = client(store)) {
      List<LookupKey<User>> names = names(28, 32);
      Resolution<UserId, User> resolved = NameResolver.ofUsers(client).resolve(names);
      assertThat(resolved.found()).containsOnlyKeys(names.subList(0, 2));
      assertThat(resolved.missing()).containsExactlyElementsOf(names.subList(2, 4));
      assertThat(resolved.ambiguous()).isEmpty();
      assertThat(resolved).hasToString("Resolution[found=2, missing=2, ambiguous=0]");
    }
  }

  @Test
  void whatAServiceCannotLookUpIsFoundInItsWholeListing() {
    MemoryIdentityStore store = store(30, MemoryPersonality.SILENT);
    try (RosterClient client = client(store)) {
      NameResolver<UserId, User> users = NameResolver.ofUsers(client);
      List<LookupKey<User>> addresses = List.of(LookupKey.email("user-29@example.com"));
      assertThat(users.plan(addresses).mostCalls()).isEmpty();
      assertThat(users.resolve(addresses).found()).containsValue(ids.get(29));
    }
    assertThat(store.requests().of(Operation.LIST_USERS)).isEqualTo(3);
  }

  @Test
  void anAddressThatWasFoundBeforeTheListingWasLeftIsLookedUpToo() {
    MemoryIdentityStore store = store(1_000, MemoryPersonality.TELLING);
    try (RosterClient client = client(store)) {
      List<LookupKey<User>> addresses =
          IntStream.range(0, 4)
              .mapToObj(number -> LookupKey.email("user-" + number + "@example.com"))
              .toList();
      assertThat(NameResolver.ofUsers(client).resolve(addresses).found()).hasSize(4);
    }
    assertThat(store.requests().of(Operation.FIND_USER)).isEqualTo(4);
  }

  @Test
  void aCallThatFailsLeavesNoHalfResult() {
    MemoryIdentityStore store = store(3, MemoryPersonality.TELLING);
    store.faults().on(Operation.FIND_USER).call(2, Fault.of(FaultKind.ACCESS_DENIED));
    try (RosterClient client = client(store)) {
      RosterException failure =
          catchThrowableOfType(
              RosterException.class, () -> NameResolver.ofUsers(client).resolve(names(0, 3)));
      assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
      assertThat(failure.operation()).isEqualTo("findUserId");
    }
  }

  @ParameterizedTest
  @CsvSource({"TELLING, 30, 1", "TELLING, 20000, 1", "SILENT, 30, 3", "SILENT, 20000, 3"})
  void identifiersAreReadOneByOneOrManyAtOnceOrInAListing(
      MemoryPersonality personality, int size, int requests) {
    MemoryIdentityStore store = store(30, personality);
    try (RosterClient client = client(store)) {
      UserId absent = new UserId("fa4e0001-0000-4000-8000-ffffffffffff");
      List<UserId> wanted = List.of(ids.get(7), absent, ids.get(3));
      Map<UserId, User> entries = NameResolver.ofUsers(client).withStoreSize(size).entries(wanted);
      assertThat(entries).containsOnlyKeys(ids.get(7), ids.get(3));
      assertThat(entries.values())
          .extracting(user -> user.userName().orElseThrow())
          .containsExactly("user-7", "user-3");
    }
    assertThat(store.requests().total()).isEqualTo(requests);
  }

  @Test
  void aUserIsFoundByAllOfItsKeys() {
    User user =
        User.of(
            new UserId("u-1"),
            UserFields.named("ada")
                .with(UserFields.EMAILS, List.of(ContactPoint.of("ada@example.com"))));
    assertThat(user.keys())
        .containsExactlyInAnyOrder(LookupKey.userName("ada"), LookupKey.email("ada@example.com"));
  }
}
