package dev.roster.internal.batch;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.internal.call.Call;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.ServiceTraits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads which of some members are in a group: by its listing, or by one look-up for each, whichever
 * takes fewer requests.
 */
final class GroupLook {

  private final MembershipDriver driver;
  private final GroupId group;
  private final long size;

  /**
   * A reading that has sent nothing yet.
   *
   * @param driver the driver
   * @param group the group
   * @param size how many members it has, as far as it is known
   */
  GroupLook(MembershipDriver driver, GroupId group, long size) {
    this.driver = driver;
    this.group = group;
    this.size = size;
  }

  GroupId group() {
    return group;
  }

  /** So many requests it is likely to take. */
  long requests(int members) {
    return Math.min(members, pages());
  }

  private long pages() {
    if (!(driver instanceof ListsByGroup)) {
      return Long.MAX_VALUE;
    }
    ServiceTraits traits = driver.traits();
    return traits.isPaged(Operation.LIST_MEMBERSHIPS)
        ? Math.max(0, size - 1) / traits.largestPage(Operation.LIST_MEMBERSHIPS) + 1
        : 1;
  }

  /**
   * Reads.
   *
   * @param call the call that the reads belong to
   * @param members of whom it is to be known
   * @param present whether those who are in the group are found, or those who are not
   * @param found notified of each such member
   * @throws RequestFailed if a read fails; those found before are found
   */
  void at(Call call, List<MemberId> members, boolean present, Consumer<MemberId> found)
      throws RequestFailed {
    boolean listed = pages() < members.size();
    Set<String> seen = new HashSet<>();
    boolean whole = listed && list(call, members.size(), seen);
    for (MemberId member : members) {
      boolean isThere = seen.contains(canonical(member)) || (!whole && isThere(call, member));
      if (isThere == present) {
        found.accept(member);
      }
    }
  }

  /**
   * Returns whether it came to the listing's end. A group that is longer than thought costs no more
   * than twice the look-ups.
   */
  private boolean list(Call call, int mostPages, Set<String> seen) throws RequestFailed {
    PageRequest page = PageRequest.first(driver.traits().largestPage(Operation.LIST_MEMBERSHIPS));
    for (int read = 0; read < mostPages; read++) {
      RawPage<Membership> items = page(call, page);
      items.items().forEach(item -> seen.add(canonical(item.memberId())));
      if (items.nextToken().isEmpty()) {
        return true;
      }
      page = PageRequest.after(page.size(), items.nextToken().get());
    }
    return false;
  }

  /** A listing need not spell a member as it was asked for. */
  private String canonical(MemberId member) {
    return driver.canonicalId(member.value());
  }

  private RawPage<Membership> page(Call call, PageRequest page) throws RequestFailed {
    ListsByGroup lists = (ListsByGroup) driver;
    return call.settlingRead(
        Operation.LIST_MEMBERSHIPS, attempt -> lists.listMemberships(group, page, attempt));
  }

  private boolean isThere(Call call, MemberId member) throws RequestFailed {
    try {
      call.settlingRead(
          Operation.FIND_MEMBERSHIP, attempt -> driver.findMembership(group, member, attempt));
      return true;
    } catch (RequestFailed failed) {
      boolean storeIsMissing = failed.description().missing() == Resource.IDENTITY_STORE;
      if (failed.code() == ErrorCode.NOT_FOUND && !storeIsMissing) {
        return false;
      }
      throw failed;
    }
  }
}
