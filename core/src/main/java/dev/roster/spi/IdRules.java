package dev.roster.spi;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;

/**
 * The documented rules of a service for identifiers. The client asks them before an operation
 * starts, so that bad input is neither paced nor sent.
 *
 * <p>An implementation throws {@link InvalidInputException} and MUST NOT send anything. By default
 * every identifier passes.
 */
public interface IdRules {

  /** Rules that everything passes. */
  IdRules NONE = new IdRules() {};

  /** The id that no generator of identifiers gives. */
  String NIL = "00000000-0000-0000-0000-000000000000";

  /**
   * Checks a group id.
   *
   * @param operation the operation that would send it; a service may have one limit for paths and
   *     another for bodies
   * @param group the id
   */
  default void check(Operation operation, GroupId group) {}

  /**
   * Checks a member id.
   *
   * @param operation the operation that would send it
   * @param member the id
   */
  default void check(Operation operation, MemberId member) {}

  /**
   * Checks a membership id.
   *
   * @param operation the operation that would send it
   * @param membership the id
   */
  default void check(Operation operation, MembershipId membership) {}

  /**
   * The id of a group that cannot exist, for the look-up of a check.
   *
   * @return an id that keeps these rules and that the service gives to nothing; a nil UUID unless
   *     overridden
   */
  default GroupId impossibleGroup() {
    return new GroupId(NIL);
  }

  /**
   * The id of a member that cannot exist, for the look-up of a check.
   *
   * @return an id that keeps these rules and that the service gives to nothing; a nil UUID unless
   *     overridden
   */
  default MemberId impossibleMember() {
    return new UserId(NIL);
  }
}
