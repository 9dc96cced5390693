package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.IdentityStoreId;
import dev.roster.memory.ManualTime;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestJournalTest {

  private static final IdentityStoreId ONE = new IdentityStoreId("d-0000000001");
  private static final IdentityStoreId OTHER = new IdentityStoreId("d-0000000002");

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore one = new MemoryIdentityStore(ONE);
  private final Emulator emulator =
      Emulator.builder()
          .store(one)
          .store(new MemoryIdentityStore(OTHER))
          .clock(time)
          .withoutSignatures()
          .start();

  @BeforeEach
  void sendFiveRequests() throws Exception {
    PlainClient client = new PlainClient(emulator);
    client.list("d-0000000001", one.addGroup().value());
    client.list("d-0000000002", "none");
    time.advance(Duration.ofMinutes(1));
    client.huawei("DELETE", "/v1/identity-stores/d-0000000002/group-memberships/none", "");
    client.aws("NoSuchOperation", "no JSON");
    client.aws("DescribeGroupMembership", "[\"no object\"]");
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void itIsAskedByOperationByStatusByStoreByProtocolAndByTime() {
    Instant turned = time.instant();

    assertThat(emulator.journal(entry -> entry.is(StoreOperation.LIST_GROUP_MEMBERSHIPS)))
        .extracting(JournalEntry::status)
        .containsExactly(200, 400);
    assertThat(emulator.journal(entry -> entry.status() == 404)).hasSize(1);
    assertThat(emulator.journal(entry -> entry.isOf(OTHER))).hasSize(2);
    assertThat(emulator.journal(entry -> entry.protocol() == Protocol.HUAWEI))
        .extracting(JournalEntry::operation)
        .containsExactly("DeleteGroupMembership");
    assertThat(emulator.journal(entry -> entry.at().isBefore(turned))).hasSize(2);
  }

  @Test
  void aRequestThatNamesNoOperationOrNoStoreStandsInItToo() {
    assertThat(emulator.journal()).hasSize(5);
    assertThat(emulator.journal().get(3).operation()).isEqualTo(JournalEntry.UNKNOWN_OPERATION);
    assertThat(emulator.journal().subList(3, 5))
        .extracting(JournalEntry::store)
        .containsOnly(JournalEntry.NO_STORE);
  }

  @Test
  void requestsAreCountedUntilTheyAreForgotten() {
    assertThat(emulator.requestCount()).isEqualTo(5);
    assertThat(emulator.requestCount(StoreOperation.LIST_GROUP_MEMBERSHIPS)).isEqualTo(2);
    assertThat(emulator.requestCount(StoreOperation.CREATE_USER)).isZero();

    emulator.forgetRequests();

    assertThat(emulator.requestCount()).isZero();
    assertThat(emulator.requestCount(StoreOperation.LIST_GROUP_MEMBERSHIPS)).isZero();
    assertThat(emulator.journal()).isEmpty();
  }
}
