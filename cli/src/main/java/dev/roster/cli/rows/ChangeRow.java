package dev.roster.cli.rows;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.cli.output.Column;
import dev.roster.cli.output.Shape;
import dev.roster.cli.store.StoreNames;
import dev.roster.cli.terminal.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change and what became of it.
 *
 * @param change what was to be done
 * @param groupName the name of the group, where it is known
 * @param userName the name of the member, where it is known
 * @param result in words: {@code planned}, {@code not_begun}, or as the library calls it
 * @param error why it failed, or null
 */
public record ChangeRow(
    Change change,
    @Nullable String groupName,
    @Nullable String userName,
    String result,
    @Nullable RosterException error) {

  /** A result: this run makes the change. */
  public static final String PLANNED = "planned";

  /** A result: the run ended before. */
  public static final String NOT_BEGUN = "not_begun";

  private static final List<Column<ChangeRow>> ACTION =
      List.of(
          Column.shown("action", row -> row.change.action().word()),
          Column.shown("group_name", ChangeRow::groupName),
          Column.hidden("group_id", row -> row.change.group().value()),
          Column.shown("user_name", ChangeRow::userName),
          Column.shown("user_id", row -> row.change.member().value()));

  /** The fields. */
  public static final Shape<ChangeRow> SHAPE =
      new Shape<>(
          joined(
              ACTION,
              List.of(
                  Column.shown("result", ChangeRow::result),
                  Column.hidden("error", row -> row.error == null ? null : row.error.code()),
                  Column.hidden(
                      "message", row -> row.error == null ? null : row.error.getMessage()),
                  Column.hidden(
                      "request_id",
                      row -> row.error == null ? null : row.error.requestId().orElse(null)))),
          ACTION);

  /** What to do with a member. */
  public enum Action {
    /** Adds a member. */
    ADD,
    /** Removes a member. */
    REMOVE;

    /** {@return the word of the field} */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A change.
   *
   * @param action what to do
   * @param group with which group
   * @param member and whom
   */
  public record Change(Action action, GroupId group, MemberId member) {

    /** {@return the group and the member} */
    public GroupMember pair() {
      return new GroupMember(group, member);
    }
  }

  /**
   * With the names that are known.
   *
   * @param change the change
   * @param result its result
   * @param names of both
   * @return the row
   */
  public static ChangeRow of(Change change, String result, StoreNames names) {
    return new ChangeRow(change, names.of(change.group()), names.of(change.member()), result, null);
  }

  /**
   * Changes that are to be made, with the names that are known.
   *
   * @param changes the changes
   * @param names of both
   * @return a row for each, in their order
   */
  public static List<ChangeRow> planned(List<Change> changes, StoreNames names) {
    return changes.stream().map(change -> of(change, PLANNED, names)).toList();
  }

  /**
   * The same with what became of it.
   *
   * @param made the result, or null if it was not begun
   * @return a new row
   */
  public ChangeRow with(@Nullable ItemResult made) {
    return made == null
        ? new ChangeRow(change, groupName, userName, NOT_BEGUN, null)
        : new ChangeRow(
            change,
            groupName,
            userName,
            made.status().name().toLowerCase(Locale.ROOT),
            made.error().orElse(null));
  }

  /** {@return the change for questions and notices, on one line whatever the names have in them} */
  public String words() {
    boolean add = change.action() == Action.ADD;
    String words =
        "%s %s %s %s"
            .formatted(
                change.action().word(),
                userName == null ? change.member().value() : userName,
                add ? "to" : "from",
                groupName == null ? change.group().value() : groupName);
    return PrintableText.of(words);
  }

  static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
