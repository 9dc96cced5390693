package dev.roster.aws.internal.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.ContactPoint;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.PersonName;
import dev.roster.directory.PostalAddress;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.spi.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.identitystore.model.CreateGroupRequest;
import software.amazon.awssdk.services.identitystore.model.CreateUserRequest;

/** The fields of users and groups against the documented rules of the service. */
class EntryFieldsTest {

  private static final String ROCKET = "\ud83d\ude80";

  private static void assertRefused(FieldValues<User> values, String message) {
    assertThatThrownBy(() -> EntryFields.USERS.check(values, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  private static void assertPasses(FieldValues<User> values) {
    assertThatCode(() -> EntryFields.USERS.check(values, false)).doesNotThrowAnyException();
  }

  private static FieldValues<User> with(String providerField, String json) {
    return UserFields.named("ada").with(UserFields.provider(providerField), json);
  }

  /** Whatever a later SDK can write has to be known here, or it could never be set. */
  @Test
  void everythingThatTheSdkCanWriteIsKnown() {
    assertThat(EntryFields.USERS.members()).isEqualTo(members(CreateUserRequest.builder()));
    assertThat(EntryFields.GROUPS.members()).isEqualTo(members(CreateGroupRequest.builder()));
  }

  private static Set<String> members(SdkPojo request) {
    Set<String> members =
        request.sdkFields().stream().map(SdkField::memberName).collect(Collectors.toSet());
    members.remove("IdentityStoreId");
    return members;
  }

  @Test
  void everyPartOfANameAndAnAddressIsKnown() {
    PersonName name = PersonName.none();
    for (PersonName.Part part : PersonName.Part.values()) {
      name = name.with(part, "x");
    }
    PostalAddress address = PostalAddress.none();
    for (PostalAddress.Part part : PostalAddress.Part.values()) {
      address = address.with(part, "x");
    }
    FieldValues<User> values =
        UserFields.named("ada")
            .with(UserFields.NAME, name)
            .with(UserFields.ADDRESSES, List.of(address));
    assertPasses(values);
    assertThat(EntryFields.USERS.values(EntryFields.USERS.modelled(values))).isEqualTo(values);
  }

  @Test
  void whatHasNoContentIsNotThere() {
    Map<String, Document> model =
        Map.of(
            "Name", Document.fromMap(Map.of()),
            "Emails", Document.fromList(List.of(Document.fromMap(Map.of()))),
            "Addresses", Document.fromList(List.of()));
    assertThat(EntryFields.USERS.values(model)).isEqualTo(FieldValues.none());
  }

  @Test
  void lengthsAreCountedInCharacters() {
    assertPasses(UserFields.named(ROCKET.repeat(128)));
    assertRefused(
        UserFields.named(ROCKET.repeat(129)),
        "userName must have 1 to 128 characters, but has 129");
    assertRefused(UserFields.named(""), "userName must have 1 to 128 characters, but has 0");
    FieldValues<User> ada = UserFields.named("ada");
    assertPasses(ada.with(UserFields.DISPLAY_NAME, ROCKET.repeat(1024)));
    assertRefused(
        ada.with(UserFields.DISPLAY_NAME, "x".repeat(1025)),
        "displayName must have 1 to 1024 characters, but has 1025");
  }

  @Test
  void halfOfACharacterIsRefused() {
    assertRefused(
        UserFields.named("ada" + ROCKET.charAt(0)),
        "userName must be Unicode text: it has half of a character");
  }

  @Test
  void partsAreCheckedAsTheWhole() {
    FieldValues<User> ada = UserFields.named("ada");
    assertRefused(
        ada.with(UserFields.NAME, PersonName.of("x".repeat(1025), "y")),
        "name.givenName must have 1 to 1024 characters, but has 1025");
    assertRefused(
        ada.with(UserFields.NAME, PersonName.none()), "name must be an object with members");
    assertRefused(
        ada.with(UserFields.EMAILS, List.of()), "emails must have 1 to 1 items, but has 0");
    assertRefused(
        ada.with(UserFields.EMAILS, List.of(ContactPoint.of("a"), ContactPoint.of("b"))),
        "emails must have 1 to 1 items, but has 2");
    assertRefused(
        ada.with(UserFields.PHONE_NUMBERS, List.of(ContactPoint.of(""))),
        "phoneNumbers.value must have 1 to 1024 characters, but has 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NickName | "Al"
          Photos | [{"Value":"a"},{"Value":"b","Primary":true},{"Value":"c","Display":"d"}]
          Roles | [{"Value":"analyst","Type":"t","Primary":false}]
          Extensions | {"aws:identitystore:enterprise":{"manager":{"value":"x"},"n":[1,null]}}
          """)
  void aProviderFieldIsTheJsonOfTheService(String field, String json) {
    assertPasses(with(field, json));
    assertThat(
            EntryFields.USERS
                .values(EntryFields.USERS.modelled(with(field, json)))
                .get(UserFields.provider(field)))
        .contains(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NickName | 5 | NickName must be a text
          NickName | null | NickName must be a text
          NickName | "" | NickName must have 1 to 1024 characters, but has 0
          Title | Dr | Title must be JSON text, for example "\\"text\\"", and is not from character 1 on
          Roles | {} | Roles must be a list
          Roles | [] | Roles must have 1 to 1 items, but has 0
          Roles | ["analyst"] | Roles must be an object with members
          Roles | [{"value":"x"}] | Roles must have no other members than [Value, Type, Primary]
          Roles | [{"Value":5}] | Roles.value must be a text
          Roles | [{"Primary":"yes"}] | Roles.primary must be true or false
          Photos | [{"Type":"x"}] | Photos must have the member Value
          Extensions | [] | Extensions must be an object
          Extensions | {} | Extensions must have 1 to 10 names, but has 0
          Extensions | {"aws:identitystore:enterprise":null} | Extensions must have no null
          """)
  void aProviderFieldOfAnotherKindIsRefused(String field, String json, String message) {
    assertRefused(with(field, json), message.replace("\\\\", "\\"));
  }

  @ParameterizedTest
  @CsvSource({"UserStatus", "userName", "UserName", "Emails", "Nonsense", "CreatedAt"})
  void whatIsNoProviderFieldIsRefused(String field) {
    assertThatThrownBy(() -> EntryFields.USERS.check(with(field, "\"x\""), false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("there is no provider field " + field + "; there are [Photos");
    assertThatThrownBy(() -> EntryFields.USERS.check(Set.of(UserFields.provider(field))))
        .isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b | false",
        "a\tb | false",
        "zo\u00eb+1@example.invalid | true",
        "a\u0007b | false"
      })
  void theFormCountsOnlyWhereItIsAskedFor(String userName, boolean documented) {
    FieldValues<User> values = UserFields.named(userName);
    assertPasses(values);
    if (documented) {
      EntryFields.USERS.check(values, true);
    } else {
      assertThatThrownBy(() -> EntryFields.USERS.check(values, true))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("userName must have only letters, marks")
          .message()
          .doesNotContain(userName);
    }
  }

  @Test
  void blanksAreOfTheFormOfADisplayName() {
    FieldValues<Group> values = GroupFields.named("A\u00a0B\u3000 C\t\n\r");
    EntryFields.GROUPS.check(values, true);
    assertThatThrownBy(() -> EntryFields.GROUPS.check(GroupFields.named("\u0000"), true))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void jsonIsDoneByItsMeaning() {
    FieldChanges<User> changes =
        FieldChanges.<User>none()
            .set(UserFields.provider("Roles"), " [{\"Primary\": true, \"Value\" : \"\\u0061\"}]")
            .set(UserFields.DISPLAY_NAME, "Ada")
            .clear(UserFields.provider("Title"));
    FieldValues<User> present =
        with("Roles", "[{\"Value\":\"a\",\"Primary\":true}]").with(UserFields.DISPLAY_NAME, "Ada");
    EntryFields<User> fields = EntryFields.USERS;
    assertThat(fields.areDone(changes, present)).isTrue();
    assertThat(fields.areDone(changes, present.with(UserFields.DISPLAY_NAME, "ada"))).isFalse();
    assertThat(fields.areDone(changes, present.with(UserFields.provider("Title"), "\"Dr\"")))
        .isFalse();
    assertThat(fields.areDone(changes, present.without(UserFields.DISPLAY_NAME))).isFalse();
  }

  @Test
  void thereAreNeverMoreOperationsThanAnUpdateMayHave() {
    int fields = EntryFields.USERS.members().size();
    int extensions = 10;
    assertThat(fields + extensions).isLessThan(100);
  }
}
