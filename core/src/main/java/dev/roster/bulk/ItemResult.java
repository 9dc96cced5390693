package dev.roster.bulk;

import dev.roster.GroupId;
import dev.roster.MemberResult;
import dev.roster.RosterException;
import dev.roster.directory.KnownNames;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One item of a bulk run and what it came to. Immutable. */
public final class ItemResult {

  private final GroupMember item;
  private final ItemStatus status;
  private final @Nullable RosterException error;

  ItemResult(GroupMember item, ItemStatus status, @Nullable RosterException error) {
    this.item = item;
    this.status = status;
    this.error = error;
  }

  static <S> ItemResult of(
      GroupId group, MemberResult<S> result, Function<S, ItemStatus> statusOf) {
    GroupMember pair = new GroupMember(group, result.memberId());
    RosterException error = result.error().orElse(null);
    return error == null
        ? new ItemResult(pair, statusOf.apply(result.status().orElseThrow()), null)
        : new ItemResult(pair, ItemStatus.of(error), error);
  }

  /**
   * The item.
   *
   * @return as it was given
   */
  public GroupMember item() {
    return item;
  }

  /**
   * What it came to.
   *
   * @return never null
   */
  public ItemStatus status() {
    return status;
  }

  /**
   * Why it failed, or why what it came to is unknown.
   *
   * @return empty where the item {@linkplain ItemStatus#isDone() is done}
   */
  public Optional<RosterException> error() {
    return Optional.ofNullable(error);
  }

  /**
   * This in one line, with names beside the identifiers where they are known.
   *
   * @param names names to show
   * @return the item and its status, and the error's code where there is one
   */
  public String toText(KnownNames names) {
    String text = item.toText(names) + ": " + status;
    return error == null ? text : text + " (" + error.code() + ")";
  }

  /** The item and its status, and the error's code where there is one. */
  @Override
  public String toString() {
    return toText(KnownNames.none());
  }
}
