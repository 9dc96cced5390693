package dev.roster.bulk;

import dev.roster.RosterException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One item of a bulk run and what became of it. Immutable. */
public final class ItemOutcome {

  private final GroupMember item;
  private final ItemResult result;
  private final @Nullable RosterException error;

  ItemOutcome(GroupMember item, ItemResult result, @Nullable RosterException error) {
    this.item = item;
    this.result = result;
    this.error = error;
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
   * What became of it.
   *
   * @return never null
   */
  public ItemResult result() {
    return result;
  }

  /**
   * Why it failed, or why its outcome is unknown.
   *
   * @return empty where the item {@linkplain ItemResult#isDone() is done}
   */
  public Optional<RosterException> error() {
    return Optional.ofNullable(error);
  }

  /** The item and its result, and the error's code where there is one. */
  @Override
  public String toString() {
    return error == null
        ? item + ": " + result
        : "%s: %s (%s)".formatted(item, result, error.code());
  }
}
