package dev.roster.cli.store;

import dev.roster.cli.configuration.UsageException;
import dev.roster.directory.ExternalId;
import java.util.regex.Pattern;

/**
 * What an administrator writes for a user or a group.
 *
 * @param kind what the text is
 * @param text the name, the identifier or the address
 */
record Reference(Kind kind, String text) {

  /** What the text can be. */
  enum Kind {
    ID,
    NAME,
    EMAIL,
    EXTERNAL_ID,
    /** A name, or an e-mail address if no user has that name. */
    NAME_OR_EMAIL
  }

  /** The form of both clouds' identifiers, with or without what AWS writes before. */
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?:[0-9a-f]{10}-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
          Pattern.CASE_INSENSITIVE);

  /** Reads what was written; {@code id:}, {@code name:} and so on say what it is. */
  static Reference of(String written) {
    int colon = written.indexOf(':');
    String rest = written.substring(colon + 1);
    if (written.isBlank() || rest.isBlank()) {
      throw new UsageException("a user or a group must be a name or an id, and not nothing");
    }
    return switch (written.substring(0, Math.max(0, colon))) {
      case "id" -> new Reference(Kind.ID, rest);
      case "name" -> new Reference(Kind.NAME, rest);
      case "email" -> new Reference(Kind.EMAIL, rest);
      case "external" -> new Reference(Kind.EXTERNAL_ID, rest);
      default ->
          new Reference(
              IDENTIFIER.matcher(written).matches() ? Kind.ID : Kind.NAME_OR_EMAIL, written);
    };
  }

  boolean isId() {
    return kind == Kind.ID;
  }

  /** Whether an e-mail address is worth a try where no user has such a name. */
  boolean canBeEmail() {
    return kind == Kind.NAME_OR_EMAIL && text.contains("@");
  }

  /** The issuer can have colons, the identifier none. */
  ExternalId externalId() {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new UsageException("an external id is written as external:ISSUER:ID");
    }
    return new ExternalId(text.substring(0, colon), text.substring(colon + 1));
  }
}
