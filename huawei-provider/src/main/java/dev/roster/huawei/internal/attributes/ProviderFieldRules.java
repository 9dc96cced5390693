package dev.roster.huawei.internal.attributes;

import dev.roster.huawei.internal.json.JsonText;
import dev.roster.spi.InvalidInputException;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonToken;

/**
 * The documented rules of the fields that are JSON text. What is not documented is left to the
 * service, which gains fields before this library does.
 *
 * @param kinds what is documented, by the service's spelling
 */
record ProviderFieldRules(Map<String, Kind> kinds) {

  static final String PASSWORD_MODE = "password_mode";

  /** Returns the one-time password to the caller and sends nothing to the person. */
  static final String DEFAULT_PASSWORD_MODE = "\"OTP\"";

  private static final Set<String> PASSWORD_MODES = Set.of("\"OTP\"", "\"EMAIL\"");
  private static final TextForm NAME = new TextForm(1, 255);
  private static final TextForm WORDS = new TextForm(1, 1024);

  /** What a field is. */
  enum Kind {
    /** A text. */
    WORDS,
    /** An object. */
    OBJECT,
    /** How a new user gets a password. */
    PASSWORD_MODE,
    /** Only the service sets it. */
    READ_ONLY,
    /** It has a type, and is set as a shared field. */
    SHARED
  }

  void checkNew(String name, String value) {
    checkName(name);
    checkValue(name, value);
  }

  void checkUpdate(String name, String value) {
    checkCleared(name);
    checkValue(name, value);
  }

  void checkCleared(String name) {
    checkName(name);
    if (kinds.get(name) == Kind.PASSWORD_MODE) {
      throw new InvalidInputException(name + " is for new users only");
    }
  }

  private void checkName(String name) {
    NAME.check("the name of a provider field", name);
    if (name.indexOf('.') >= 0) {
      throw new InvalidInputException(
          "provider field %s names a part: give the whole field".formatted(name));
    }
    if (kinds.get(name) == Kind.READ_ONLY) {
      throw new InvalidInputException("only the service sets " + name);
    }
    if (kinds.get(name) == Kind.SHARED) {
      throw new InvalidInputException(
          "provider field %s must be given as the shared field".formatted(name));
    }
  }

  private void checkValue(String name, String value) {
    String compact =
        JsonText.compact(value)
            .orElseThrow(() -> new InvalidInputException(name + " must be one whole JSON value"));
    SendableText.require(name, JsonText.content(compact));
    if (JsonText.kind(compact) == JsonToken.VALUE_NULL) {
      throw new InvalidInputException(name + " must not be null; clear the field to have none");
    }
    checkKind(name, compact);
  }

  private void checkKind(String name, String compact) {
    Kind kind = kinds.get(name);
    if (kind == Kind.WORDS) {
      require(JsonText.kind(compact) == JsonToken.VALUE_STRING, name, "a JSON string");
      WORDS.check(name, JsonText.content(compact));
    } else if (kind == Kind.OBJECT) {
      require(JsonText.kind(compact) == JsonToken.START_OBJECT, name, "a JSON object");
    } else if (kind == Kind.PASSWORD_MODE) {
      require(PASSWORD_MODES.contains(compact), name, "the JSON string OTP or EMAIL");
    }
  }

  private static void require(boolean holds, String name, String rule) {
    if (!holds) {
      throw new InvalidInputException(name + " must be " + rule);
    }
  }
}
