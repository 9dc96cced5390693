package dev.roster.cli.rows;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.cli.output.Column;
import dev.roster.cli.output.Shape;
import dev.roster.cli.session.Session;
import dev.roster.cli.store.StoreNames;
import dev.roster.query.AccessMatrix;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user is in a group.
 *
 * @param group the group
 * @param groupName its name, where it is known
 * @param member the user
 * @param userName its name, where it is known
 * @param isMember the answer
 */
public record AccessRow(
    GroupId group,
    @Nullable String groupName,
    MemberId member,
    @Nullable String userName,
    boolean isMember) {

  /** The fields. */
  public static final Shape<AccessRow> SHAPE =
      Shape.of(
          Column.shown("group_name", AccessRow::groupName),
          Column.hidden("group_id", row -> row.group.value()),
          Column.shown("user_name", AccessRow::userName),
          Column.shown("user_id", row -> row.member.value()),
          Column.shown("member", AccessRow::isMember));

  /**
   * All pairs, in the fewest calls.
   *
   * @param session asks
   * @param members the users
   * @param groups the groups
   * @return a row for each pair, by user
   */
  public static List<AccessRow> of(
      Session session, Collection<? extends MemberId> members, Collection<GroupId> groups) {
    AccessQueries queries = AccessQueries.of(session.client());
    AccessMatrix access = queries.ask(queries.plan(members, groups, ListingSizes.unknown()));
    session.names().readGroups(access.groups());
    session.names().readUsers(access.members());
    return rows(access, session.names());
  }

  private static List<AccessRow> rows(AccessMatrix access, StoreNames names) {
    List<AccessRow> rows = new ArrayList<>();
    for (MemberId member : access.members()) {
      for (GroupId group : access.groups()) {
        boolean isMember = access.isMember(member, group);
        rows.add(new AccessRow(group, names.of(group), member, names.of(member), isMember));
      }
    }
    return rows;
  }
}
