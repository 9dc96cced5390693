package dev.roster.spi;

import dev.roster.GroupId;
import dev.roster.Membership;

/**
 * A driver whose service lists the memberships of a group. Without it the client's listing fails
 * with {@link dev.roster.ErrorCode#UNSUPPORTED} before anything is sent: a listing that does not
 * exist is never an empty one.
 */
public interface ListsByGroup {

  /**
   * Reads one page of the memberships of a group; all of them where {@link ServiceTraits#isPaged}
   * is false. What a page holds twice, the client hands out once.
   *
   * @param group the group
   * @param page which page; the first one where the listing is not paged
   * @param attempt the attempt
   * @return the page, with the service's own token
   * @throws Exception whatever the transport throws; a token that the service refuses SHOULD be
   *     described as {@link dev.roster.ErrorCode#INVALID_PAGE_TOKEN} where the service tells
   */
  RawPage<Membership> listMemberships(GroupId group, PageRequest page, AttemptContext attempt)
      throws Exception;
}
