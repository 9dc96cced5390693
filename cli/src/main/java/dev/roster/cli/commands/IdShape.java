package dev.roster.cli.commands;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.output.Column;
import dev.roster.cli.output.Shape;

/** An identifier alone, where no names are wanted. */
final class IdShape {

  static final Shape<UserId> USER_ID = Shape.of(Column.shown("user_id", UserId::value));
  static final Shape<GroupId> GROUP_ID = Shape.of(Column.shown("group_id", GroupId::value));

  private IdShape() {}
}
