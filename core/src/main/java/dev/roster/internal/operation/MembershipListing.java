package dev.roster.internal.operation;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.internal.listing.CallListing;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.ServiceTraits;

/** The memberships of a group or of a member. */
public final class MembershipListing implements CallListing<Membership> {

  private final Calls<Membership> calls;

  private MembershipListing(
      CallPipeline pipeline,
      CallOptions options,
      ClientMethod method,
      Operation operation,
      CallSubject subject,
      PageReader<Membership> reader,
      Class<?> needed) {
    this.calls = new Calls<>(pipeline, options, method, operation, subject, reader);
    if (!needed.isInstance(pipeline.driver())) {
      throw failure(ErrorCode.UNSUPPORTED, "the service has no such listing; nothing was sent");
    }
  }

  /**
   * The memberships of a group.
   *
   * @param pipeline the way of its calls
   * @param options for every page
   * @param group the group
   * @return a listing
   */
  public static MembershipListing of(CallPipeline pipeline, CallOptions options, GroupId group) {
    return new MembershipListing(
        pipeline,
        options,
        ClientMethod.LIST_MEMBERSHIPS,
        Operation.LIST_MEMBERSHIPS,
        CallSubject.of(Operation.LIST_MEMBERSHIPS, group),
        (page, attempt) -> ((ListsByGroup) pipeline.driver()).listMemberships(group, page, attempt),
        ListsByGroup.class);
  }

  /**
   * The memberships of a member.
   *
   * @param pipeline the way of its calls
   * @param options for every page
   * @param member the member
   * @return a listing
   */
  public static MembershipListing of(CallPipeline pipeline, CallOptions options, MemberId member) {
    return new MembershipListing(
        pipeline,
        options,
        ClientMethod.LIST_MEMBERSHIPS_FOR_MEMBER,
        Operation.LIST_MEMBERSHIPS_FOR_MEMBER,
        CallSubject.of(Operation.LIST_MEMBERSHIPS_FOR_MEMBER, member),
        (page, attempt) ->
            ((ListsByMember) pipeline.driver()).listMembershipsForMember(member, page, attempt),
        ListsByMember.class);
  }

  @Override
  public Calls<Membership> calls() {
    return calls;
  }

  @Override
  public String identity() {
    return calls.identity(calls.subject().words().get());
  }

  @Override
  public int largestPage() {
    return traits().largestPage(calls.operation());
  }

  @Override
  public boolean isPaged() {
    return traits().isPaged(calls.operation());
  }

  private ServiceTraits traits() {
    return calls.pipeline().driver().traits();
  }

  /** A group has a member once, and a member is in a group once. */
  @Override
  public String key(Membership item) {
    return calls.operation() == Operation.LIST_MEMBERSHIPS
        ? item.memberId().value()
        : item.groupId().value();
  }
}
