package dev.roster.internal.batch;

import dev.roster.Absence;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Operation;
import dev.roster.Presence;
import dev.roster.Resource;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.BatchResponse;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.WritesInBatches;
import java.util.List;
import java.util.function.Predicate;

/**
 * What adding several members and removing several differ in.
 *
 * @param method the client's method
 * @param operation the wire operation
 * @param driverMethod the driver's method
 * @param changed the status of a member that the request changed
 * @param unchanged the status of one that was as asked before
 * @param unknown the status of one of whom it is not known
 * @param present whether the members are to be in the group
 * @param saysUnchanged whether a refusal says that a member is as asked already
 * @param <S> the kind of status
 */
public record BatchKind<S>(
    ClientMethod method,
    Operation operation,
    DriverMethod driverMethod,
    S changed,
    S unchanged,
    S unknown,
    boolean present,
    Predicate<ErrorDescription> saysUnchanged) {

  /** Members are added. */
  public static final BatchKind<Presence> ADDING =
      new BatchKind<>(
          ClientMethod.ENSURE_MEMBERS,
          Operation.ADD_MEMBERS,
          WritesInBatches::addMembers,
          Presence.CREATED,
          Presence.ALREADY_PRESENT,
          Presence.PRESENT_MAKER_UNKNOWN,
          true,
          refusal -> refusal.code() == ErrorCode.ALREADY_MEMBER);

  /** Members are removed. */
  public static final BatchKind<Absence> REMOVING =
      new BatchKind<>(
          ClientMethod.ENSURE_NOT_MEMBERS,
          Operation.REMOVE_MEMBERS,
          WritesInBatches::removeMembers,
          Absence.REMOVED,
          Absence.ALREADY_ABSENT,
          Absence.ABSENT_REMOVER_UNKNOWN,
          false,
          RequestFailed::isMissingMembership);

  /** A driver's method for several members. */
  @FunctionalInterface
  public interface DriverMethod {

    /**
     * Makes the request.
     *
     * @param driver the driver
     * @param group the group
     * @param members the members
     * @param attempt the attempt
     * @return what the service says
     * @throws Exception whatever the driver throws
     */
    BatchResponse write(
        WritesInBatches driver, GroupId group, List<MemberId> members, AttemptContext attempt)
        throws Exception;
  }

  S status(BatchResponse.Effect effect) {
    return switch (effect) {
      case CHANGED -> changed;
      case UNCHANGED -> unchanged;
      case UNTOLD -> unknown;
    };
  }

  /** Whether a refusal can be about one of several members, so that the others can be changed. */
  boolean isAboutAMember(ErrorDescription refusal) {
    return switch (refusal.code()) {
      case ALREADY_MEMBER, INVALID_ARGUMENT -> true;
      case CONFLICT -> present;
      case NOT_FOUND ->
          refusal.missing() != Resource.GROUP && refusal.missing() != Resource.IDENTITY_STORE;
      default -> false;
    };
  }
}
