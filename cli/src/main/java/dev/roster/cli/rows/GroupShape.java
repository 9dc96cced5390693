package dev.roster.cli.rows;

import dev.roster.cli.output.Column;
import dev.roster.cli.output.Shape;
import dev.roster.directory.Group;

/** The fields of a group. */
public final class GroupShape {

  /** All that a store says of a group. */
  public static final Shape<Group> GROUP =
      Shape.of(
          Column.shown("group_name", group -> group.displayName().orElse(null)),
          Column.shown("group_id", group -> group.id().value()),
          Column.shown("description", group -> group.description().orElse(null)),
          Column.hidden("external_ids", group -> UserShape.externalIds(group.externalIds())),
          Column.hidden("created_at", group -> group.audit().createdAt().orElse(null)),
          Column.hidden("updated_at", group -> group.audit().updatedAt().orElse(null)));

  private GroupShape() {}
}
