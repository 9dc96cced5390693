package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.directory.KnownNames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan removes more than its {@link RemovalGuard} allows. Nothing was sent. The message names the
 * group by its identifier only; {@link #toText} shows its name.
 */
public final class RemovalsRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String ADVICE =
      ". Nothing was changed. Check that the list of desired members is whole; if the plan is"
          + " right, set a RemovalGuard that allows it.";

  /** Stands for the group in a reason. */
  static final String GROUP = "{group}";

  private final String reason;
  private final transient @Nullable GroupId group;

  RemovalsRefusedException(String reason, @Nullable GroupId group) {
    super(text(reason, group == null ? "" : group.value()));
    this.reason = reason;
    this.group = group;
  }

  private static String text(String reason, String group) {
    return reason.replace(GROUP, group) + ADVICE;
  }

  /** {@return the group of which too large a share is removed; empty where it is the whole plan} */
  public Optional<GroupId> groupId() {
    return Optional.ofNullable(group);
  }

  /**
   * The message, with the name beside the identifier of the group where it is known.
   *
   * @param names names to show
   * @return one line
   */
  public String toText(KnownNames names) {
    return text(reason, groupId().map(names::label).orElse(""));
  }
}
