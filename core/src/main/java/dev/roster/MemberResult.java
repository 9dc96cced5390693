package dev.roster;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of several members, and what it came to. Immutable.
 *
 * @param <S> {@link Presence} of a member that is to be in the group, {@link Absence} of one that
 *     is not
 */
public final class MemberResult<S> {

  private final MemberId memberId;
  private final @Nullable S status;
  private final @Nullable RosterException error;

  private MemberResult(MemberId memberId, @Nullable S status, @Nullable RosterException error) {
    this.memberId = Objects.requireNonNull(memberId, "member id must not be null");
    this.status = status;
    this.error = error;
  }

  static <S> MemberResult<S> done(MemberId member, S status) {
    return new MemberResult<>(member, status, null);
  }

  static <S> MemberResult<S> failed(MemberId member, RosterException error) {
    return new MemberResult<>(member, null, error);
  }

  /**
   * The member.
   *
   * @return as it was given
   */
  public MemberId memberId() {
    return memberId;
  }

  /**
   * How the member came to be as it was asked for.
   *
   * @return empty where that failed or is unknown
   */
  public Optional<S> status() {
    return Optional.ofNullable(status);
  }

  /**
   * Why it failed, or why what it came to is unknown. Members of one request that failed as a whole
   * have the same exception.
   *
   * @return empty where the member is as it was asked for
   */
  public Optional<RosterException> error() {
    return Optional.ofNullable(error);
  }

  /** The member, and its status or the error's code. */
  @Override
  public String toString() {
    return memberId + ": " + (error == null ? status : error.code());
  }
}
