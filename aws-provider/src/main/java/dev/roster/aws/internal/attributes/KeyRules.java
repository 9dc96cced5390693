package dev.roster.aws.internal.attributes;

import dev.roster.directory.ExternalId;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;

/** The documented rules of what users and groups are looked up by. */
public final class KeyRules {

  private KeyRules() {}

  /** Checks a user's key. */
  public static void checkUser(LookupKey<User> key, boolean strict) {
    if (key.kind() == LookupKey.Kind.NAME) {
      ModelShapes.USER_NAME.check(key.value(), "userName", strict);
    } else {
      check(key, "emails.value", strict);
    }
  }

  /** Checks a key whose name or address has the usual length. */
  public static void check(LookupKey<?> key, String field, boolean strict) {
    ExternalId externalId = key.externalId().orElse(null);
    if (externalId == null) {
      ModelShapes.WORDS.check(key.value(), field, strict);
    } else {
      ModelShapes.EXTERNAL_ID_PART.check(externalId.issuer(), "externalId.issuer", strict);
      ModelShapes.EXTERNAL_ID_PART.check(externalId.id(), "externalId.id", strict);
    }
  }
}
