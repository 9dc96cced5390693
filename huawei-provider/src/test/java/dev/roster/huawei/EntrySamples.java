package dev.roster.huawei;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.ExternalId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.PersonName;
import dev.roster.directory.PostalAddress;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.RawPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user and a group, as the service writes them and as they are read. */
public final class EntrySamples {

  static final String NAME = "jdoe@example.com";
  static final String GROUP_NAME = "Platform Admins";
  static final ExternalId EXTERNAL_ID = new ExternalId("idp", "4711");

  static final FieldValues<User> NEW_USER =
      UserFields.named(NAME)
          .with(UserFields.DISPLAY_NAME, "Jane Doe")
          .with(UserFields.NAME, PersonName.of("Jane", "Doe"))
          .with(
              UserFields.EMAILS, List.of(ContactPoint.primary("jane@example.com").withType("work")))
          .with(UserFields.PHONE_NUMBERS, List.of(ContactPoint.of("+44 0000")))
          .with(
              UserFields.ADDRESSES,
              List.of(
                  PostalAddress.none()
                      .with(PostalAddress.Part.STREET_ADDRESS, "1 Fake Street")
                      .with(PostalAddress.Part.POSTAL_CODE, "N1")
                      .with(PostalAddress.Part.TYPE, "work")
                      .withPrimary(true)))
          .with(UserFields.provider("nickname"), "\"Jay Dee\"")
          .with(UserFields.provider("enterprise"), "{ \"department\" : \"R\" }");

  static final String FIELDS =
      """
      "user_name":"jdoe@example.com","display_name":"Jane Doe",\
      "name":{"given_name":"Jane","family_name":"Doe"},\
      "emails":[{"value":"jane@example.com","type":"work","primary":true}],\
      "phone_numbers":[{"value":"+44 0000","primary":false}],\
      "addresses":[{"street_address":"1 Fake Street","postal_code":"N1","type":"work",\
      "primary":true}],"nickname":"Jay Dee","enterprise":{"department":"R"}\
      """;

  static final String CREATE_USER_BODY = "{" + FIELDS + ",\"password_mode\":\"OTP\"}";

  static final String USER_RESPONSE =
      """
      {"identity_store_id":"d-1234567890","user_id":"%s",%s,"enabled":true,"email_verified":false,
       "title":null,"external_id":"4711","external_ids":[{"id":"4711","issuer":"idp"}],
       "created_at":1767323045000,"created_by":"admin","updated_at":1767323046,"updated_by":"sync"}
      """
          .formatted(Samples.USER, FIELDS);

  static final User USER =
      User.of(
              Samples.USER,
              NEW_USER
                  .with(UserFields.provider("enterprise"), "{\"department\":\"R\"}")
                  .with(UserFields.provider("email_verified"), "false")
                  .with(UserFields.provider("external_id"), "\"4711\""))
          .withEnabled(true)
          .withExternalIds(List.of(EXTERNAL_ID))
          .withAudit(
              AuditDetails.none()
                  .withCreated(Instant.parse("2026-01-02T03:04:05Z"), "admin")
                  .withUpdated(Instant.parse("2026-01-02T03:04:06Z"), "sync"));

  static final FieldValues<Group> NEW_GROUP =
      GroupFields.named(GROUP_NAME).with(GroupFields.DESCRIPTION, "All of them");

  static final String GROUP_FIELDS =
      "\"display_name\":\"Platform Admins\",\"description\":\"All of them\"";

  static final String GROUP_RESPONSE =
      """
      {"identity_store_id":"d-1234567890","group_id":"%s",%s,"external_ids":[]}
      """
          .formatted(Samples.GROUP, GROUP_FIELDS);

  static final Group A_GROUP = Group.of(Samples.GROUP, NEW_GROUP);

  static final String USER_ID_RESPONSE =
      "{\"identity_store_id\":\"d-1234567890\",\"user_id\":\"%s\"}".formatted(Samples.USER);
  static final String CREATED_USER_RESPONSE =
      USER_ID_RESPONSE.replace("}", ",\"password\":\"fake-one-time-password\"}");
  static final String GROUP_ID_RESPONSE =
      "{\"identity_store_id\":\"d-1234567890\",\"group_id\":\"%s\"}".formatted(Samples.GROUP);

  static final FieldChanges<User> USER_CHANGES =
      FieldChanges.<User>none()
          .set(UserFields.DISPLAY_NAME, "Carol \"J\" Doe")
          .set(UserFields.NAME, PersonName.of("Carol", "Doe"))
          .set(UserFields.provider("title"), "\"Boss\"")
          .set(UserFields.provider("enterprise"), "{\"department\": \"S\"}")
          .set(UserFields.provider("future_flag"), "true")
          .clear(UserFields.PHONE_NUMBERS)
          .clear(UserFields.provider("nickname"));

  static final String UPDATE_USER_BODY =
      """
      {"operations":[\
      {"attribute_path":"display_name","attribute_value":"Carol \\"J\\" Doe"},\
      {"attribute_path":"name","attribute_value":\
      "{\\"given_name\\":\\"Carol\\",\\"family_name\\":\\"Doe\\"}"},\
      {"attribute_path":"title","attribute_value":"Boss"},\
      {"attribute_path":"enterprise","attribute_value":"{\\"department\\":\\"S\\"}"},\
      {"attribute_path":"future_flag","attribute_value":"true"},\
      {"attribute_path":"phone_numbers"},{"attribute_path":"nickname"}]}\
      """;

  static final FieldChanges<Group> GROUP_CHANGES =
      FieldChanges.<Group>none().set(GroupFields.DISPLAY_NAME, "研发").clear(GroupFields.DESCRIPTION);

  static final String UPDATE_GROUP_BODY =
      """
      {"operations":[{"attribute_path":"display_name","attribute_value":"研发"},\
      {"attribute_path":"description"}]}\
      """;

  static final String USER_PAGE = page("users", USER_RESPONSE);
  static final String GROUP_PAGE = page("groups", GROUP_RESPONSE);

  private EntrySamples() {}

  static String page(String name, String row) {
    return "{\"%s\":[%s],\"page_info\":{\"next_marker\":\"bmV4dA==\",\"current_count\":1}}"
        .formatted(name, row);
  }

  static EntryDriver<UserId, User> users(MembershipDriver driver) {
    return ((DirectoryDriver) driver).users();
  }

  static EntryDriver<GroupId, Group> groups(MembershipDriver driver) {
    return ((DirectoryDriver) driver).groups();
  }

  static LookupKey<Group> groupKey() {
    return LookupKey.groupName(GROUP_NAME);
  }

  /** A password has no equality, so that nothing that compares secrets exists. */
  static List<Object> created(CreatedEntry<?> created) {
    return List.of(
        String.valueOf(created.id()),
        created.oneTimePassword().map(password -> password.reveal()),
        created.wasSettled());
  }

  static <E> List<Object> page(RawPage<E> page) {
    return List.of(page.items(), page.nextToken());
  }

  static List<Object> pageOf(Object entry) {
    return List.of(List.of(entry), Optional.of("bmV4dA=="));
  }
}
