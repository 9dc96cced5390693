package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryConcurrencyTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 2_000;

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final List<GroupId> groups = Stream.generate(store::addGroup).limit(4).toList();
  private final List<UserId> users = Stream.generate(store::addUser).limit(10).toList();
  private final Set<MembershipId> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void mixedOperationsOfEightThreadsLeaveNoDuplicateAndLoseNoAcknowledgedWrite() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> work =
          IntStream.range(0, THREADS).<Callable<Integer>>mapToObj(seed -> () -> mix(seed)).toList();
      for (Future<Integer> done : threads.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(ROUNDS);
      }
    } finally {
      threads.shutdownNow();
    }

    List<Membership> byGroup =
        groups.stream()
            .flatMap(g -> store.listMemberships(g, PageRequest.first(100)).items().stream())
            .toList();
    List<Membership> byMember =
        users.stream()
            .flatMap(
                u -> store.listMembershipsForMember(u, PageRequest.first(100)).items().stream())
            .toList();
    assertThat(byGroup).extracting(Membership::membershipId).hasSameElementsAs(acknowledged);
    assertThat(byGroup).hasSize(store.membershipCount());
    assertThat(byMember).containsExactlyInAnyOrderElementsOf(byGroup);
    assertThat(byGroup)
        .extracting(each -> List.of(each.groupId(), each.memberId()))
        .doesNotHaveDuplicates();
  }

  private int mix(int seed) {
    Random random = new Random(seed);
    List<MembershipId> own = new ArrayList<>();
    int round = 0;
    for (; round < ROUNDS; round++) {
      if (own.isEmpty() || random.nextInt(3) > 0) {
        join(random, own);
      } else {
        MembershipId gone = own.remove(random.nextInt(own.size()));
        store.deleteMembership(gone);
        acknowledged.remove(gone);
      }
    }
    return round;
  }

  private void join(Random random, List<MembershipId> own) {
    GroupId group = groups.get(random.nextInt(groups.size()));
    UserId user = users.get(random.nextInt(users.size()));
    try {
      MembershipId made = store.createMembership(group, user).membershipId();
      acknowledged.add(made);
      own.add(made);
    } catch (MemoryStoreException alreadyThere) {
      assertThat(store.isMemberInGroups(user, List.of(group))).containsKey(group);
    }
  }
}
