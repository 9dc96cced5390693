package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.Emulator;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Names are found whichever way of looking them up a store has. */
class LookupWaysTest {

  private static final LookupKey<Group> ADMINS = LookupKey.groupName("Admins");

  /** What a client does against a store that behaves in one way. */
  private interface Script {
    void run(RosterClient client, MemoryIdentityStore store);
  }

  private static void with(AlternativeBehavior behavior, Script script) {
    try (Emulator emulator = Emulator.builder().alternatives(behavior).start()) {
      withClient(emulator, client -> script.run(client, emulator.store()));
    }
  }

  private static void withClient(Emulator emulator, Consumer<RosterClient> use) {
    AwsBasicCredentials keys =
        AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret());
    try (RosterClient client =
        RosterClient.builder(
                AwsDrivers.builder()
                    .identityStoreId(emulator.store().identityStoreId())
                    .region("eu-west-1")
                    .endpoint(emulator.endpoint())
                    .credentialsProvider(StaticCredentialsProvider.create(keys))
                    .build())
            .build()) {
      use.accept(client);
    }
  }

  private static GroupId group(MemoryIdentityStore store, String name) {
    return store.groups().create(Attributes.of(Map.of("displayName", name)));
  }

  private static UserId user(MemoryIdentityStore store, String name) {
    return store
        .users()
        .create(
            Attributes.of(
                Map.of(
                    "userName",
                    name,
                    "emails",
                    List.of(Map.of("value", name + "@example.invalid")))));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "AWS_GROUP_PATH_IS_CAMEL_CASE",
        "AWS_GROUP_PATH_IS_PASCAL_CASE",
        "AWS_LOOKS_NOTHING_UP"
      })
  void aGroupIsFoundByExactlyItsNameAndNoOther(AlternativeBehavior behavior) {
    with(
        behavior,
        (client, store) -> {
          group(store, "Admins 2");
          GroupId admins = group(store, "Admins");
          assertThat(client.directory().groups().findId(ADMINS)).contains(admins);
          assertThat(client.directory().groups().find(ADMINS).map(Group::id)).contains(admins);
          for (String other : List.of("admins", "Admin", "Admins ", "dmins")) {
            assertThat(client.directory().groups().findId(LookupKey.groupName(other))).isEmpty();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"O'Brien\"s\\ {x}", "rocket \ud83d\ude80", "\u7ec4", "LONG"})
  void anyNameIsFoundByTheFilter(String name) {
    String exact = name.equals("LONG") ? "\ud83d\ude80".repeat(1024) : name;
    with(
        AlternativeBehavior.AWS_LOOKS_NOTHING_UP,
        (client, store) ->
            assertThat(client.directory().groups().findId(LookupKey.groupName(exact))).isEmpty());
    with(
        AlternativeBehavior.AWS_LOOKS_NOTHING_UP,
        (client, store) -> {
          GroupId group = group(store, exact);
          assertThat(client.directory().groups().findId(LookupKey.groupName(exact)))
              .contains(group);
        });
  }

  @Test
  void aRefusedWayCostsOneRequestForEachClient() {
    with(
        AlternativeBehavior.AWS_LOOKS_NOTHING_UP,
        (client, store) -> {
          GroupId admins = group(store, "Admins");
          for (int look = 0; look < 3; look++) {
            assertThat(client.directory().groups().findId(ADMINS)).contains(admins);
          }
          assertThat(store.requests().of(StoreOperation.LIST_GROUPS)).isEqualTo(3);
        });
  }

  @Test
  void aUserIsFoundByTheFilterAndAnAddressIsUnsupported() {
    with(
        AlternativeBehavior.AWS_LOOKS_NOTHING_UP,
        (client, store) -> {
          UserId ada = user(store, "ada");
          user(store, "ada2");
          assertThat(client.directory().users().find(LookupKey.userName("ada")).map(User::id))
              .contains(ada);
          RosterException failure =
              Assertions.catchThrowableOfType(
                  RosterException.class,
                  () -> client.directory().users().findId(LookupKey.email("ada@example.invalid")));
          assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
        });
  }
}
