package dev.roster.cli.rows;

import dev.roster.cli.output.Column;
import dev.roster.cli.output.Shape;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.ExternalId;
import dev.roster.directory.User;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a user. */
public final class UserShape {

  /** All that a store says of a user. */
  public static final Shape<User> USER =
      Shape.of(
          Column.shown("user_name", user -> user.userName().orElse(null)),
          Column.shown("user_id", user -> user.id().value()),
          Column.shown("display_name", user -> user.displayName().orElse(null)),
          Column.shown("email", user -> email(user.emails())),
          Column.hidden("enabled", user -> user.enabled().orElse(null)),
          Column.hidden("external_ids", user -> externalIds(user.externalIds())),
          Column.hidden("created_at", user -> user.audit().createdAt().orElse(null)),
          Column.hidden("updated_at", user -> user.audit().updatedAt().orElse(null)));

  private UserShape() {}

  /** The primary one, or the first. */
  private static @Nullable String email(List<ContactPoint> emails) {
    return emails.stream()
        .filter(ContactPoint::isPrimary)
        .findFirst()
        .or(() -> emails.stream().findFirst())
        .map(ContactPoint::value)
        .orElse(null);
  }

  static @Nullable String externalIds(List<ExternalId> ids) {
    return ids.isEmpty()
        ? null
        : ids.stream().map(id -> id.issuer() + ":" + id.id()).collect(Collectors.joining(" "));
  }
}
