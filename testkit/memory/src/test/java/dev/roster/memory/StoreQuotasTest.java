package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StoreQuotasTest {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));

  @Test
  void aStoreStartsWithTheDocumentedQuotas() {
    assertThat(store.quotas()).isEqualTo(new StoreQuotas(100_000, 100_000, 1_000));
  }

  @Test
  void whatGoesBeyondAQuotaIsRefusedUntilThereIsRoom() {
    store.quotas(new StoreQuotas(1, 2, 1));
    UserId user = store.addUser();
    GroupId first = store.addGroup();
    GroupId second = store.addGroup();
    store.createMembership(first, user);

    assertFull("users", store::addUser);
    assertFull("groups", store::addGroup);
    assertFull("in as many groups", () -> store.createMembership(second, user));

    store.groups().delete(first);
    store.addGroup();
    store.createMembership(second, user);
  }

  @Test
  void aLoweredQuotaLeavesWhatIsThere() {
    UserId user = store.addUser();
    store.addUser();

    store.quotas(new StoreQuotas(1, 1, 1));

    assertThat(store.users().count()).isEqualTo(2);
    store.users().delete(user);
    assertFull("users", store::addUser);
  }

  @Test
  void withoutQuotasAUserIsInAsManyGroupsAsATestMakes() {
    store.quotas(StoreQuotas.unlimited());
    UserId user = store.addUser();

    for (int each = 0; each <= StoreQuotas.documented().groupsPerUser(); each++) {
      store.createMembership(store.addGroup(), user);
    }

    assertThat(store.membershipCount()).isEqualTo(1_001);
  }

  @Test
  void whatATestAddsByHandIsNotHeldToTheQuota() {
    store.quotas(new StoreQuotas(0, 0, 0));

    assertThat(store.addUser(new UserId("by-hand"))).isTrue();
    assertThat(store.addGroup(new GroupId("by-hand"))).isTrue();
  }

  @Test
  void aMemberThatIsThereAlreadyIsNamedSoAndNotAsAFullQuota() {
    store.quotas(new StoreQuotas(1, 1, 1));
    UserId user = store.addUser();
    GroupId group = store.addGroup();
    store.createMembership(group, user);

    assertRefused(ErrorCode.ALREADY_MEMBER, "already", () -> store.createMembership(group, user));
  }

  @Test
  void aNegativeQuotaIsRefusedByItsName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoreQuotas(0, 0, -1))
        .withMessageContaining("groups per user");
  }

  private static void assertFull(String message, ThrowingCallable call) {
    assertRefused(ErrorCode.QUOTA_EXCEEDED, message, call);
  }

  private static void assertRefused(ErrorCode code, String message, ThrowingCallable call) {
    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(call)
        .withMessageContaining(message)
        .satisfies(refusal -> assertThat(refusal.description().code()).isEqualTo(code));
  }
}
