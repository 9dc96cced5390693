package dev.roster.cli.commands.entries;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.rows.GroupShape;
import dev.roster.cli.rows.UserShape;
import dev.roster.cli.session.Session;
import dev.roster.query.NameResolver;
import java.util.List;

/** Reads and writes entries of which the identifiers are known. */
final class EntryReading {

  private EntryReading() {}

  static void ofUsers(Session session, List<UserId> ids) {
    session
        .results()
        .all(UserShape.USER, NameResolver.ofUsers(session.client()).entries(ids).values());
  }

  static void ofGroups(Session session, List<GroupId> ids) {
    session
        .results()
        .all(GroupShape.GROUP, NameResolver.ofGroups(session.client()).entries(ids).values());
  }
}
