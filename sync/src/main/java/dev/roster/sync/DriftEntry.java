package dev.roster.sync;

import dev.roster.GroupId;
import dev.roster.Membership;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One difference between two states of groups. Immutable. */
public final class DriftEntry {

  /** What differs. New kinds may be added. */
  public enum Kind {
    /** A member is in the group now. */
    JOINED,
    /** A member is in the group no more. */
    LEFT,
    /** A member left and came back: it is another membership. */
    CAME_BACK,
    /** The group is not there any more. */
    GROUP_GONE,
    /** The group is in the later state only. */
    GROUP_APPEARED
  }

  private final Kind kind;
  private final GroupId groupId;
  private final @Nullable Membership before;
  private final @Nullable Membership after;

  private DriftEntry(
      Kind kind, GroupId groupId, @Nullable Membership before, @Nullable Membership after) {
    this.kind = kind;
    this.groupId = groupId;
    this.before = before;
    this.after = after;
  }

  static DriftEntry of(Kind kind, GroupId group) {
    return new DriftEntry(kind, group, null, null);
  }

  static DriftEntry joined(Membership after) {
    return new DriftEntry(Kind.JOINED, after.groupId(), null, after);
  }

  static DriftEntry left(Membership before) {
    return new DriftEntry(Kind.LEFT, before.groupId(), before, null);
  }

  static DriftEntry cameBack(Membership before, Membership after) {
    return new DriftEntry(Kind.CAME_BACK, after.groupId(), before, after);
  }

  /** {@return what differs} */
  public Kind kind() {
    return kind;
  }

  /** {@return the group} */
  public GroupId groupId() {
    return groupId;
  }

  /** {@return the membership as it was; empty where there was none} */
  public Optional<Membership> before() {
    return Optional.ofNullable(before);
  }

  /**
   * The membership as it is, with who made it and when, where the service tells.
   *
   * @return empty where there is none
   */
  public Optional<Membership> after() {
    return Optional.ofNullable(after);
  }

  /** For people: what differs, the member and the group. */
  @Override
  public String toString() {
    Membership either = after == null ? before : after;
    return either == null
        ? "%s %s".formatted(kind, groupId)
        : "%s %s in %s".formatted(kind, Objects.requireNonNull(either).memberId(), groupId);
  }
}
