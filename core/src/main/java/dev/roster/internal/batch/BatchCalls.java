package dev.roster.internal.batch;

import dev.roster.CallOptions;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.RosterException;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.spi.ServiceTraits;
import dev.roster.spi.WritesInBatches;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Adds or removes several members of one group with requests for as many as the service takes. Each
 * request is a call of its own, with a deadline of its own. One that is refused because of a member
 * is made again for both halves.
 *
 * @param <S> the kind of status
 */
public final class BatchCalls<S> {

  private final CallPipeline pipeline;
  private final CallOptions options;
  private final BatchKind<S> kind;
  private final GroupId group;
  private final GroupLook look;
  private final BatchAccount<S> account = new BatchAccount<>();
  private final Deque<BatchPart> parts = new ArrayDeque<>();

  /**
   * Calls that have not begun.
   *
   * @param pipeline the way of the calls
   * @param options for each call
   * @param kind what is done with the members
   * @param group the group
   * @param groupSize how many members it has, as far as it is known
   */
  public BatchCalls(
      CallPipeline pipeline,
      CallOptions options,
      BatchKind<S> kind,
      GroupId group,
      long groupSize) {
    this.pipeline = pipeline;
    this.options = options;
    this.kind = kind;
    this.group = group;
    this.look = new GroupLook(pipeline.driver(), group, groupSize);
  }

  /**
   * The most members of a request.
   *
   * @param pipeline the way to the driver
   * @return 1 where the service has no requests for several members
   */
  public static int largest(CallPipeline pipeline) {
    ServiceTraits traits = pipeline.driver().traits();
    return pipeline.driver() instanceof WritesInBatches ? traits.membersPerWrite() : 1;
  }

  /**
   * What became of members so far.
   *
   * @return of all of them when {@link #make} has returned
   */
  public BatchAccount<S> account() {
    return account;
  }

  /**
   * Makes the calls.
   *
   * @param members different members
   */
  public void make(List<MemberId> members) {
    List<MemberId> sendable = members.stream().filter(this::passesTheRules).toList();
    int most = largest(pipeline);
    for (int from = 0; from < sendable.size(); from += most) {
      parts.add(BatchPart.of(sendable.subList(from, Math.min(from + most, sendable.size()))));
    }
    for (BatchPart part = parts.poll(); part != null; part = parts.poll()) {
      write(part);
    }
  }

  /** One id that breaks a rule is no reason to refuse the others. */
  private boolean passesTheRules(MemberId member) {
    try {
      pipeline.check(kind.method(), CallSubject.of(kind.operation(), group, member));
      return true;
    } catch (RosterException refused) {
      account.failed(member, refused);
      return false;
    }
  }

  private void write(BatchPart part) {
    BatchWrite<S> write = new BatchWrite<>(kind, part, account, pipeline.failures(), look);
    CallSubject subject = CallSubject.of(kind.operation(), group, part.members());
    try {
      parts.addAll(pipeline.call(kind.method(), subject, options, write::run));
    } catch (RosterException failed) {
      RosterException known =
          part.lost() != null || part.partly()
              ? pipeline.failures().afterOpenRequest(kind.method(), failed)
              : failed;
      write.left().forEach(member -> account.failed(member, known));
    }
  }
}
