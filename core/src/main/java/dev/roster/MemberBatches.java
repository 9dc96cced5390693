package dev.roster;

import dev.roster.internal.batch.BatchAccount;
import dev.roster.internal.batch.BatchCalls;
import dev.roster.internal.batch.BatchKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Adds or removes several members of one group, in as few requests as the service takes; one for
 * each member where it takes no more. Immutable and thread-safe. Bulk runs and reconciling use it;
 * for many members, they also make several calls at a time.
 *
 * <p>Each member has a result of its own, also where the service answers for all at once. A request
 * that the service refuses because of one of its members is made again for both halves, so that one
 * such member among 100 costs at most 14 more requests. Where the response to a request is lost,
 * what became of its members is read: from the group's listing or with one look-up for each,
 * whichever takes fewer requests. Each request is a call with a deadline of its own.
 *
 * <p>An error of the platform, such as one for want of memory, is no member's result: it ends the
 * work and is thrown. What was known before it reaches those who pass a listener of results.
 */
public final class MemberBatches {

  /** What is assumed of a group of which nothing is known: a few are very large. */
  private static final long ASSUMED_MEMBERS = 1_000;

  private final RosterClient client;
  private final Map<GroupId, Long> sizes;

  private MemberBatches(RosterClient client, Map<GroupId, Long> sizes) {
    this.client = client;
    this.sizes = sizes;
  }

  /**
   * Batches over a client.
   *
   * @param client stays the caller's to close; its options count for each request
   * @return batches that know no group's size
   */
  public static MemberBatches of(RosterClient client) {
    return new MemberBatches(Objects.requireNonNull(client, "client must not be null"), Map.of());
  }

  /**
   * The same with sizes of groups, by which it is decided how to read them. A wrong size costs
   * requests, and makes no result wrong.
   *
   * @param members how many members groups have, as far as it is known
   * @return new batches
   */
  public MemberBatches withGroupSizes(Map<GroupId, Long> members) {
    return new MemberBatches(client, Map.copyOf(members));
  }

  /**
   * The most members that one request changes.
   *
   * @return 1 or more
   */
  public int largest() {
    return BatchCalls.largest(client.pipeline);
  }

  /**
   * Makes sure that members are in a group.
   *
   * @param group the group
   * @param members any number of different members
   * @return a result for each, in the order given; unmodifiable
   * @throws IllegalArgumentException if a member is there twice; nothing was sent
   */
  public List<MemberResult<Presence>> ensureMembers(GroupId group, List<MemberId> members) {
    List<MemberResult<Presence>> all = new ArrayList<>();
    ensureMembers(group, members, all::addAll);
    return List.copyOf(all);
  }

  /**
   * The same for callers who must know the results even where an error of the platform ends the
   * work.
   *
   * @param group the group
   * @param members any number of different members
   * @param results gets one list when the work is over, whatever ends it: a result for each member,
   *     in the order given; where an error ends it, for those only of whom it is known what became
   *     of them. Unmodifiable
   * @throws IllegalArgumentException if a member is there twice; nothing was sent
   */
  public void ensureMembers(
      GroupId group, List<MemberId> members, Consumer<List<MemberResult<Presence>>> results) {
    make(
        group,
        members,
        BatchKind.ADDING,
        member -> client.ensureMember(group, member).presence(),
        results);
  }

  /**
   * Makes sure that members are not in a group.
   *
   * @param group the group
   * @param members any number of different members
   * @return a result for each, in the order given; unmodifiable
   * @throws IllegalArgumentException if a member is there twice; nothing was sent
   */
  public List<MemberResult<Absence>> ensureNotMembers(GroupId group, List<MemberId> members) {
    List<MemberResult<Absence>> all = new ArrayList<>();
    ensureNotMembers(group, members, all::addAll);
    return List.copyOf(all);
  }

  /**
   * The same for callers who must know the results even where an error of the platform ends the
   * work.
   *
   * @param group the group
   * @param members any number of different members
   * @param results gets one list when the work is over, whatever ends it: a result for each member,
   *     in the order given; where an error ends it, for those only of whom it is known what became
   *     of them. Unmodifiable
   * @throws IllegalArgumentException if a member is there twice; nothing was sent
   */
  public void ensureNotMembers(
      GroupId group, List<MemberId> members, Consumer<List<MemberResult<Absence>>> results) {
    make(
        group,
        members,
        BatchKind.REMOVING,
        member -> client.ensureNotMember(group, member),
        results);
  }

  private <S> void make(
      GroupId group,
      List<MemberId> given,
      BatchKind<S> kind,
      Function<MemberId, S> single,
      Consumer<List<MemberResult<S>>> results) {
    Objects.requireNonNull(group, "group must not be null");
    Objects.requireNonNull(results, "results must not be null");
    List<MemberId> members = List.copyOf(Objects.requireNonNull(given, "members must not be null"));
    if (members.stream().distinct().count() != members.size()) {
      throw new IllegalArgumentException("each member must be there once, but one is there twice");
    }
    if (largest() == 1) {
      oneByOne(members, single, results);
    } else {
      batched(
          members,
          new BatchCalls<>(client.pipeline, client.options(), kind, group, size(group)),
          results);
    }
  }

  private static <S> void oneByOne(
      List<MemberId> members,
      Function<MemberId, S> single,
      Consumer<List<MemberResult<S>>> results) {
    List<MemberResult<S>> known = new ArrayList<>();
    try {
      members.forEach(member -> known.add(result(member, single)));
    } finally {
      results.accept(List.copyOf(known));
    }
  }

  private static <S> void batched(
      List<MemberId> members, BatchCalls<S> calls, Consumer<List<MemberResult<S>>> results) {
    BatchAccount<S> account = calls.account();
    try {
      calls.make(members);
    } finally {
      results.accept(
          members.stream()
              .filter(member -> !account.isOpen(member))
              .map(member -> result(member, account))
              .toList());
    }
  }

  private long size(GroupId group) {
    return sizes.getOrDefault(group, ASSUMED_MEMBERS);
  }

  private static <S> MemberResult<S> result(MemberId member, Function<MemberId, S> single) {
    try {
      return MemberResult.done(member, single.apply(member));
    } catch (RosterException failure) {
      return MemberResult.failed(member, failure);
    }
  }

  private static <S> MemberResult<S> result(MemberId member, BatchAccount<S> account) {
    S status = account.status(member);
    return status == null
        ? MemberResult.failed(member, Objects.requireNonNull(account.error(member)))
        : MemberResult.done(member, status);
  }

  @Override
  public String toString() {
    return "MemberBatches[%s, %d members per request]".formatted(client, largest());
  }
}
