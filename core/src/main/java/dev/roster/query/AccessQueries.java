package dev.roster.query;

import dev.roster.CallOptions;
import dev.roster.CallPriority;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.ThreadContext;
import dev.roster.internal.concurrent.Concurrency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Asks about many members and many groups, several calls at a time. Immutable and thread-safe; it
 * has nothing to close.
 *
 * <pre>{@code
 * AccessQueries queries = AccessQueries.of(client);
 * AccessPlan plan = queries.plan(users, groups, ListingSizes.unknown());
 * System.out.println(plan.expectedCalls() + " calls");
 * AccessMatrix access = queries.ask(plan);
 * System.out.println(access.isMember(users.get(0), groups.get(0)));
 * }</pre>
 *
 * <p>Every method blocks until the whole result is there. The first call that fails, in spite of
 * its retries, ends the others, and its {@link dev.roster.RosterException} is thrown: there are no
 * half results. An interrupt ends all calls; they fail with {@link dev.roster.ErrorCode#CANCELLED}.
 */
public final class AccessQueries {

  /** How many calls are under way at the same time unless set otherwise. */
  public static final int DEFAULT_CONCURRENCY = 8;

  private final RosterClient client;
  private final Concurrency concurrency;

  private AccessQueries(RosterClient client, Concurrency concurrency) {
    this.client = client;
    this.concurrency = concurrency;
  }

  /**
   * Questions to one client, at {@link CallPriority#BULK}: where calls have to wait, others of the
   * client pass them.
   *
   * @param client stays the caller's to close; its other options, such as the deadline of a call,
   *     count for each call, but for the page size: listings are read whole, in the fewest calls
   * @return questions with {@link #DEFAULT_CONCURRENCY}
   */
  public static AccessQueries of(RosterClient client) {
    CallOptions patient =
        client.options().withPriority(CallPriority.BULK).withPageSize(Integer.MAX_VALUE);
    return new AccessQueries(
        client.with(patient),
        Concurrency.ownThreads("roster-query", DEFAULT_CONCURRENCY)
            .within(work -> ThreadContext.of(client).around(work)));
  }

  /**
   * The same questions with another number of calls at a time. The client's rate limiter holds them
   * back in any case, so more than a few make no difference under a limit.
   *
   * @param calls 1 or more
   * @return new questions
   * @throws IllegalArgumentException if the number is less than 1
   */
  public AccessQueries withConcurrency(int calls) {
    return new AccessQueries(client, concurrency.withCalls(calls));
  }

  /**
   * The same questions on the threads of an application, for example so that the context of a trace
   * or of logging goes along. The calling thread makes calls as well, and the executor's threads
   * help it: as many as {@link #withConcurrency} allows, the calling thread included. So an
   * executor of few threads is enough, and so is the executor that the calling thread belongs to.
   * What an executor that rejects a thread throws is thrown to the caller when the other calls have
   * ended.
   *
   * @param executor never shut down, and not used after the result is there
   * @return new questions
   */
  public AccessQueries withExecutor(Executor executor) {
    return new AccessQueries(client, concurrency.on(executor));
  }

  /**
   * Plans the fewest calls for this client's service. Sends nothing.
   *
   * @param members the members; repeated ones count once
   * @param groups the groups; repeated ones count once
   * @param sizes how long the listings are
   * @return as {@link AccessPlan#of}
   */
  public AccessPlan plan(
      Collection<? extends MemberId> members, Collection<GroupId> groups, ListingSizes sizes) {
    return AccessPlan.of(members, groups, sizes.withTraits(client.traits()));
  }

  /**
   * Finds out which members are in which groups. It takes the calls that the plan expects; more or
   * fewer where its sizes are not true.
   *
   * @param plan what to list and what to ask
   * @return yes or no for every pair of the plan
   */
  public AccessMatrix ask(AccessPlan plan) {
    AccessResults results = new AccessResults(plan, client::canonicalId);
    run(calls(plan, results));
    return results.matrix();
  }

  private List<Runnable> calls(AccessPlan plan, AccessResults results) {
    List<Runnable> calls = new ArrayList<>();
    for (GroupId group : plan.groupsToList()) {
      calls.add(() -> results.listed(group, client.listMemberships(group)));
    }
    for (MemberId member : plan.membersToList()) {
      calls.add(() -> results.listed(member, client.listMembershipsForMember(member)));
    }
    for (MemberId member : plan.membersToAsk()) {
      calls.add(() -> results.checked(member, client.isMemberInGroups(member, plan.groupsLeft())));
    }
    return calls;
  }

  /**
   * Lists the memberships of several groups. All of them are held in memory; {@link
   * ListingSizes#callsToListGroups} says how many calls it takes.
   *
   * @param groups the groups; repeated ones are listed once
   * @return the memberships of each group, in the order given
   */
  public Map<GroupId, List<Membership>> listGroups(Collection<GroupId> groups) {
    return list(groups, client::listMemberships);
  }

  /**
   * Lists the memberships of several members. All of them are held in memory; {@link
   * ListingSizes#callsToListMembers} says how many calls it takes.
   *
   * @param members the members; repeated ones are listed once
   * @return the memberships of each member, in the order given
   */
  public Map<MemberId, List<Membership>> listMembers(Collection<? extends MemberId> members) {
    return list(members, client::listMembershipsForMember);
  }

  private <K> Map<K, List<Membership>> list(
      Collection<? extends K> keys, Function<K, Pager<Membership>> listing) {
    Map<K, List<Membership>> found = new ConcurrentHashMap<>();
    Set<K> distinct = new LinkedHashSet<>(keys);
    run(
        distinct.stream()
            .<Runnable>map(key -> () -> found.put(key, listing.apply(key).stream().toList()))
            .toList());
    return ordered(distinct, found);
  }

  private static <K> Map<K, List<Membership>> ordered(
      Set<K> distinct, Map<K, List<Membership>> found) {
    Map<K, List<Membership>> ordered = new LinkedHashMap<>();
    distinct.forEach(key -> ordered.put(key, found.getOrDefault(key, List.of())));
    return Collections.unmodifiableMap(ordered);
  }

  private void run(List<Runnable> calls) {
    concurrency.run(calls);
  }

  @Override
  public String toString() {
    return "AccessQueries[%s, concurrency=%d, %s]"
        .formatted(client, concurrency.calls(), client.options());
  }
}
