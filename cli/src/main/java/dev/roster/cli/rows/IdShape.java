package dev.roster.cli.rows;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.output.Column;
import dev.roster.cli.output.Shape;

/** An identifier alone, where no names are wanted. */
public final class IdShape {

  /** Of a user. */
  public static final Shape<UserId> USER_ID = Shape.of(Column.shown("user_id", UserId::value));

  /** Of a group. */
  public static final Shape<GroupId> GROUP_ID = Shape.of(Column.shown("group_id", GroupId::value));

  private IdShape() {}
}
