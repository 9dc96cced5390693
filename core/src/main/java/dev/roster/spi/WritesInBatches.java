package dev.roster.spi;

import dev.roster.GroupId;
import dev.roster.MemberId;
import java.util.List;

/**
 * A driver whose service adds or removes several members of one group in one request; how many, and
 * whether all or none, is said by {@link ServiceTraits#membersPerWrite} and {@link
 * ServiceTraits#allOrNothing}. Without it, or where the number is 1, bulk runs change one member
 * with each request.
 *
 * <p>A request that is refused as a whole is thrown, as by every method of a driver. {@link
 * Reach#REFUSED} then says that the service responded: that it changed nothing where {@link
 * ServiceTraits#allOrNothing} is stated, and otherwise that no part of it is still under way. For a
 * reason that is about one of the members, such as {@link dev.roster.ErrorCode#NOT_FOUND} for a
 * member, the client sends the members again in smaller requests. A reason that is about all of
 * them MUST have another description: a missing group names {@link dev.roster.Resource#GROUP} where
 * the service tells.
 */
public interface WritesInBatches {

  /**
   * Adds members to a group.
   *
   * @param group the group
   * @param members 1 to {@link ServiceTraits#membersPerWrite} different members
   * @param attempt the attempt
   * @return what the service says of all of them, or of each
   * @throws Exception whatever the transport throws
   */
  BatchResponse addMembers(GroupId group, List<MemberId> members, AttemptContext attempt)
      throws Exception;

  /**
   * Removes members from a group, whatever their memberships' ids.
   *
   * @param group the group
   * @param members 1 to {@link ServiceTraits#membersPerWrite} different members
   * @param attempt the attempt
   * @return what the service says of all of them, or of each
   * @throws Exception whatever the transport throws
   */
  BatchResponse removeMembers(GroupId group, List<MemberId> members, AttemptContext attempt)
      throws Exception;
}
