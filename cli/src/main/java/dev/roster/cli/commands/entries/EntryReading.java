package dev.roster.cli.commands.entries;

import dev.roster.DirectoryEntries;
import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Rows;
import dev.roster.cli.output.Shape;
import dev.roster.cli.rows.GroupShape;
import dev.roster.cli.rows.UserShape;
import dev.roster.cli.session.Session;
import dev.roster.directory.DirectoryEntry;
import dev.roster.query.NameResolver;
import java.util.List;

/** Reads entries and writes them to the results. */
final class EntryReading {

  private EntryReading() {}

  static <I, E extends DirectoryEntry<I, E>> int list(
      Session session, DirectoryEntries<I, E> entries, Shape<E> shape) {
    try (Rows<E> rows = session.results().list(shape)) {
      entries.list().forEach(rows::add);
      rows.end();
    }
    return ExitCode.DONE;
  }

  static <E> int show(Session session, Shape<E> shape, E entry) {
    session.results().one(shape, entry);
    return ExitCode.DONE;
  }

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
