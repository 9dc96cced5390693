package dev.roster.aws.internal.attributes;

import dev.roster.aws.internal.attributes.Shape.Entries;
import dev.roster.aws.internal.attributes.Shape.Flag;
import dev.roster.aws.internal.attributes.Shape.Items;
import dev.roster.aws.internal.attributes.Shape.Structure;
import dev.roster.aws.internal.attributes.Shape.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be written of users and groups, as the service's model of 2020-06-15 has it. */
final class ModelShapes {

  private static final String VISIBLE = "\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}";
  private static final String VISIBLE_WORDS = "letters, marks, symbols, numbers and punctuation";

  static final Text USER_NAME = new Text(128, Pattern.compile("[" + VISIBLE + "]+"), VISIBLE_WORDS);
  static final Text EXTERNAL_ID_PART =
      new Text(256, Pattern.compile("[" + VISIBLE + "]+"), VISIBLE_WORDS);
  static final Text WORDS =
      new Text(
          1024,
          Pattern.compile("[" + VISIBLE + "\\t\\n\\r \u00a0\u3000]+"),
          VISIBLE_WORDS + ", blanks, tabs and line breaks");

  private static final Text EXTENSION_NAME =
      new Text(
          50,
          Pattern.compile("aws:identitystore:[a-z]{1,20}"),
          "aws:identitystore: and 1 to 20 lower-case letters");

  private static final Structure CONTACT = withPrimary(Set.of(), "Value", "Type");

  static final Map<String, Shape> USER = user();

  static final Map<String, Shape> GROUP = words("DisplayName", "Description");

  private ModelShapes() {}

  private static Map<String, Shape> user() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("UserName", USER_NAME);
    shapes.put("Name", name());
    shapes.put("Emails", new Items(1, CONTACT));
    shapes.put("Addresses", new Items(1, address()));
    shapes.put("PhoneNumbers", new Items(1, CONTACT));
    shapes.put("Photos", new Items(3, withPrimary(Set.of("Value"), "Value", "Type", "Display")));
    shapes.put("Roles", new Items(1, CONTACT));
    shapes.put("Extensions", new Entries(10, EXTENSION_NAME));
    shapes.putAll(words("DisplayName", "NickName", "ProfileUrl", "UserType", "Title"));
    shapes.putAll(words("PreferredLanguage", "Locale", "Timezone", "Website", "Birthdate"));
    return Collections.unmodifiableMap(shapes);
  }

  private static Structure name() {
    return new Structure(
        words(
            "Formatted",
            "FamilyName",
            "GivenName",
            "MiddleName",
            "HonorificPrefix",
            "HonorificSuffix"),
        Set.of());
  }

  private static Structure address() {
    return withPrimary(
        Set.of(),
        "StreetAddress",
        "Locality",
        "Region",
        "PostalCode",
        "Country",
        "Formatted",
        "Type");
  }

  private static Structure withPrimary(Set<String> required, String... texts) {
    Map<String, Shape> members = words(texts);
    members.put("Primary", new Flag());
    return new Structure(members, required);
  }

  private static Map<String, Shape> words(String... names) {
    Map<String, Shape> members = new LinkedHashMap<>();
    for (String name : names) {
      members.put(name, WORDS);
    }
    return members;
  }
}
