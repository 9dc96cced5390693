package dev.roster.internal.call;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.RosterException;
import dev.roster.internal.concurrent.CancellableWork;
import dev.roster.internal.paging.Listing;
import dev.roster.internal.paging.PageAhead;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The memberships of a group or of a member; each page is a call of its own. */
public final class MembershipListing implements Listing<Membership> {

  /** A driver's listing method with its subject. */
  @FunctionalInterface
  private interface PageReader {
    RawPage<Membership> read(MembershipDriver driver, PageRequest page, AttemptContext attempt)
        throws Exception;
  }

  private final CallPipeline pipeline;
  private final CallOptions options;
  private final ClientMethod method;
  private final Operation operation;
  private final CallSubject subject;
  private final PageReader reader;

  private MembershipListing(
      CallPipeline pipeline,
      CallOptions options,
      ClientMethod method,
      Operation operation,
      CallSubject subject,
      PageReader reader,
      Class<?> needed) {
    this.pipeline = pipeline;
    this.options = options;
    this.method = method;
    this.operation = operation;
    this.subject = subject;
    this.reader = reader;
    pipeline.check(method, subject);
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
        (driver, page, attempt) -> ((ListsByGroup) driver).listMemberships(group, page, attempt),
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
        (driver, page, attempt) ->
            ((ListsByMember) driver).listMembershipsForMember(member, page, attempt),
        ListsByMember.class);
  }

  @Override
  public String identity() {
    return String.join(
        "\n",
        pipeline.driver().provider(),
        pipeline.driver().identityStoreId().value(),
        operation.methodName(),
        subject.words().get());
  }

  @Override
  public ClientMethod method() {
    return method;
  }

  @Override
  public int largestPage() {
    return pipeline.driver().traits().largestPage(operation);
  }

  @Override
  public boolean isPaged() {
    return pipeline.driver().traits().isPaged(operation);
  }

  /** A group has a member once, and a member is in a group once. */
  @Override
  public String key(Membership item) {
    return operation == Operation.LIST_MEMBERSHIPS
        ? item.memberId().value()
        : item.groupId().value();
  }

  @Override
  public RawPage<Membership> fetch(PageRequest page) {
    return pipeline.call(
        method,
        subject,
        options,
        call -> call.send(operation, attempt -> reader.read(call.driver(), page, attempt)));
  }

  @Override
  public PageAhead.Work reading(
      Supplier<RawPage<Membership>> read, CompletableFuture<RawPage<Membership>> promise) {
    return new ReadingAhead(pipeline.threadContext(), new CancellableWork<>(read, promise));
  }

  @Override
  public RosterException failure(ErrorCode code, String message) {
    return pipeline.failure(method, code, message);
  }

  @Override
  public Executor threads() {
    return pipeline.threads();
  }
}
