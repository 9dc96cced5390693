package dev.roster.cli.rows;

import dev.roster.Membership;
import dev.roster.cli.output.Column;
import dev.roster.cli.output.Shape;
import dev.roster.cli.store.StoreNames;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A membership with the names of both.
 *
 * @param membership the membership
 * @param groupName the name of its group, where it is known
 * @param userName the name of its member, where it is known
 */
public record MembershipRow(
    Membership membership, @Nullable String groupName, @Nullable String userName) {

  /** By name, then by id: the same order in every run. */
  public static final Comparator<MembershipRow> ORDER =
      Comparator.comparing((MembershipRow row) -> String.valueOf(row.groupName))
          .thenComparing(row -> row.membership.groupId().value())
          .thenComparing(row -> String.valueOf(row.userName))
          .thenComparing(row -> row.membership.memberId().value());

  /**
   * With the names that are known.
   *
   * @param membership the membership
   * @param names of both
   * @return the row
   */
  public static MembershipRow of(Membership membership, StoreNames names) {
    return new MembershipRow(
        membership, names.of(membership.groupId()), names.of(membership.memberId()));
  }

  /**
   * The fields. What people see depends on whether names are read; what programs see does not.
   *
   * @param names whether they are
   * @return the fields
   */
  public static Shape<MembershipRow> shape(boolean names) {
    List<Column<MembershipRow>> who = who(names);
    return new Shape<>(
        ChangeRow.joined(
            who,
            List.of(
                Column.hidden("membership_id", row -> row.membership.membershipId().value()),
                Column.shown("created_at", row -> row.membership.createdAt().orElse(null)))),
        ChangeRow.joined(List.of(Column.shown("action", row -> "add")), who));
  }

  private static List<Column<MembershipRow>> who(boolean names) {
    return List.of(
        new Column<>("group_name", MembershipRow::groupName, names),
        new Column<>("group_id", row -> row.membership.groupId().value(), !names),
        new Column<>("user_name", MembershipRow::userName, names),
        Column.shown("user_id", row -> row.membership.memberId().value()));
  }
}
