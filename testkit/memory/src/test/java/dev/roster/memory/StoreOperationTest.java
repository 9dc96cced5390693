package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreOperationTest {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "NATIVE_.*")
  void everyOperationOfAClientIsOneOfTheService(Operation operation) {
    StoreOperation served = StoreOperation.of(operation);

    assertThat(served.clientOperation()).isEqualTo(operation);
    assertThat(served.isWrite()).isEqualTo(operation.isWrite());
  }

  @Test
  void theServiceHasTwentyTwoOperationsUnderItsOwnNames() {
    assertThat(StoreOperation.values())
        .filteredOn(operation -> !operation.isBatch())
        .hasSize(22)
        .extracting(StoreOperation::serviceName)
        .doesNotHaveDuplicates()
        .contains("CreateUser", "GetGroupId", "ListGroupMembershipsForMember");
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationIsCountedAndSpoiltAtTheGate(StoreOperation operation) throws Exception {
    store.faults().on(operation).next(Fault.throttle());

    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(() -> store.gate().handle(operation, anAttempt(), () -> "not reached"))
        .satisfies(spoilt -> assertThat(spoilt.fault()).contains(Fault.throttle()));
    assertThat(store.gate().handle(operation, anAttempt(), () -> "result")).isEqualTo("result");

    assertThat(store.requests().of(operation)).isEqualTo(2);
    assertThat(store.requests().total()).isEqualTo(2);
  }

  @Test
  void aResponseThatIsDelayedComesByItself() throws Exception {
    store.faults().onAnyOperation().next(Fault.delay(Duration.ofMillis(1)));

    UserId made = store.gate().handle(StoreOperation.CREATE_USER, anAttempt(), store::addUser);

    assertThat(store.users().ids()).containsExactly(made);
    assertThat(store.faults().awaitHeld(1, Duration.ZERO)).isFalse();
  }

  @Test
  void aRequestWhoseResponseIsLostIsCarriedOutAtTheGate() {
    store.faults().on(StoreOperation.CREATE_USER).next(Fault.of(FaultKind.RESPONSE_LOST));

    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(
            () -> store.gate().handle(StoreOperation.CREATE_USER, anAttempt(), store::addUser));

    assertThat(store.users().count()).isEqualTo(1);
  }

  @Test
  void pagesOfUsersAreSpoiltAsThoseOfMembershipsAre() throws Exception {
    UserId only = store.addUser();
    store.faults().on(StoreOperation.LIST_USERS).next(Fault.of(FaultKind.PAGE_EMPTY));

    RawPage<MemoryEntity<UserId>> empty = users(PageRequest.first(5));
    RawPage<MemoryEntity<UserId>> next =
        users(PageRequest.after(5, empty.nextToken().orElseThrow()));

    assertThat(empty.items()).isEmpty();
    assertThat(next.items()).extracting(MemoryEntity::id).containsExactly(only);
  }

  private RawPage<MemoryEntity<UserId>> users(PageRequest page) throws InterruptedException {
    return store
        .gate()
        .page(
            StoreOperation.LIST_USERS,
            anAttempt(),
            page,
            asked -> store.users().list(AttributeFilter.all(), asked));
  }

  private static AttemptContext anAttempt() {
    return new AttemptContext() {
      @Override
      public Duration timeLeft() {
        return Duration.ofMinutes(1);
      }

      @Override
      public void onAbort(Runnable abort) {}

      @Override
      public void requestId(String requestId) {}
    };
  }
}
