package dev.roster.internal.call;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.RosterException;
import dev.roster.internal.paging.Listing;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The questions whose answer takes several requests: listings, and long lists of groups. */
public final class MembershipQueries implements Listing<Membership> {

  /** A driver's listing method with its subject. */
  @FunctionalInterface
  private interface PageReader {
    RawPage<Membership> read(PageRequest page, AttemptContext attempt) throws Exception;
  }

  private final CallPipeline pipeline;
  private final Operation operation;
  private final CallSubject subject;
  private final PageReader reader;
  private final CallOptions options;

  private MembershipQueries(
      CallPipeline pipeline,
      Operation operation,
      CallSubject subject,
      PageReader reader,
      CallOptions options) {
    this.pipeline = pipeline;
    this.operation = operation;
    this.subject = subject;
    this.reader = reader;
    this.options = options;
  }

  /**
   * The memberships of a group.
   *
   * @param pipeline the way of its calls
   * @param group the group
   * @param options for every page
   * @return a listing
   */
  public static MembershipQueries ofGroup(
      CallPipeline pipeline, GroupId group, CallOptions options) {
    return new MembershipQueries(
        pipeline,
        Operation.LIST_MEMBERSHIPS,
        new CallSubject(
            () -> "group " + group, rules -> rules.check(Operation.LIST_MEMBERSHIPS, group)),
        (page, attempt) -> pipeline.driver().listMemberships(group, page, attempt),
        options);
  }

  /**
   * The memberships of a member.
   *
   * @param pipeline the way of its calls
   * @param member the member
   * @param options for every page
   * @return a listing
   */
  public static MembershipQueries ofMember(
      CallPipeline pipeline, MemberId member, CallOptions options) {
    return new MembershipQueries(
        pipeline,
        Operation.LIST_MEMBERSHIPS_FOR_MEMBER,
        new CallSubject(
            () -> "member " + member,
            rules -> rules.check(Operation.LIST_MEMBERSHIPS_FOR_MEMBER, member)),
        (page, attempt) -> pipeline.driver().listMembershipsForMember(member, page, attempt),
        options);
  }

  /**
   * Asks for one member and any number of groups.
   *
   * @param call the call
   * @param member the member
   * @param groups different groups
   * @return an answer for every group, in the order asked
   * @throws RequestFailed if a group has no answer
   */
  public static Map<GroupId, Boolean> isMember(Call call, MemberId member, List<GroupId> groups)
      throws RequestFailed {
    Map<GroupId, Boolean> answers = new LinkedHashMap<>();
    int most = call.driver().maxGroupsPerCheck();
    for (int from = 0; from < groups.size(); from += most) {
      List<GroupId> some = groups.subList(from, Math.min(from + most, groups.size()));
      Map<GroupId, Boolean> reply =
          call.send(
              Operation.IS_MEMBER_IN_GROUPS,
              attempt -> call.driver().isMemberInGroups(member, some, attempt));
      for (GroupId group : some) {
        answers.put(group, answer(call, reply, group));
      }
    }
    return Collections.unmodifiableMap(answers);
  }

  private static boolean answer(Call call, Map<GroupId, Boolean> reply, GroupId group)
      throws RequestFailed {
    Boolean answer = reply.get(group);
    if (answer == null) {
      throw call.failure(ErrorCode.BAD_REPLY, "the reply has no answer for group " + group);
    }
    return answer;
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
  public String operation() {
    return operation.methodName();
  }

  @Override
  public RawPage<Membership> fetch(PageRequest page) {
    return pipeline.call(
        operation.methodName(),
        subject,
        options,
        call -> call.send(operation, attempt -> reader.read(page, attempt)));
  }

  @Override
  public RosterException failure(ErrorCode code, String message) {
    return pipeline.failure(operation.methodName(), code, message);
  }

  @Override
  public Executor threads() {
    return pipeline.threads();
  }
}
