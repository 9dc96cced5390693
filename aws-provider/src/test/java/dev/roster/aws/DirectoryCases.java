package dev.roster.aws;

import dev.roster.AuditDetails;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.ExternalId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.PersonName;
import dev.roster.directory.PostalAddress;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.time.Instant;
import java.util.List;

/** A user and a group with everything that the service's model has. */
final class DirectoryCases {

  static final FieldValues<User> NEW_USER =
      UserFields.named("ada")
          .with(UserFields.DISPLAY_NAME, "Ada L.")
          .with(UserFields.NAME, PersonName.of("Ada", "Lovelace"))
          .with(
              UserFields.EMAILS,
              List.of(ContactPoint.primary("ada@example.invalid").withType("work")))
          .with(
              UserFields.ADDRESSES,
              List.of(PostalAddress.none().with(PostalAddress.Part.LOCALITY, "London")))
          .with(UserFields.provider("NickName"), "\"Al\"")
          .with(UserFields.provider("Roles"), "[{\"Value\":\"analyst\",\"Primary\":true}]")
          .with(
              UserFields.provider("Extensions"),
              "{\"aws:identitystore:enterprise\":{\"costCenter\":\"42\"}}");

  static final FieldChanges<User> USER_CHANGES =
      FieldChanges.<User>none()
          .set(
              UserFields.NAME,
              PersonName.none()
                  .with(PersonName.Part.GIVEN_NAME, "Ada")
                  .with(PersonName.Part.MIDDLE_NAME, "K."))
          .set(UserFields.PHONE_NUMBERS, List.of(ContactPoint.of("1")))
          .set(UserFields.provider("Photos"), "[ {\"Value\":\"p\", \"Display\":\"d\"} ]")
          .set(
              UserFields.provider("Extensions"),
              "{\"aws:identitystore:enterprise\":{\"costCenter\":\"42\"}}")
          .clear(UserFields.provider("Title"))
          .clear(UserFields.EMAILS);

  static final FieldValues<Group> NEW_GROUP =
      GroupFields.named("Analysts").with(GroupFields.DESCRIPTION, "Who counts");

  static final FieldChanges<Group> GROUP_CHANGES =
      FieldChanges.<Group>none()
          .set(GroupFields.DISPLAY_NAME, "Others")
          .clear(GroupFields.DESCRIPTION);

  static final String USER_JSON =
      """
      {"IdentityStoreId":"d-1234567890","UserId":"user-1","UserName":"ada",\
      "ExternalIds":[{"Issuer":"idp","Id":"42"}],\
      "Name":{"Formatted":"Ms Ada K. Lovelace II","FamilyName":"Lovelace","GivenName":"Ada",\
      "MiddleName":"K.","HonorificPrefix":"Ms","HonorificSuffix":"II"},\
      "DisplayName":"Ada L.","NickName":"Al","ProfileUrl":"https://example.invalid/ada",\
      "Emails":[{"Value":"ada@example.invalid","Type":"work","Primary":true}],\
      "Addresses":[{"StreetAddress":"Street 1","Locality":"London","Region":"R",\
      "PostalCode":"1","Country":"GB","Formatted":"all","Type":"home","Primary":true}],\
      "PhoneNumbers":[{"Value":"1"}],"UserType":"Employee","Title":"Dr",\
      "PreferredLanguage":"en","Locale":"en-GB","Timezone":"Europe/London",\
      "UserStatus":"ENABLED","Photos":[{"Value":"p","Type":"t","Display":"d","Primary":false}],\
      "Website":"https://example.invalid","Birthdate":"1815-12-10",\
      "Roles":[{"Value":"analyst","Type":"r","Primary":true}],\
      "CreatedAt":1.7E9,"CreatedBy":"arn:aws:iam::111122223333:role/example",\
      "UpdatedAt":1.7000000015E9,"UpdatedBy":"someone else",\
      "Extensions":{"aws:identitystore:enterprise":\
      {"costCenter":"42","Name":7,"code":[1.50,{"Value":null}],"quote":"\\"\\n"}}}\
      """;

  static final String GROUP_JSON =
      """
      {"IdentityStoreId":"d-1234567890","GroupId":"group-1","DisplayName":"Analysts",\
      "ExternalIds":[{"Issuer":"idp","Id":"7"}],"Description":"Who counts",\
      "CreatedAt":1.7E9,"CreatedBy":"arn:aws:iam::111122223333:role/example",\
      "UpdatedAt":1.7000000015E9,"UpdatedBy":"someone else"}\
      """;

  static final AuditDetails AUDIT =
      AuditDetails.none()
          .withCreated(
              Instant.ofEpochSecond(1_700_000_000), "arn:aws:iam::111122223333:role/example")
          .withUpdated(Instant.ofEpochMilli(1_700_000_001_500L), "someone else");

  static final User READ_USER =
      User.of(OperationCase.USER, userFields())
          .withExternalIds(List.of(new ExternalId("idp", "42")))
          .withEnabled(true)
          .withAudit(AUDIT);

  static final Group READ_GROUP =
      Group.of(OperationCase.GROUP, NEW_GROUP)
          .withExternalIds(List.of(new ExternalId("idp", "7")))
          .withAudit(AUDIT);

  private DirectoryCases() {}

  private static FieldValues<User> userFields() {
    return UserFields.named("ada")
        .with(UserFields.NAME, name())
        .with(UserFields.DISPLAY_NAME, "Ada L.")
        .with(
            UserFields.EMAILS,
            List.of(ContactPoint.primary("ada@example.invalid").withType("work")))
        .with(UserFields.ADDRESSES, List.of(address()))
        .with(UserFields.PHONE_NUMBERS, List.of(ContactPoint.of("1")))
        .with(UserFields.provider("NickName"), "\"Al\"")
        .with(UserFields.provider("ProfileUrl"), "\"https://example.invalid/ada\"")
        .with(UserFields.provider("UserType"), "\"Employee\"")
        .with(UserFields.provider("Title"), "\"Dr\"")
        .with(UserFields.provider("PreferredLanguage"), "\"en\"")
        .with(UserFields.provider("Locale"), "\"en-GB\"")
        .with(UserFields.provider("Timezone"), "\"Europe/London\"")
        .with(
            UserFields.provider("Photos"),
            "[{\"Value\":\"p\",\"Type\":\"t\",\"Display\":\"d\",\"Primary\":false}]")
        .with(UserFields.provider("Website"), "\"https://example.invalid\"")
        .with(UserFields.provider("Birthdate"), "\"1815-12-10\"")
        .with(
            UserFields.provider("Roles"),
            "[{\"Value\":\"analyst\",\"Type\":\"r\",\"Primary\":true}]")
        .with(
            UserFields.provider("Extensions"),
            "{\"aws:identitystore:enterprise\":{\"costCenter\":\"42\",\"Name\":7,"
                + "\"code\":[1.50,{\"Value\":null}],\"quote\":\"\\\"\\n\"}}");
  }

  private static PersonName name() {
    return PersonName.of("Ada", "Lovelace")
        .with(PersonName.Part.MIDDLE_NAME, "K.")
        .with(PersonName.Part.FORMATTED, "Ms Ada K. Lovelace II")
        .with(PersonName.Part.HONORIFIC_PREFIX, "Ms")
        .with(PersonName.Part.HONORIFIC_SUFFIX, "II");
  }

  private static PostalAddress address() {
    return PostalAddress.none()
        .with(PostalAddress.Part.STREET_ADDRESS, "Street 1")
        .with(PostalAddress.Part.LOCALITY, "London")
        .with(PostalAddress.Part.REGION, "R")
        .with(PostalAddress.Part.POSTAL_CODE, "1")
        .with(PostalAddress.Part.COUNTRY, "GB")
        .with(PostalAddress.Part.FORMATTED, "all")
        .with(PostalAddress.Part.TYPE, "home")
        .withPrimary(true);
  }
}
