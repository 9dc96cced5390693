package dev.roster.internal.call;

import dev.roster.EnsuredMember;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.Presence;
import dev.roster.spi.ErrorDescription;
import org.jspecify.annotations.Nullable;

/** One create, and what it takes to know how it ended. */
public final class Creation {

  /** What the caller wants. */
  public enum Wish {
    /** A new membership: one that was there before is an error. */
    NEW_MEMBERSHIP,
    /** The membership, made now or before. */
    MEMBERSHIP,
    /** That the member is in the group; the membership itself need not be read. */
    PRESENCE
  }

  private final Call call;
  private final GroupId group;
  private final MemberId member;
  private final Wish wish;

  /**
   * A create that has not begun.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   * @param wish what the caller wants
   */
  public Creation(Call call, GroupId group, MemberId member, Wish wish) {
    this.call = call;
    this.group = group;
    this.member = member;
    this.wish = wish;
  }

  /**
   * Makes the membership or, where the wish allows it, finds the one that is there.
   *
   * @return the membership, and how it came to be
   * @throws RequestFailed if the wish is not met, or that cannot be known
   */
  public EnsuredMember run() throws RequestFailed {
    try {
      Membership made =
          call.send(
              Operation.CREATE_MEMBERSHIP,
              attempt -> call.driver().createMembership(group, member, attempt));
      return new EnsuredMember(made, Presence.CREATED);
    } catch (RequestFailed failed) {
      if (isToBeRead(failed)) {
        return settle(failed);
      }
      throw failed;
    }
  }

  /**
   * "Already a member" is the service's own word for it: reading is only for who needs the
   * membership itself. Where the service does not say which conflict it is, only reading tells.
   */
  private boolean isToBeRead(RequestFailed failed) {
    return switch (failed.code()) {
      case CONFLICT -> true;
      case ALREADY_MEMBER ->
          wish == Wish.MEMBERSHIP || (wish == Wish.NEW_MEMBERSHIP && call.maybeApplied());
      default -> call.isOpenQuestion(failed);
    };
  }

  private EnsuredMember settle(RequestFailed failed) throws RequestFailed {
    Settlement settlement = call.settlement();
    Membership found = settlement.find(this::found);
    if (found == null) {
      throw unread(failed, settlement);
    }
    if (call.maybeApplied()) {
      return new EnsuredMember(found, Presence.PRESENT_MAKER_UNKNOWN);
    }
    if (wish == Wish.MEMBERSHIP) {
      return new EnsuredMember(found, Presence.ALREADY_PRESENT);
    }
    throw failed.as(failed.description().withCode(ErrorCode.ALREADY_MEMBER));
  }

  private @Nullable Membership found() throws RequestFailed {
    try {
      return call.look(
          Operation.FIND_MEMBERSHIP,
          attempt -> call.driver().findMembership(group, member, attempt));
    } catch (RequestFailed failed) {
      if (failed.code() == ErrorCode.NOT_FOUND) {
        return null;
      }
      throw failed;
    }
  }

  /** Where the membership is there and cannot be read, the caller needs the reason why not. */
  private RequestFailed unread(RequestFailed failed, Settlement settlement) {
    RequestFailed unanswered = settlement.unanswered();
    boolean isThere = failed.code() == ErrorCode.ALREADY_MEMBER && !call.maybeApplied();
    if (!isThere) {
      return MembershipCalls.unsettled(call, failed, settlement);
    }
    RequestFailed told = unanswered == null ? lagging(failed) : unanswered;
    told.addSuppressed(failed);
    return told;
  }

  private static RequestFailed lagging(RequestFailed failed) {
    ErrorDescription said = failed.description().withCode(ErrorCode.CONFLICT);
    return failed.as(said).givenUp("the member is in the group, but no read shows it yet");
  }
}
