package dev.roster.internal.batch;

import dev.roster.MemberId;
import dev.roster.internal.errors.RequestFailed;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Members that one request is made for.
 *
 * @param members one or more
 * @param lost an earlier request for them, if one may have been applied although it failed
 * @param partly whether a part of an earlier request for them may have been applied, which is over
 * @param read whether it was read which of them are in the group, since they were refused
 */
record BatchPart(
    List<MemberId> members, @Nullable RequestFailed lost, boolean partly, boolean read) {

  /** Copies. */
  BatchPart {
    members = List.copyOf(members);
  }

  static BatchPart of(Collection<MemberId> members) {
    return new BatchPart(List.copyOf(members), null, false, false);
  }

  /** Both halves of what is left. */
  List<BatchPart> halves(boolean partlyApplied) {
    int middle = (members.size() + 1) / 2;
    return List.of(
        new BatchPart(members.subList(0, middle), lost, partlyApplied, false),
        new BatchPart(members.subList(middle, members.size()), lost, partlyApplied, false));
  }
}
