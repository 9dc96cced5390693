package dev.roster.internal.operation;

import dev.roster.EnsuredMembership;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.Presence;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.internal.call.Call;
import dev.roster.internal.call.Settlement;
import dev.roster.internal.errors.RequestFailed;
import org.jspecify.annotations.Nullable;

/** One create, and what it takes to know how it ended. */
public final class Creation {

  private final Call call;
  private final GroupId group;
  private final MemberId member;
  private final DriverCall<Membership> create;

  /**
   * A create that has not begun.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   */
  public Creation(Call call, GroupId group, MemberId member) {
    this.call = call;
    this.group = group;
    this.member = member;
    this.create = attempt -> call.driver().createMembership(group, member, attempt);
  }

  /**
   * Makes a membership; one that was there before is an error.
   *
   * @return the membership
   * @throws RequestFailed if it was not made, or that cannot be known
   */
  public Membership created() throws RequestFailed {
    try {
      return call.send(Operation.CREATE_MEMBERSHIP, create);
    } catch (RequestFailed failed) {
      boolean mayBeItsOwn = failed.code() == ErrorCode.ALREADY_MEMBER && call.maybeApplied();
      if (!mayBeItsOwn && !isToBeRead(failed)) {
        throw failed;
      }
      return itsOwn(read(failed), failed);
    }
  }

  /**
   * Makes sure that the member is in the group. "Already a member" is the service's own word for
   * it, and needs no read.
   *
   * @return how it came to be there, and the membership where it is known
   * @throws RequestFailed if the member is not in the group, or that cannot be known
   */
  public EnsuredMembership ensured() throws RequestFailed {
    try {
      Membership made = call.send(Operation.CREATE_MEMBERSHIP, create);
      return EnsuredMembership.of(presenceOfMade(), made);
    } catch (RequestFailed failed) {
      if (failed.code() == ErrorCode.ALREADY_MEMBER) {
        return EnsuredMembership.of(presence());
      }
      if (isToBeRead(failed)) {
        return EnsuredMembership.of(presence(), read(failed));
      }
      throw failed;
    }
  }

  /** A success of a service that does not tell is no proof that this call made the membership. */
  private Presence presenceOfMade() {
    return call.driver().traits().addingTells() ? Presence.CREATED : Presence.PRESENT_MAKER_UNKNOWN;
  }

  private Presence presence() {
    return call.maybeApplied() ? Presence.PRESENT_MAKER_UNKNOWN : Presence.ALREADY_PRESENT;
  }

  /** Where the service does not say which conflict it is, only reading tells. */
  private boolean isToBeRead(RequestFailed failed) {
    return failed.code() == ErrorCode.CONFLICT || call.isOpenQuestion(failed);
  }

  private Membership read(RequestFailed failed) throws RequestFailed {
    Settlement settlement = call.settlement();
    Membership found = settlement.find(this::found);
    if (found == null) {
      throw settlement.unsettled(failed);
    }
    return found;
  }

  private Membership itsOwn(Membership found, RequestFailed failed) throws RequestFailed {
    if (call.maybeApplied()) {
      return found;
    }
    throw failed.as(failed.description().withCode(ErrorCode.ALREADY_MEMBER));
  }

  private @Nullable Membership found() throws RequestFailed {
    try {
      return call.settlingRead(
          Operation.FIND_MEMBERSHIP,
          attempt -> call.driver().findMembership(group, member, attempt));
    } catch (RequestFailed failed) {
      if (failed.code() == ErrorCode.NOT_FOUND) {
        return null;
      }
      throw failed;
    }
  }
}
