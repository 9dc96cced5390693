package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreSnapshot;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateJsonTest {

  private static final String SEED =
      """
      {
        "stores": [
          {
            "identityStoreId": "d-0000000001",
            "users": [
              {"userId": "fake-user-1", "attributes": {"userName": "ada",
                "emails": [{"value": "ada@example.com", "primary": true}]}},
              {"userId": "fake-user-2"}
            ],
            "groups": [{"groupId": "fake-group-1", "attributes": {"displayName": "Readers"}}],
            "memberships": [{"groupId": "fake-group-1", "userId": "fake-user-1"}]
          },
          {"identityStoreId": "d-0000000002"}
        ]
      }
      """;

  @Test
  void aSeedFillsStores() {
    try (Emulator emulator = seeded(SEED)) {
      MemoryIdentityStore store = emulator.store();

      assertThat(emulator.stores())
          .extracting(each -> each.identityStoreId().value())
          .containsExactly("d-0000000001", "d-0000000002");
      assertThat(store.users().find("userName", "ada")).isEqualTo(new UserId("fake-user-1"));
      assertThat(store.users().get(new UserId("fake-user-2")).attributes())
          .isEqualTo(Attributes.none());
      assertThat(store.membershipCount()).isOne();
      assertThat(
              store
                  .findMembership(new GroupId("fake-group-1"), new UserId("fake-user-1"))
                  .membershipId()
                  .value())
          .isEqualTo("fa4e0005-0000-4000-8000-000000000001");
    }
  }

  @Test
  void aSeedFillsAStoreThatIsGiven() {
    MemoryIdentityStore given = new MemoryIdentityStore(new IdentityStoreId("d-0000000002"));
    given.addUser();
    try (Emulator emulator = Emulator.builder().store(given).seed(new StringReader(SEED)).start()) {
      assertThat(emulator.stores()).hasSize(2).first().isSameAs(given);
      assertThat(given.users().ids()).isEmpty();
    }
  }

  @Test
  void whatIsDumpedFillsAnotherEmulatorWithTheSame() {
    MemoryIdentityStore store = new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
    UserId user =
        store
            .users()
            .create(
                Attributes.of(
                    Map.of("userName", "grace", "roles", List.of(Map.of("value", 7L)), "x", 1.5)));
    GroupId group = store.groups().create(Attributes.of(Map.of("displayName", "Émigrés \"1\"")));
    store.createMembership(group, user);
    StringWriter dumped = new StringWriter();
    StoreSnapshot before = store.snapshot();
    try (Emulator emulator = Emulator.builder().store(store).start()) {
      emulator.dump(dumped);
    }

    try (Emulator emulator = seeded(dumped.toString())) {
      assertThat(emulator.store().snapshot()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'stores': [{'identityStoreId': 'd-1', 'user': []}]}"
            + "|stores[0].user: there is no such field here, but [|memberships",
        "{'stores': [{'users': []}]}|line 1, column 25, stores[0].identityStoreId: |Missing",
        "{}|line 1, column 2, stores: |Missing",
        "{'stores': null}|line 1, |stores must not be null",
        "{'stores': [null]}|line 1, |null",
        "{'stores': [{'identityStoreId': 7}]}|, stores[0].identityStoreId: |String",
        "{'stores': [{'identityStoreId': ' '}]}|, stores[0]: |identity store id",
        "{'stores': [{'identityStoreId': 'd', 'users': [{'userId': 'u', 'attributes': {'a':"
            + " null}}]}]}|, stores[0].users[0].attributes|null",
        "{'stores': [], 'stores': []}|line 1, column 24, at the top: |Duplicate",
        "{'stores': [] } x|line 1, column |x",
        "{'stores': [|line 1, column |end-of-input",
        "[]|line 1, column 1, at the top: |START_ARRAY"
      })
  void whatIsNotOfTheFormIsRefusedWithItsPlace(String json, String place, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.builder().seed(new StringReader(json.replace('\'', '"'))))
        .withMessageContaining(place)
        .withMessageContaining(rule);
  }

  @Test
  void aSeedThatContradictsItselfIsRefused() {
    String orphan =
        """
        {"stores": [{"identityStoreId": "d-1",
          "groups": [{"groupId": "fake-group-1"}],
          "memberships": [{"groupId": "fake-group-1", "userId": "fake-user-9"}]}]}
        """;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> seeded(orphan))
        .withMessageContaining("store d-1")
        .withMessageContaining("no such member");
  }

  private static Emulator seeded(String json) {
    return Emulator.builder().seed(new StringReader(json)).start();
  }
}
