package dev.roster.internal.reconcile;

import dev.roster.Operation;
import dev.roster.reconcile.GroupChanges;
import dev.roster.spi.ServiceTraits;

/**
 * How many requests changes take, as bulk runs make them: for as many members of a group as the
 * service takes, and by the operation for one member where one is left.
 *
 * @param traits what the service is like
 */
public record RequestCosts(ServiceTraits traits) {

  /**
   * The requests for one group.
   *
   * @param group its changes
   * @return zero or more
   */
  public long of(GroupChanges group) {
    return of(group.additions().size(), Operation.CREATE_MEMBERSHIP, Operation.ADD_MEMBERS)
        + of(group.removals().size(), Operation.DELETE_MEMBERSHIP, Operation.REMOVE_MEMBERS);
  }

  private long of(int members, Operation single, Operation several) {
    int most = traits.membersPerWrite();
    long alone = most == 1 ? members : members % most == 1 ? 1 : 0;
    long together = most == 1 ? 0 : (members - alone + most - 1) / most;
    return alone * traits.requestsOf(single) + together * traits.requestsOf(several);
  }
}
