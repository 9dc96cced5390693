package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.memory.internal.state.FakeIds;
import dev.roster.spi.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreSnapshotTest {

  private static final IdentityStoreId ID = new IdentityStoreId("d-1234567890");

  private final MemoryIdentityStore store = new MemoryIdentityStore(ID, new ManualTime());
  private final GroupId group =
      store.groups().create(Attributes.none().with("displayName", "Engineers"));
  private final UserId alice = store.users().create(Attributes.none().with("userName", "alice"));
  private final UserId bob = store.users().create(Attributes.none().with("userName", "bob"));
  private final MemoryIdentityStore other = new MemoryIdentityStore(ID);

  @Test
  void aRestoredStoreHoldsTheSameInTheSameOrder() {
    store.deleteMembership(store.createMembership(group, bob).membershipId());
    store.createMembership(group, alice);
    store.createMembership(group, bob);
    store.users().delete(store.addUser());

    other.restore(store.snapshot());

    assertThat(other.snapshot()).isEqualTo(store.snapshot());
    assertThat(other.users().find("userName", "alice")).isEqualTo(alice);
    assertThat(other.listMemberships(group, PageRequest.first(9)).items())
        .isEqualTo(store.listMemberships(group, PageRequest.first(9)).items());
  }

  @Test
  void identifiersFromElsewhereAreKept() {
    Membership foreign = membership("made-elsewhere", alice);
    Membership late = membership(FakeIds.MEMBERSHIPS.of(7), bob);

    store.restore(with(List.of(foreign, late)));

    assertThat(store.snapshot().memberships()).containsExactly(foreign, late);
    assertThat(store.getMembership(foreign.membershipId())).isEqualTo(foreign);
    assertThat(store.findMembership(group, alice)).isEqualTo(foreign);
    store.deleteMembership(foreign.membershipId());
    assertThat(store.snapshot().memberships()).containsExactly(late);
    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(() -> store.getMembership(foreign.membershipId()));
  }

  @Test
  void identifiersThatAreMadeAfterARestoreAreNew() {
    Membership late = membership(FakeIds.MEMBERSHIPS.of(3), alice);
    Membership early = membership(FakeIds.MEMBERSHIPS.of(2), bob);

    store.restore(with(List.of(late, early)));
    UserId carol = store.addUser();
    Membership made = store.createMembership(group, carol);

    assertThat(carol).isNotIn(alice, bob);
    assertThat(made.membershipId()).isNotIn(late.membershipId(), early.membershipId());
    assertThat(store.snapshot().memberships()).containsExactly(late, early, made);
    assertThat(store.getMembership(early.membershipId())).isEqualTo(early);
    assertThat(store.getMembership(late.membershipId())).isEqualTo(late);
  }

  @Test
  void aVeryHighNumberFromElsewhereLeavesRoomForMore() {
    Membership last = membership("fa4e0001-0000-4000-8000-ffffffffffff", alice);

    store.restore(with(List.of(last)));
    Membership made = store.createMembership(group, bob);

    assertThat(store.getMembership(made.membershipId())).isEqualTo(made);
    assertThat(store.getMembership(last.membershipId())).isEqualTo(last);
    String token = store.listMemberships(group, PageRequest.first(1)).nextToken().orElseThrow();
    assertThat(store.listMemberships(group, PageRequest.after(1, token)).items())
        .containsExactly(made);
  }

  @Test
  void anIdentifierThatOnlyHidesBehindAnotherIsNotFound() {
    store.restore(with(List.of(membership("made-elsewhere", alice))));

    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(() -> store.getMembership(new MembershipId(FakeIds.MEMBERSHIPS.of(1))));
  }

  @Test
  void aSnapshotDoesNotChangeWithTheStore() {
    StoreSnapshot before = store.snapshot();

    store.createMembership(group, alice);

    assertThat(before.memberships()).isEmpty();
    store.restore(before);
    assertThat(store.membershipCount()).isZero();
  }

  @Test
  void whatDoesNotFitTogetherIsRefusedAndChangesNothing() {
    Membership joined = membership("m-1", alice);
    Membership elsewhere =
        new Membership(new IdentityStoreId("other"), group, bob, new MembershipId("m-3"));
    StoreSnapshot before = store.snapshot();

    assertInvalid("m-1 is there twice", with(List.of(joined, membership("m-1", bob))));
    assertInvalid("m-2 repeats a pair", with(List.of(joined, membership("m-2", alice))));
    assertInvalid("m-3 is of another store", with(List.of(joined, elsewhere)));
    assertInvalid("d-0000000000", empty(new IdentityStoreId("d-0000000000")));
    assertInvalid(alice + " is there twice", twice(before.users().get(0)));
    assertRefused(with(List.of(membership("m-1", new UserId("no-such-user")))));

    assertThat(store.snapshot()).isEqualTo(before);
  }

  @Test
  void aUniqueAttributeThatIsThereTwiceIsRefused() {
    MemoryEntity<UserId> first = store.users().get(alice);
    MemoryEntity<UserId> same =
        new MemoryEntity<>(new UserId("another"), first.attributes(), first.audit());

    assertRefused(new StoreSnapshot(ID, List.of(first, same), List.of(), List.of()));
  }

  @Test
  void pageTokensDoNotOutliveARestore() {
    String token =
        store.users().list(AttributeFilter.all(), PageRequest.first(1)).nextToken().orElseThrow();

    store.restore(store.snapshot());

    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(() -> store.users().list(AttributeFilter.all(), PageRequest.after(1, token)));
  }

  private Membership membership(String id, UserId member) {
    return new Membership(ID, group, member, new MembershipId(id));
  }

  private StoreSnapshot with(List<Membership> memberships) {
    StoreSnapshot now = store.snapshot();
    return new StoreSnapshot(ID, now.users(), now.groups(), memberships);
  }

  private static StoreSnapshot empty(IdentityStoreId id) {
    return new StoreSnapshot(id, List.of(), List.of(), List.of());
  }

  private static StoreSnapshot twice(MemoryEntity<UserId> user) {
    return new StoreSnapshot(ID, List.of(user, user), List.of(), List.of());
  }

  private void assertInvalid(String message, StoreSnapshot snapshot) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.restore(snapshot))
        .withMessageContaining(message);
  }

  private void assertRefused(StoreSnapshot snapshot) {
    assertThatExceptionOfType(MemoryStoreException.class).isThrownBy(() -> store.restore(snapshot));
  }
}
