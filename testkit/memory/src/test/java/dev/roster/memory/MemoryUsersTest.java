package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MemoryUsersTest {

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final MemoryEntities<UserId> users = store.users();
  private final Attributes alice =
      Attributes.of(
          Map.of(
              "userName", "alice",
              "emails", List.of(Map.of("value", "alice@example.com", "primary", true)),
              "externalIds", List.of(Map.of("issuer", "https://idp.example", "id", "a-1"))));

  @Test
  void aNewUserIsReadBackWithWhoMadeItAndWhen() {
    UserId made = users.create(alice);

    assertThat(users.get(made).id()).isEqualTo(made);
    assertThat(users.get(made).attributes()).isEqualTo(alice);
    assertThat(users.get(made).audit().createdAt()).contains(time.instant());
    assertThat(users.get(made).audit().createdBy()).contains(MemoryIdentityStore.PRINCIPAL);
    assertThat(users.ids()).containsExactly(made);
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void aUserIsFoundByEachOfItsUniqueAttributes() {
    UserId made = users.create(alice);

    assertThat(users.find("userName", "alice")).isEqualTo(made);
    assertThat(users.find("emails.value", "alice@example.com")).isEqualTo(made);
    assertThat(users.findByExternalId("https://idp.example", "a-1")).isEqualTo(made);
  }

  @Test
  void whatNoUserHasIsNotFound() {
    users.create(alice);

    assertMissing(() -> users.find("userName", "Alice"));
    assertMissing(() -> users.find("emails.value", "alice"));
    assertMissing(() -> users.findByExternalId("https://idp.example", "a-2"));
    assertMissing(() -> users.findByExternalId("https://other.example", "a-1"));
    assertMissing(() -> users.get(new UserId("no-such-user")));
    assertThat(refusal(() -> users.get(new UserId("no-such-user"))).resourceId())
        .contains("no-such-user");
    assertMissing(() -> users.delete(new UserId("no-such-user")));
    assertMissing(() -> users.update(new UserId("no-such-user"), same -> same));
  }

  @Test
  void aUserIsNotFoundByWhatOthersMayHaveAsWell() {
    users.create(alice.with("title", "Chief"));

    assertThat(refusal(() -> users.find("title", "Chief")).description())
        .satisfies(said -> assertThat(said.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .satisfies(said -> assertThat(said.message().orElseThrow()).contains("userName"));
  }

  @Test
  void whatMustBeUniqueIsRefusedASecondTimeWithoutRepeatingTheValue() {
    users.create(alice);
    Attributes bob = Attributes.none().with("userName", "bob");

    assertTaken("userName", () -> users.create(alice));
    assertTaken("userName", () -> users.add(new UserId("own"), alice));
    assertTaken(
        "emails.value", () -> users.create(bob.with("emails", alice.get("emails").orElseThrow())));
    assertTaken(
        "externalIds",
        () -> users.create(bob.with("externalIds", alice.get("externalIds").orElseThrow())));
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void usersWithoutNamesDoNotConflict() {
    assertThat(users.create(Attributes.none())).isNotEqualTo(users.create(Attributes.none()));
    assertThat(store.addUser(new UserId("by-hand"))).isTrue();
    assertThat(store.addUser(new UserId("by-hand"))).isFalse();
    assertThat(users.count()).isEqualTo(3);
  }

  @Test
  void anUpdateChangesTheAttributesAndWhoChangedThem() {
    UserId made = users.create(alice);
    time.advance(Duration.ofMinutes(1));

    users.update(made, before -> before.with("userName", "alicia").without("emails"));

    MemoryEntity<UserId> after = users.get(made);
    assertThat(after.attributes().text("userName")).contains("alicia");
    assertThat(after.audit().createdAt()).contains(time.instant().minusSeconds(60));
    assertThat(after.audit().updatedAt()).contains(time.instant());
    assertThat(users.find("userName", "alicia")).isEqualTo(made);
    assertMissing(() -> users.find("userName", "alice"));
    assertMissing(() -> users.find("emails.value", "alice@example.com"));
  }

  @Test
  void anUpdateMayKeepItsOwnNameAndMayNotTakeAnothers() {
    UserId made = users.create(alice);
    UserId other = users.create(Attributes.none().with("userName", "bob"));

    users.update(made, before -> before.with("title", "Chief"));
    assertTaken("userName", () -> users.update(other, before -> before.with("userName", "alice")));

    assertThat(users.get(other).attributes().text("userName")).contains("bob");
    assertThat(users.find("userName", "alice")).isEqualTo(made);
  }

  @Test
  void anUpdateThatFailsChangesNothing() {
    UserId made = users.create(alice);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                users.update(
                    made,
                    before -> {
                      throw new IllegalStateException("a rule of the protocol");
                    }));

    assertThat(users.get(made).attributes()).isEqualTo(alice);
  }

  @Test
  void aDeletedUserTakesItsMembershipsWithItAndFreesItsName() {
    GroupId group = store.addGroup();
    UserId made = users.create(alice);
    store.createMembership(group, made);

    users.delete(made);

    assertThat(store.membershipCount()).isZero();
    assertThat(store.listMemberships(group, PageRequest.first(10)).items()).isEmpty();
    assertThat(users.create(alice)).isNotEqualTo(made);
  }

  @Test
  void anIdentifierAddedByHandIsNotGivenOutAgain() {
    MemoryIdentityStore another = new MemoryIdentityStore(store.identityStoreId());
    UserId first = another.addUser();
    UserId second = another.addUser();
    store.addUser(second);

    List<UserId> made = List.of(store.addUser(), store.addUser());

    assertThat(made).doesNotHaveDuplicates().doesNotContain(first, second);
    assertThat(users.count()).isEqualTo(3);
  }

  @Test
  void anExternalIdentifierThatIsNotWholeDoesNotConflict() {
    users.create(Attributes.none().with("externalIds", List.of(Map.of("id", "a-1"))));
    users.create(Attributes.none().with("externalIds", List.of(Map.of("id", "a-1"), "a-1")));
    users.create(Attributes.none().with("externalIds", "a-1"));

    assertThat(users.count()).isEqualTo(3);
  }

  private static void assertTaken(String path, ThrowingCallable call) {
    MemoryStoreException refusal = refusal(call);
    assertThat(refusal.description().code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refusal.isUniquenessViolation()).isTrue();
    assertThat(refusal.notUnique()).contains(path);
    assertThat(refusal).hasMessageContaining(path).hasMessageNotContaining("alice");
  }

  private static void assertMissing(ThrowingCallable call) {
    MemoryStoreException refusal = refusal(call);
    assertThat(refusal.isUniquenessViolation()).isFalse();
    assertThat(refusal.description())
        .satisfies(said -> assertThat(said.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .satisfies(said -> assertThat(said.missing()).isEqualTo(Resource.MEMBER));
  }

  private static MemoryStoreException refusal(ThrowingCallable call) {
    MemoryStoreException refusal = catchThrowableOfType(MemoryStoreException.class, call);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }
}
