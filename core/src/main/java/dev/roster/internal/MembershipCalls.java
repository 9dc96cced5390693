package dev.roster.internal;

import dev.roster.Absence;
import dev.roster.AlreadyMemberException;
import dev.roster.EnsuredMember;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.NotFoundException;
import dev.roster.Operation;
import dev.roster.Presence;
import dev.roster.Resource;
import dev.roster.RosterException;
import dev.roster.spi.ErrorDescription;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that consist of more than one wire operation, because the reply to a write can get
 * lost: each settles what became of the write before it answers.
 */
public final class MembershipCalls {

  private MembershipCalls() {}

  /**
   * Makes a membership.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   * @return the membership; {@link Presence#CREATED} or {@link Presence#PRESENT_MAKER_UNKNOWN}
   */
  public static EnsuredMember create(Call call, GroupId group, MemberId member) {
    return new Creation(call, group, member, false).run();
  }

  /**
   * Makes a membership or finds the one that is there.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   * @return the membership
   */
  public static EnsuredMember ensure(Call call, GroupId group, MemberId member) {
    return new Creation(call, group, member, true).run();
  }

  /**
   * Looks a membership up.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   * @return empty where it is the membership that is missing
   */
  public static Optional<Membership> find(Call call, GroupId group, MemberId member) {
    try {
      return Optional.of(
          call.send(
              Operation.FIND_MEMBERSHIP,
              attempt -> call.driver().findMembership(group, member, attempt)));
    } catch (NotFoundException missing) {
      if (isMembership(missing)) {
        return Optional.empty();
      }
      throw missing;
    }
  }

  /**
   * Removes a membership by its id.
   *
   * @param call the call
   * @param membership the id
   * @return {@link Absence#REMOVED} or {@link Absence#ABSENT_REMOVER_UNKNOWN}
   */
  public static Absence delete(Call call, MembershipId membership) {
    try {
      call.send(
          Operation.DELETE_MEMBERSHIP,
          attempt -> {
            call.driver().deleteMembership(membership, attempt);
            return Absence.REMOVED;
          });
      return Absence.REMOVED;
    } catch (RosterException failure) {
      if (call.maybeApplied() && isMissingMembership(failure)) {
        return Absence.ABSENT_REMOVER_UNKNOWN;
      }
      if (call.isOpenQuestion(failure) && isGone(call, membership, failure)) {
        return Absence.ABSENT_REMOVER_UNKNOWN;
      }
      throw failure;
    }
  }

  /**
   * Removes a member from a group, if it is there.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   * @return how the member came not to be in the group
   */
  public static Absence ensureNot(Call call, GroupId group, MemberId member) {
    Optional<Membership> present = find(call, group, member);
    if (present.isEmpty()) {
      return Absence.ALREADY_ABSENT;
    }
    return remove(call, present.get().membershipId());
  }

  /**
   * Makes sure that a member is in a group, without reading the membership where it is there.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   * @return how the member came to be in the group
   */
  public static Presence add(Call call, GroupId group, MemberId member) {
    try {
      return create(call, group, member).presence();
    } catch (AlreadyMemberException present) {
      return call.maybeApplied() ? Presence.PRESENT_MAKER_UNKNOWN : Presence.ALREADY_PRESENT;
    }
  }

  /**
   * Makes sure that there is no such membership.
   *
   * @param call the call
   * @param membership its id
   * @return how it came not to be there
   */
  public static Absence remove(Call call, MembershipId membership) {
    try {
      return delete(call, membership);
    } catch (NotFoundException failure) {
      if (!call.maybeApplied() && isMembership(failure)) {
        return Absence.ALREADY_ABSENT;
      }
      throw failure;
    }
  }

  private static boolean isGone(Call call, MembershipId membership, RosterException failure) {
    try {
      call.sendOnce(
          Operation.GET_MEMBERSHIP, attempt -> call.driver().getMembership(membership, attempt));
      return false;
    } catch (RosterException readBack) {
      rethrowEnd(readBack);
      failure.addSuppressed(readBack);
      return isMissingMembership(readBack);
    }
  }

  /** An interrupt or a close during a read-back is what the caller must hear of. */
  private static void rethrowEnd(RosterException readBack) {
    if (readBack.code() == ErrorCode.CANCELLED || readBack.code() == ErrorCode.CLIENT_CLOSED) {
      throw readBack;
    }
  }

  private static boolean isMissingMembership(RosterException failure) {
    return failure instanceof NotFoundException missing && isMembership(missing);
  }

  private static boolean isMembership(NotFoundException failure) {
    return failure.missing() == Resource.MEMBERSHIP || failure.missing() == Resource.UNSPECIFIED;
  }

  /** One create and what it takes to know how it ended. */
  private static final class Creation {

    private final Call call;
    private final GroupId group;
    private final MemberId member;
    private final boolean presentIsFine;
    private @Nullable Membership found;
    private @Nullable RosterException unread;

    Creation(Call call, GroupId group, MemberId member, boolean presentIsFine) {
      this.call = call;
      this.group = group;
      this.member = member;
      this.presentIsFine = presentIsFine;
    }

    EnsuredMember run() {
      try {
        Membership made =
            call.send(
                Operation.CREATE_MEMBERSHIP,
                attempt -> call.driver().createMembership(group, member, attempt),
                this::readBackConflict);
        return new EnsuredMember(made, Presence.CREATED);
      } catch (RosterException failure) {
        return settle(failure);
      }
    }

    /**
     * A conflict can mean "already a member" or "somebody else is at it". Where the service does
     * not say which, or the caller needs the membership anyway, reading back tells.
     */
    private ErrorDescription readBackConflict(ErrorDescription failure) {
      unread = null;
      boolean unsaid = failure.code() == ErrorCode.CONFLICT;
      boolean needed =
          failure.code() == ErrorCode.ALREADY_MEMBER && (presentIsFine || call.maybeApplied());
      if (!unsaid && !needed) {
        return failure;
      }
      try {
        found = find(call, group, member).orElse(null);
      } catch (RosterException readBack) {
        rethrowEnd(readBack);
        unread = readBack;
        return failure;
      }
      return failure.withCode(
          found == null ? ErrorCode.CONCURRENT_MODIFICATION : ErrorCode.ALREADY_MEMBER);
    }

    private EnsuredMember settle(RosterException failure) {
      if (unread != null) {
        throw unread(failure, unread);
      }
      if (call.isOpenQuestion(failure) && found == null) {
        found = readBackOnce(failure);
      }
      if (found != null && call.maybeApplied()) {
        return new EnsuredMember(found, Presence.PRESENT_MAKER_UNKNOWN);
      }
      if (found != null && presentIsFine) {
        return new EnsuredMember(found, Presence.ALREADY_PRESENT);
      }
      throw failure;
    }

    /**
     * "Already a member" is no answer to a caller who wants the membership: why it was not read is.
     */
    private RosterException unread(RosterException failure, RosterException readBack) {
      boolean wantsMembership = presentIsFine && failure.code() == ErrorCode.ALREADY_MEMBER;
      RosterException told = wantsMembership ? readBack : failure;
      told.addSuppressed(wantsMembership ? failure : readBack);
      return told;
    }

    private @Nullable Membership readBackOnce(RosterException failure) {
      try {
        return call.sendOnce(
            Operation.FIND_MEMBERSHIP,
            attempt -> call.driver().findMembership(group, member, attempt));
      } catch (RosterException readBack) {
        rethrowEnd(readBack);
        failure.addSuppressed(readBack);
        return null;
      }
    }
  }
}
