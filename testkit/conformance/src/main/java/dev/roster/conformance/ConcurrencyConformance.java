package dev.roster.conformance;

import static dev.roster.Operation.CREATE_MEMBERSHIP;
import static dev.roster.Operation.DELETE_MEMBERSHIP;
import static dev.roster.Operation.FIND_MEMBERSHIP;
import static dev.roster.Operation.GET_MEMBERSHIP;
import static dev.roster.Operation.IS_MEMBER_IN_GROUPS;
import static dev.roster.Operation.LIST_MEMBERSHIPS;
import static dev.roster.Operation.LIST_MEMBERSHIPS_FOR_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AlreadyMemberException;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.NotFoundException;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import dev.roster.UserId;
import dev.roster.conformance.internal.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** One client serves many threads at once: right results, nothing twice, nothing left behind. */
public abstract non-sealed class ConcurrencyConformance extends ConformanceSuite {

  private static final int THREADS = 32;

  /** For subclasses, which have nothing to construct. */
  protected ConcurrencyConformance() {}

  /**
   * Threads that wait by a clock that they turn themselves leave no time to the one they wait for.
   */
  private RosterClient newClientInRealTime() throws Exception {
    return newClient(builder -> builder.timeSource(TimeSource.system()));
  }

  @Test
  void manyThreadsShareAClient() throws Exception {
    RosterClient client = newClientInRealTime();
    GroupId shared = harness().newGroup();
    List<Membership> kept = together(thread -> work(client, shared));
    requireMembers(client, shared, THREADS);
    assertThat(kept.stream().map(Membership::membershipId)).doesNotHaveDuplicates();
    expectRequestsOfWork(Scene.isThere(LIST_MEMBERSHIPS_FOR_MEMBER, client));
  }

  private Callable<Membership> work(RosterClient client, GroupId shared) {
    UserId user = harness().newUser();
    GroupId own = harness().newGroup();
    return () -> workThrough(client, shared, own, user);
  }

  private void expectRequestsOfWork(boolean listed) throws Exception {
    expectRequests(CREATE_MEMBERSHIP, 2 * THREADS);
    expectRequests(GET_MEMBERSHIP, THREADS);
    expectRequests(FIND_MEMBERSHIP, THREADS);
    expectRequests(IS_MEMBER_IN_GROUPS, traits().groupsPerCheck() == 1 ? 2 * THREADS : THREADS);
    expectRequests(LIST_MEMBERSHIPS_FOR_MEMBER, listed ? THREADS : 0);
    expectRequests(DELETE_MEMBERSHIP, THREADS);
  }

  private void requireMembers(RosterClient client, GroupId group, int members) throws Exception {
    if (Scene.isThere(LIST_MEMBERSHIPS, client)) {
      assertThat(client.listMemberships(group)).hasSize(members);
      expectPages(LIST_MEMBERSHIPS, members, Integer.MAX_VALUE);
    }
  }

  private static Membership workThrough(
      RosterClient client, GroupId shared, GroupId own, UserId user) {
    Membership kept = client.createMembership(shared, user);
    Membership passing = client.createMembership(own, user);
    assertThat(client.getMembership(kept.membershipId()).memberId()).isEqualTo(user);
    if (Scene.isThere(LIST_MEMBERSHIPS_FOR_MEMBER, client)) {
      assertThat(client.listMembershipsForMember(user)).hasSize(2);
    }
    client.deleteMembership(passing.membershipId());
    assertThat(client.findMembership(own, user)).isEmpty();
    assertThat(client.isMemberInGroups(user, List.of(shared, own)))
        .containsEntry(shared, true)
        .containsEntry(own, false);
    return kept;
  }

  @Test
  void oneOfManyCreatesSucceeds() throws Exception {
    assumeAddingTells();
    Scene scene = newScene();
    RosterClient client = newClientInRealTime();
    Runnable create = () -> scene.create(client);
    List<Boolean> made = together(thread -> () -> succeeds(AlreadyMemberException.class, create));
    assertThat(made).containsOnlyOnce(true);
    requireMembers(client, scene.group(), 2);
    expectRequests(CREATE_MEMBERSHIP, THREADS);
    expectRequests(FIND_MEMBERSHIP, 0, THREADS);
  }

  @Test
  void oneOfManyDeletesSucceeds() throws Exception {
    assumeRemovingTells();
    Scene scene = newScene();
    RosterClient client = newClientInRealTime();
    Runnable delete = () -> client.deleteMembership(scene.membershipId());
    List<Boolean> removed = together(thread -> () -> succeeds(NotFoundException.class, delete));
    assertThat(removed).containsOnlyOnce(true);
    expectRequests(DELETE_MEMBERSHIP, THREADS);
  }

  private static boolean succeeds(Class<? extends RosterException> otherwise, Runnable call) {
    try {
      call.run();
      return true;
    } catch (RosterException failure) {
      assertThat(failure).isInstanceOf(otherwise);
      return false;
    }
  }

  /** Makes a call on each of the threads, all released at once. */
  private static <T> List<T> together(IntFunction<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(THREADS);
      List<Future<T>> responses = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        responses.add(threads.submit(startedBy(start, calls.apply(thread))));
      }
      return all(responses);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Callable<T> startedBy(CountDownLatch start, Callable<T> call) {
    return () -> {
      start.countDown();
      start.await();
      return call.call();
    };
  }

  private static <T> List<T> all(List<Future<T>> responses)
      throws InterruptedException, ExecutionException {
    List<T> all = new ArrayList<>();
    for (Future<T> response : responses) {
      all.add(response.get());
    }
    return all;
  }
}
