package dev.roster.conformance;

import dev.roster.MembershipId;
import dev.roster.RosterClient;

/** How a harness makes native calls with the client that the kit gives it. */
public interface NativeCalls {

  /**
   * Reads a membership with {@link RosterClient#callNative} and {@link
   * dev.roster.NativeAccess#READ}, by one request of the operation of {@code getMembership}.
   *
   * @param client the client
   * @param membership the membership
   */
  void read(RosterClient client, MembershipId membership);

  /**
   * Removes a membership with {@link RosterClient#callNative} and {@link
   * dev.roster.NativeAccess#WRITE}, by one request of the operation of {@code deleteMembership}.
   *
   * @param client the client
   * @param membership the membership
   */
  void delete(RosterClient client, MembershipId membership);
}
