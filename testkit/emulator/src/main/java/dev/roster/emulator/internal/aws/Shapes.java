package dev.roster.emulator.internal.aws;

import dev.roster.emulator.internal.aws.Shape.Document;
import dev.roster.emulator.internal.aws.Shape.Entries;
import dev.roster.emulator.internal.aws.Shape.Flag;
import dev.roster.emulator.internal.aws.Shape.Items;
import dev.roster.emulator.internal.aws.Shape.Kind;
import dev.roster.emulator.internal.aws.Shape.Member;
import dev.roster.emulator.internal.aws.Shape.Structure;
import dev.roster.emulator.internal.aws.Shape.Text;
import dev.roster.emulator.internal.aws.Shape.Whole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shapes that the operations share. The facts are those of the AWS service model {@code
 * identitystore} of 2020-06-15 as of SDK 2.54.14; a test compares them with a copy of it.
 */
final class Shapes {

  private static final String VISIBLE = "\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}";
  private static final String UUID =
      "[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}";
  private static final String LOWER_CASE_UUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  static final Text STORE_ID = identifier(36, "d-[0-9a-f]{10}$|^" + LOWER_CASE_UUID);
  static final Text RESOURCE_ID = identifier(47, "([0-9a-f]{10}-|)" + UUID);
  static final Text USER_NAME = sensitive(128, '[' + VISIBLE + "]+");
  static final Text GROUP_NAME = sensitive(1024, '[' + VISIBLE + "\\t\\n\\r \u00a0]+");
  static final Text WORDS = sensitive(1024, '[' + VISIBLE + "\\t\\n\\r \u00a0\u3000]+");
  static final Text ATTRIBUTE_PATH =
      text(255, "(?:\\p{L}+:\\p{L}+:\\p{L}+(?:\\.\\p{L}+){0,3}|\\p{L}+(?:\\.\\p{L}+){0,2})");
  static final Text REVISION = text(64, "[0-9]+");
  static final Text NEXT_TOKEN = text(65_535, "[-a-zA-Z0-9+=/:_]*");
  static final Text EXTENSION_NAME = text(50, "aws:identitystore:[a-z]{1,20}");
  static final Whole MAX_RESULTS = new Whole(1, 100);
  static final Flag FLAG = new Flag();
  static final Document DOCUMENT = new Document();

  private static final Text EXTERNAL_ID_PART = sensitive(256, '[' + VISIBLE + "]+");

  static final Structure MEMBER_ID = union(optional("UserId", RESOURCE_ID));
  static final Structure EXTERNAL_ID =
      structure(required("Issuer", EXTERNAL_ID_PART), required("Id", EXTERNAL_ID_PART));
  static final Structure ALTERNATE_IDENTIFIER =
      union(
          optional("ExternalId", EXTERNAL_ID),
          optional(
              "UniqueAttribute",
              structure(
                  required("AttributePath", ATTRIBUTE_PATH),
                  required("AttributeValue", DOCUMENT))));
  static final Items GROUP_IDS = new Items(1, 100, RESOURCE_ID);
  static final Items EXTENSION_NAMES = new Items(1, 10, EXTENSION_NAME);
  static final Entries EXTENSIONS = new Entries(1, 10, EXTENSION_NAME, DOCUMENT);
  static final Items FILTERS =
      new Items(
          0,
          1,
          structure(required("AttributePath", ATTRIBUTE_PATH), required("AttributeValue", WORDS)));
  static final Items ATTRIBUTE_OPERATIONS =
      new Items(
          1,
          100,
          structure(
              required("AttributePath", ATTRIBUTE_PATH), optional("AttributeValue", DOCUMENT)));

  /** Newer than the model of SDK 2.54.14; the forms of the texts are not known here. */
  static final Structure NETWORK_CONFIGURATION =
      structure(
          required("VpceAccessRequired", FLAG),
          optional("ApiRestrictSourceVpcs", addresses()),
          optional("ApiAllowSourceIps", addresses()),
          optional("ScimAllowSourceIps", addresses()));

  private Shapes() {}

  private static Items addresses() {
    return new Items(1, 50, text(64, "\\S+"));
  }

  static Structure structure(Member... members) {
    return new Structure(List.of(members), false);
  }

  static Structure union(Member... members) {
    return new Structure(List.of(members), true);
  }

  static Member required(String name, Shape shape) {
    return new Member(name, true, shape);
  }

  static Member optional(String name, Shape shape) {
    return new Member(name, false, shape);
  }

  static Stream<Member> words(String... names) {
    return Stream.of(names).map(name -> optional(name, WORDS));
  }

  private static Text text(int max, String pattern) {
    return new Text(max, Pattern.compile(pattern), Kind.PLAIN);
  }

  private static Text sensitive(int max, String pattern) {
    return new Text(max, Pattern.compile(pattern), Kind.SENSITIVE);
  }

  private static Text identifier(int max, String pattern) {
    return new Text(max, Pattern.compile(pattern), Kind.IDENTIFIER);
  }
}
