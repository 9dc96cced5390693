package dev.roster.memory.internal.state;

import dev.roster.GroupId;
import dev.roster.UserId;
import org.jspecify.annotations.Nullable;

/** A group and a user. A membership is its own key in the index of pairs, which saves memory. */
class Pair {

  /** Large and odd, so that the pairs of small numbers have different hashes. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final EntityRow<GroupId> group;
  private final EntityRow<UserId> user;

  Pair(EntityRow<GroupId> group, EntityRow<UserId> user) {
    this.group = group;
    this.user = user;
  }

  final EntityRow<GroupId> group() {
    return group;
  }

  final EntityRow<UserId> user() {
    return user;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Pair that && group == that.group && user == that.user;
  }

  @Override
  public final int hashCode() {
    return Long.hashCode(group.sequence() * SPREAD + user.sequence());
  }
}
