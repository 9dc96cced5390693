package dev.roster.emulator.internal.huawei;

import static dev.roster.emulator.internal.huawei.Field.optional;
import static dev.roster.emulator.internal.huawei.Field.required;
import static dev.roster.emulator.internal.huawei.Field.returned;

import dev.roster.emulator.internal.huawei.Shape.Choice;
import dev.roster.emulator.internal.huawei.Shape.Fields;
import dev.roster.emulator.internal.huawei.Shape.Flag;
import dev.roster.emulator.internal.huawei.Shape.Items;
import dev.roster.emulator.internal.huawei.Shape.Text;
import java.util.List;

/** Every body and resource, field by field, with the bounds that the API reference documents. */
final class Shapes {

  /** An identifier in a body; in a path or a query it may be longer. */
  static final Text ID = new Text(1, 47);

  /** Identifiers of a query by several; how many it takes is not documented. */
  static final Items IDS = new Items(1, 10, ID);

  private static final Text WORDS = new Text(1, 1024);
  private static final Text ANY_TEXT = new Text(0, Integer.MAX_VALUE);
  private static final Flag FLAG = new Flag();

  static final Fields MEMBERSHIP =
      fields(required("group_id", ID), required("member_id", fields(required("user_id", ID))));

  static final Fields CHECK =
      fields(
          required("group_ids", new Items(1, 100, ID)),
          required("member_id", fields(required("user_id", ID))));

  static final Fields UPDATE =
      fields(
          required(
              "operations",
              new Items(
                  1,
                  100,
                  fields(
                      required("attribute_path", new Text(1, 255)),
                      optional("attribute_value", ANY_TEXT)))));

  private static final Fields EXTERNAL_ID =
      fields(required("id", new Text(1, 256)), required("issuer", new Text(1, 100)));

  static final Fields LOOKUP =
      fields(
          required(
              "alternate_identifier",
              fields(
                  optional("external_id", EXTERNAL_ID),
                  optional(
                      "unique_attribute",
                      fields(
                          required("attribute_path", new Text(1, 255)),
                          required("attribute_value", new Text(1, 255)))))));

  private static final Items EXTERNAL_IDS = new Items(1, 10, EXTERNAL_ID);

  static final Fields GROUP =
      fields(
          required("display_name", WORDS),
          optional("description", new Text(0, 1024)),
          returned("external_ids", EXTERNAL_IDS));

  private static final Fields NAME =
      words(
          "family_name",
          "given_name",
          "middle_name",
          "formatted",
          "honorific_prefix",
          "honorific_suffix");

  private static final Fields EMAIL =
      fields(
          optional("value", WORDS),
          optional("type", WORDS),
          optional("primary", FLAG),
          returned("verification_status", WORDS).or("NOT_VERIFIED"));

  private static final Fields PHONE_NUMBER =
      fields(optional("value", WORDS), optional("type", WORDS), optional("primary", FLAG));

  private static final Fields ADDRESS =
      fields(
          optional("country", WORDS),
          optional("region", WORDS),
          optional("locality", WORDS),
          optional("postal_code", WORDS),
          optional("street_address", WORDS),
          optional("formatted", WORDS),
          optional("type", WORDS),
          optional("primary", FLAG));

  private static final Fields ENTERPRISE =
      fields(
          optional("cost_center", WORDS),
          optional("department", WORDS),
          optional("division", WORDS),
          optional("employee_number", WORDS),
          optional("organization", WORDS),
          optional("manager", words("value")));

  static final Fields USER =
      fields(
          required("user_name", new Text(2, 128)),
          required("display_name", WORDS),
          required("name", NAME),
          required("emails", one(EMAIL)),
          optional("nickname", WORDS).as("nickName"),
          optional("title", WORDS),
          optional("user_type", WORDS),
          optional("locale", WORDS),
          optional("preferred_language", WORDS),
          optional("timezone", WORDS),
          optional("profile_url", WORDS),
          optional("phone_numbers", one(PHONE_NUMBER)),
          optional("addresses", one(ADDRESS)),
          optional("enterprise", ENTERPRISE),
          returned("enabled", FLAG).or(true),
          returned("email_verified", FLAG).or(false),
          returned("external_ids", EXTERNAL_IDS));

  /** What is sent beside a new user's attributes. */
  static final Fields PASSWORD =
      fields(required("password_mode", new Choice(List.of("OTP", "EMAIL"))));

  private Shapes() {}

  private static Fields fields(Field... fields) {
    return new Fields(List.of(fields));
  }

  private static Fields words(String... names) {
    return new Fields(List.of(names).stream().map(name -> optional(name, WORDS)).toList());
  }

  private static Items one(Shape item) {
    return new Items(1, 1, item);
  }
}
