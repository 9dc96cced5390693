package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.ExternalId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.emulator.Emulator;
import dev.roster.memory.Attributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.AttributeOperation;
import software.amazon.awssdk.services.identitystore.model.CreateUserRequest;
import software.amazon.awssdk.services.identitystore.model.DescribeUserResponse;
import software.amazon.awssdk.services.identitystore.model.Email;

/** The official SDK reads what Roster wrote, and the other way round, through the emulator. */
class DirectoryAgreementTest {

  private static final String ENTERPRISE = "aws:identitystore:enterprise";

  private final Emulator emulator = Emulator.start();
  private final String store = emulator.store().identityStoreId().value();
  private final StaticCredentialsProvider keys =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret()));
  private final IdentitystoreClient sdk =
      IdentitystoreClient.builder()
          .region(Region.EU_WEST_1)
          .endpointOverride(emulator.endpoint())
          .credentialsProvider(keys)
          .build();
  private final RosterClient roster =
      RosterClient.builder(
              AwsDrivers.builder()
                  .identityStoreId(emulator.store().identityStoreId())
                  .region(Region.EU_WEST_1)
                  .endpoint(emulator.endpoint())
                  .credentialsProvider(keys)
                  .build())
          .build();

  @AfterEach
  void close() {
    roster.close();
    sdk.close();
    emulator.close();
  }

  private DescribeUserResponse described(UserId id) {
    return sdk.describeUser(
        request -> request.identityStoreId(store).userId(id.value()).extensions(ENTERPRISE));
  }

  @Test
  void theSdkReadsTheUserThatRosterMade() {
    UserId id = roster.directory().users().create(DirectoryCases.NEW_USER).id();
    DescribeUserResponse read = described(id);
    assertThat(read.userName()).isEqualTo("ada");
    assertThat(read.displayName()).isEqualTo("Ada L.");
    assertThat(read.name().givenName()).isEqualTo("Ada");
    assertThat(read.name().familyName()).isEqualTo("Lovelace");
    assertThat(read.emails())
        .containsExactly(
            Email.builder().value("ada@example.invalid").type("work").primary(true).build());
    assertThat(read.addresses().get(0).locality()).isEqualTo("London");
    assertThat(read.nickName()).isEqualTo("Al");
    assertThat(read.roles().get(0).value()).isEqualTo("analyst");
    assertThat(read.extensions())
        .containsEntry(ENTERPRISE, Document.mapBuilder().putString("costCenter", "42").build());
  }

  @Test
  void rosterReadsTheUserThatTheSdkMade() {
    String id = sdk.createUser(newUser()).userId();
    User read = roster.directory().users().get(new UserId(id));
    assertThat(read.fields())
        .isEqualTo(
            UserFields.named("grace")
                .with(UserFields.NAME, PersonName.of("Grace", "Hopper"))
                .with(UserFields.DISPLAY_NAME, "Grace")
                .with(UserFields.EMAILS, List.of(ContactPoint.of("g@example.invalid")))
                .with(UserFields.provider("Title"), "\"Dr\"")
                .with(
                    UserFields.provider("Extensions"),
                    "{\"aws:identitystore:enterprise\":{\"division\":\"West\"}}"));
    assertThat(read.enabled()).contains(true);
    assertThat(roster.directory().users().list(LookupKey.userName("grace"))).containsExactly(read);
  }

  private CreateUserRequest newUser() {
    return CreateUserRequest.builder()
        .identityStoreId(store)
        .userName("grace")
        .name(name -> name.givenName("Grace").familyName("Hopper"))
        .displayName("Grace")
        .emails(Email.builder().value("g@example.invalid").build())
        .title("Dr")
        .extensions(Map.of(ENTERPRISE, Document.mapBuilder().putString("division", "West").build()))
        .build();
  }

  @Test
  void anUpdateOfRosterLeavesWhatItDoesNotNameToTheSdk() {
    UserId id = new UserId(sdk.createUser(newUser()).userId());
    roster
        .directory()
        .users()
        .update(
            id,
            FieldChanges.<User>none()
                .set(UserFields.NAME, PersonName.of("G.", "Hopper"))
                .set(
                    UserFields.provider("Extensions"),
                    "{\"aws:identitystore:enterprise\":{\"costCenter\":\"7\"}}")
                .set(UserFields.provider("Photos"), "[{\"Value\":\"p\"}]")
                .clear(UserFields.provider("Title")));
    DescribeUserResponse read = described(id);
    assertThat(read.name().givenName()).isEqualTo("G.");
    assertThat(read.title()).isNull();
    assertThat(read.photos().get(0).value()).isEqualTo("p");
    assertThat(read.extensions())
        .containsEntry(ENTERPRISE, Document.mapBuilder().putString("costCenter", "7").build());
    assertThat(read.displayName()).isEqualTo("Grace");
    assertThat(read.emails()).hasSize(1);
  }

  @Test
  void rosterReadsWhatTheSdkUpdated() {
    GroupId id = roster.directory().groups().create(DirectoryCases.NEW_GROUP).id();
    assertThat(
            sdk.describeGroup(request -> request.identityStoreId(store).groupId(id.value()))
                .description())
        .isEqualTo("Who counts");
    sdk.updateGroup(
        request ->
            request
                .identityStoreId(store)
                .groupId(id.value())
                .operations(
                    AttributeOperation.builder()
                        .attributePath("description")
                        .attributeValue(Document.fromString("Others"))
                        .build()));
    Group read = roster.directory().groups().get(id);
    assertThat(read.fields())
        .isEqualTo(DirectoryCases.NEW_GROUP.with(GroupFields.DESCRIPTION, "Others"));
  }

  @Test
  void bothFindTheSame() {
    UserId user = roster.directory().users().create(DirectoryCases.NEW_USER).id();
    GroupId group = roster.directory().groups().create(DirectoryCases.NEW_GROUP).id();
    assertThat(roster.directory().users().findId(LookupKey.email("ada@example.invalid")))
        .contains(user);
    assertThat(
            sdk.getUserId(
                    request ->
                        request
                            .identityStoreId(store)
                            .alternateIdentifier(
                                by ->
                                    by.uniqueAttribute(
                                        unique ->
                                            unique
                                                .attributePath("emails.value")
                                                .attributeValue(
                                                    Document.fromString("ada@example.invalid")))))
                .userId())
        .isEqualTo(user.value());
    assertThat(roster.directory().groups().findId(LookupKey.groupName("Analysts"))).contains(group);
    assertThat(roster.directory().groups().findId(LookupKey.groupName("analysts"))).isEmpty();
  }

  @Test
  void anExternalIdThatAnotherSystemSetFindsItsUser() {
    UserId id =
        emulator
            .store()
            .users()
            .create(
                Attributes.of(
                    Map.of(
                        "userName",
                        "linus",
                        "externalIds",
                        List.of(Map.of("issuer", "idp", "id", "7")),
                        "enabled",
                        false)));
    Optional<User> found =
        roster.directory().users().find(LookupKey.user(new ExternalId("idp", "7")));
    assertThat(found.map(DirectoryEntry::id)).contains(id);
    assertThat(found.flatMap(User::enabled)).contains(false);
    assertThat(found.map(DirectoryEntry::externalIds))
        .contains(List.of(new ExternalId("idp", "7")));
  }

  @Test
  void bothListTheSameGroups() {
    IntStream.range(0, 205)
        .forEach(
            number ->
                emulator
                    .store()
                    .groups()
                    .create(Attributes.of(Map.of("displayName", "Group " + number))));
    List<String> ofSdk =
        sdk.listGroupsPaginator(request -> request.identityStoreId(store)).groups().stream()
            .map(group -> group.groupId())
            .toList();
    assertThat(roster.directory().groups().list().stream().map(group -> group.id().value()))
        .containsExactlyElementsOf(ofSdk)
        .hasSize(205);
  }

  @Test
  void whatRosterDeletedIsGoneForTheSdk() {
    FieldValues<Group> name = GroupFields.named("Short");
    GroupId id = roster.directory().groups().create(name).id();
    roster.directory().groups().delete(id);
    assertThat(sdk.listGroups(request -> request.identityStoreId(store)).groups()).isEmpty();
  }
}
