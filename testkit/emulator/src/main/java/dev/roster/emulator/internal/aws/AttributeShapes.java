package dev.roster.emulator.internal.aws;

import static dev.roster.emulator.internal.aws.Shapes.FLAG;
import static dev.roster.emulator.internal.aws.Shapes.WORDS;
import static dev.roster.emulator.internal.aws.Shapes.optional;
import static dev.roster.emulator.internal.aws.Shapes.required;
import static dev.roster.emulator.internal.aws.Shapes.structure;
import static dev.roster.emulator.internal.aws.Shapes.words;

import dev.roster.emulator.internal.aws.Shape.Items;
import dev.roster.emulator.internal.aws.Shape.Member;
import dev.roster.emulator.internal.aws.Shape.Structure;
import java.util.stream.Stream;

/** The attributes of users and groups. The facts are from where {@link Shapes} has them. */
final class AttributeShapes {

  private static final Structure NAME =
      structure(
          words(
                  "Formatted",
                  "FamilyName",
                  "GivenName",
                  "MiddleName",
                  "HonorificPrefix",
                  "HonorificSuffix")
              .toArray(Member[]::new));
  private static final Structure TYPED_VALUE = withPrimary(words("Value", "Type"));
  private static final Structure ADDRESS =
      withPrimary(
          words(
              "StreetAddress", "Locality", "Region", "PostalCode", "Country", "Formatted", "Type"));
  private static final Structure PHOTO =
      withPrimary(Stream.concat(Stream.of(required("Value", WORDS)), words("Type", "Display")));

  static final Structure OF_USERS =
      structure(
          optional("UserName", Shapes.USER_NAME),
          optional("Name", NAME),
          optional("DisplayName", WORDS),
          optional("NickName", WORDS),
          optional("ProfileUrl", WORDS),
          optional("Emails", new Items(1, 1, TYPED_VALUE)),
          optional("Addresses", new Items(1, 1, ADDRESS)),
          optional("PhoneNumbers", new Items(1, 1, TYPED_VALUE)),
          optional("UserType", WORDS),
          optional("Title", WORDS),
          optional("PreferredLanguage", WORDS),
          optional("Locale", WORDS),
          optional("Timezone", WORDS),
          optional("Photos", new Items(1, 3, PHOTO)),
          optional("Website", WORDS),
          optional("Birthdate", WORDS),
          optional("Roles", new Items(1, 1, TYPED_VALUE)));

  static final Structure OF_GROUPS =
      structure(optional("DisplayName", Shapes.GROUP_NAME), optional("Description", WORDS));

  /** What an identity provider elsewhere calls a user or a group; it cannot be written here. */
  static final Structure EXTERNAL_IDS =
      structure(optional("ExternalIds", new Items(1, 10, Shapes.EXTERNAL_ID)));

  /** The names are those of the enterprise user in SCIM 2.0; the model calls it any JSON. */
  static final Structure ENTERPRISE =
      structure(
          Stream.concat(
                  words("costCenter", "department", "division", "employeeNumber", "organization"),
                  Stream.of(optional("manager", structure(words("value").toArray(Member[]::new)))))
              .toArray(Member[]::new));

  private AttributeShapes() {}

  private static Structure withPrimary(Stream<Member> members) {
    return structure(
        Stream.concat(members, Stream.of(optional("Primary", FLAG))).toArray(Member[]::new));
  }
}
