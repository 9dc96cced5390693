package dev.roster.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.Field;
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
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks a documented rule is not sent; the message has field and rule, and not the value. */
class DirectoryRulesTest {

  private static final String LONG = "s3cret".repeat(200);
  private static final String HALF = "s3cret \ud83d";
  private static final ContactPoint CONTACT = ContactPoint.of("s3cret@example.com");

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final RosterClient client = RosterClient.builder(SERVICE.driver()).build();

  @AfterEach
  void close() {
    client.close();
  }

  private static <T> Arguments rule(Field<User, T> field, T value, String message) {
    return arguments(FieldValues.<User>none().with(field, value), message);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule(UserFields.USER_NAME, "s", "userName must have 2 to 128 characters, but has 1"),
        rule(UserFields.USER_NAME, LONG, "userName must have 2 to 128 characters"),
        rule(UserFields.DISPLAY_NAME, LONG, "displayName must have 1 to 1024 characters"),
        rule(UserFields.DISPLAY_NAME, "", "displayName must have 1 to 1024 characters, but has 0"),
        rule(UserFields.DISPLAY_NAME, HALF, "displayName must be valid Unicode text"),
        rule(UserFields.NAME, PersonName.none(), "name must have at least one part"),
        rule(UserFields.NAME, PersonName.of(LONG, "x"), "name.given_name must have 1 to 1024"),
        rule(UserFields.NAME, PersonName.of("x", ""), "name.family_name must have 1 to 1024"),
        rule(UserFields.NAME, PersonName.of(HALF, "x"), "name.given_name must be valid Unicode"),
        rule(UserFields.EMAILS, List.of(), "emails must have an item"),
        rule(UserFields.EMAILS, List.of(ContactPoint.of("")), "emails must have a value"),
        rule(UserFields.EMAILS, List.of(ContactPoint.of(HALF)), "emails must be valid Unicode"),
        rule(UserFields.EMAILS, List.of(CONTACT.withType(HALF)), "emails must be valid Unicode"),
        rule(UserFields.PHONE_NUMBERS, List.of(), "phoneNumbers must have an item"),
        rule(
            UserFields.ADDRESSES,
            List.of(PostalAddress.none()),
            "addresses must have at least one part"),
        rule(
            UserFields.ADDRESSES,
            List.of(PostalAddress.none().with(PostalAddress.Part.POSTAL_CODE, LONG)),
            "addresses.postal_code must have 1 to 1024 characters"));
  }

  static Stream<Arguments> providerRules() {
    return Stream.of(
        arguments("nickname", "\"\"", "nickname must have 1 to 1024 characters, but has 0"),
        arguments("title", "\"" + LONG + "\"", "title must have 1 to 1024 characters"),
        arguments("locale", "7", "locale must be a JSON string"),
        arguments("timezone", "\"s3cret \\ud83d\"", "timezone must be valid Unicode text"),
        arguments("user_type", "s3cret", "user_type must be one whole JSON value"),
        arguments("profile_url", "\"a\" \"s3cret\"", "profile_url must be one whole JSON value"),
        arguments("nickname", "", "nickname must be one whole JSON value"),
        arguments("nickname", "null", "nickname must not be null; clear the field"),
        arguments("enterprise", "\"s3cret\"", "enterprise must be a JSON object"),
        arguments("enterprise", "{\"a\":1,\"a\":2}", "enterprise must be one whole JSON value"),
        arguments("enterprise", "{'a':\"s3cret\"}", "enterprise must be one whole JSON value"),
        arguments("future", "[1,2", "future must be one whole JSON value"),
        arguments("future", "NaN", "future must be one whole JSON value"),
        arguments("future", "{\"a\":\"s3cret \\ud83d\"}", "future must be valid Unicode text"),
        arguments("enabled", "false", "only the service sets enabled"),
        arguments("email_verified", "true", "only the service sets email_verified"),
        arguments("user_id", "\"s3cret\"", "only the service sets user_id"),
        arguments("created_at", "1", "only the service sets created_at"),
        arguments("external_ids", "[]", "only the service sets external_ids"),
        arguments("emails", "[]", "emails must be given as the shared field"),
        arguments("user_name", "\"s3cret\"", "user_name must be given as the shared field"),
        arguments("name.given_name", "\"s3cret\"", "name.given_name names a part"),
        arguments("f".repeat(256), "1", "the name of a provider field must have 1 to 255"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aFieldThatBreaksARuleIsNotSent(FieldValues<User> fields, String message) {
    FieldValues<User> whole = EntrySamples.NEW_USER;
    FieldChanges<User> changes = FieldChanges.none();
    for (Field<User, ?> field : fields.fields()) {
      whole = copied(field, fields, whole);
      changes = copied(field, fields, changes);
    }
    assertRefused(whole, changes, message);
  }

  @ParameterizedTest
  @MethodSource("providerRules")
  void aProviderFieldThatBreaksARuleIsNotSent(String name, String value, String message) {
    Field<User, String> field = UserFields.provider(name);

    assertRefused(
        EntrySamples.NEW_USER.with(field, value),
        FieldChanges.<User>none().set(field, value),
        message);
  }

  private void assertRefused(FieldValues<User> fields, FieldChanges<User> changes, String message) {
    assertRefused(() -> client.directory().users().create(fields), message);
    assertRefused(() -> client.directory().users().update(Samples.USER, changes), message);
  }

  private static void assertRefused(Runnable call, String message) {
    RosterException failure = catchThrowableOfType(RosterException.class, call::run);

    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.getMessage()).doesNotContain("s3cret");
    assertThat(SERVICE.requests()).isEmpty();
  }

  private static <T> FieldValues<User> copied(
      Field<User, T> field, FieldValues<User> from, FieldValues<User> to) {
    return to.with(field, from.get(field).orElseThrow());
  }

  private static <T> FieldChanges<User> copied(
      Field<User, T> field, FieldValues<User> from, FieldChanges<User> to) {
    return to.set(field, from.get(field).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"SMS\"", "\"otp\"", "true", "{}"})
  void aPasswordModeIsOneOfTheDocumented(String mode) {
    assertRefused(
        () ->
            client
                .directory()
                .users()
                .create(EntrySamples.NEW_USER.with(UserFields.provider("password_mode"), mode)),
        "password_mode must be the JSON string OTP or EMAIL");
  }

  @Test
  void anUpdateHasNoPasswordMode() {
    Field<User, String> mode = UserFields.provider("password_mode");

    assertRefused(
        () ->
            client
                .directory()
                .users()
                .update(Samples.USER, FieldChanges.<User>none().set(mode, "\"OTP\"")),
        "password_mode is for new users only");
    assertRefused(
        () ->
            client.directory().users().update(Samples.USER, FieldChanges.<User>none().clear(mode)),
        "password_mode is for new users only");
  }

  @ParameterizedTest
  @CsvSource({"userName", "displayName", "name", "emails"})
  void whatACreateRequiresIsSaidBefore(String name) {
    FieldValues<User> without = EntrySamples.NEW_USER;
    EntryTraits<User> traits = client.directory().users().traits().orElseThrow();
    for (Field<User, ?> field : traits.required()) {
      without = field.name().equals(name) ? without.without(field) : without;
    }
    FieldValues<User> fields = without;

    assertRefused(
        () -> client.directory().users().create(fields), "a new user must have the field " + name);
  }

  @Test
  void aCreateTakesOneItemOfAList() {
    assertRefused(
        () ->
            client
                .directory()
                .users()
                .create(EntrySamples.NEW_USER.with(UserFields.EMAILS, List.of(CONTACT, CONTACT))),
        "emails of a new entry must have exactly one item, but has 2");
  }

  @Test
  void anUpdateChangesAtMostAHundredFields() {
    FieldChanges<Group> changes = FieldChanges.none();
    for (int field = 0; field < 101; field++) {
      changes = changes.set(GroupFields.provider("field_" + field), "1");
    }
    FieldChanges<Group> tooMany = changes;

    assertRefused(
        () -> client.directory().groups().update(Samples.GROUP, tooMany),
        "an update must change at most 100 fields");
  }

  @ParameterizedTest
  @ValueSource(strings = {"external_id", "updated_by", "group_id", "display_name"})
  void whatCannotBeSetCannotBeClearedEither(String name) {
    assertRefused(
        () ->
            client
                .directory()
                .groups()
                .update(
                    Samples.GROUP, FieldChanges.<Group>none().clear(GroupFields.provider(name))),
        name);
  }

  @Test
  void theTraitsSayWhatTheServiceHas() {
    EntryTraits<User> users = client.directory().users().traits().orElseThrow();
    EntryTraits<Group> groups = client.directory().groups().traits().orElseThrow();

    assertThat(users.largestPage()).isEqualTo(100);
    assertThat(users.providerFields()).isTrue();
    assertThat(users.writable()).hasSize(6);
    assertThat(users.lookups(LookupKey.Kind.EMAIL)).isEmpty();
    assertThat(users.lookups(LookupKey.Kind.EXTERNAL_ID)).containsExactly(LookupWay.DIRECT);
    assertThat(users.lookups(LookupKey.Kind.NAME))
        .containsExactly(LookupWay.DIRECT, LookupWay.LISTING);
    assertThat(groups.lookups(LookupKey.groupName("x".repeat(256))))
        .containsExactly(LookupWay.LISTING);
    assertThat(groups.lookups(LookupKey.groupName("x".repeat(255)))).hasSize(2);
    assertThat(groups.filter(LookupKey.Kind.NAME)).isEqualTo(EntryTraits.Filter.FUZZY);
    assertThat(groups.required()).containsExactly(GroupFields.DISPLAY_NAME);
  }
}
