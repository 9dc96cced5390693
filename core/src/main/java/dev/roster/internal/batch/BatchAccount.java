package dev.roster.internal.batch;

import dev.roster.MemberId;
import dev.roster.RosterException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each of several members came to. Used by one thread.
 *
 * @param <S> the kind of status
 */
public final class BatchAccount<S> {

  private final Map<MemberId, S> done = new HashMap<>();
  private final Map<MemberId, RosterException> failed = new HashMap<>();

  BatchAccount() {}

  void done(MemberId member, S status) {
    done.put(member, status);
  }

  void failed(MemberId member, RosterException error) {
    failed.put(member, error);
  }

  /**
   * Whether it is not known yet what became of a member.
   *
   * @param member the member
   * @return false where there is a status or an error
   */
  public boolean isOpen(MemberId member) {
    return !done.containsKey(member) && !failed.containsKey(member);
  }

  /**
   * How a member came to be as asked.
   *
   * @param member the member
   * @return null where it failed
   */
  public @Nullable S status(MemberId member) {
    return done.get(member);
  }

  /**
   * Why a member failed.
   *
   * @param member the member
   * @return null where it is as asked
   */
  public @Nullable RosterException error(MemberId member) {
    return failed.get(member);
  }
}
