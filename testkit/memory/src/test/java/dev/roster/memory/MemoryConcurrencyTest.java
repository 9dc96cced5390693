package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryConcurrencyTest {

  private static final int THREADS = 8;
  private static final int GROUPS = 12;

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final ConcurrentMap<Integer, GroupId> groups = new ConcurrentHashMap<>();

  @Test
  void mixedOperationsOfEightThreadsKeepTheInvariants() throws Exception {
    assertInvariantsHoldAfter(2_000);
  }

  @Test
  @Tag("soak")
  void mixedOperationsOfEightThreadsKeepTheInvariantsForMinutes() throws Exception {
    assertInvariantsHoldAfter(2_000_000);
  }

  private void assertInvariantsHoldAfter(int rounds) throws Exception {
    IntStream.range(0, GROUPS).forEach(slot -> groups.put(slot, store.addGroup()));
    Map<UserId, Map<GroupId, MembershipId>> acknowledged = new HashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<MixedOperations> work =
          IntStream.range(0, THREADS)
              .mapToObj(thread -> new MixedOperations(store, groups, thread, rounds))
              .toList();
      for (Future<Map<UserId, Map<GroupId, MembershipId>>> done : threads.invokeAll(work)) {
        acknowledged.putAll(done.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(store.users().ids()).isEqualTo(acknowledged.keySet());
    assertThat(store.groups().ids()).containsExactlyInAnyOrderElementsOf(groups.values());
    assertNothingIsTwiceOrOrphaned();
    assertAcknowledgedWritesAreThere(acknowledged);
  }

  private void assertNothingIsTwiceOrOrphaned() {
    List<Membership> all = store.snapshot().memberships();
    assertThat(all)
        .as("the mix ends with memberships")
        .isNotEmpty()
        .hasSize(store.membershipCount());
    assertThat(all)
        .extracting(each -> List.of(each.groupId(), each.memberId()))
        .doesNotHaveDuplicates();
    List<Membership> byGroup = new ArrayList<>();
    store
        .groups()
        .ids()
        .forEach(g -> byGroup.addAll(ListingWalk.all(page -> store.listMemberships(g, page))));
    List<Membership> byUser = new ArrayList<>();
    store
        .users()
        .ids()
        .forEach(
            u -> byUser.addAll(ListingWalk.all(page -> store.listMembershipsForMember(u, page))));
    assertThat(byGroup).containsExactlyInAnyOrderElementsOf(all);
    assertThat(byUser).containsExactlyInAnyOrderElementsOf(all);
  }

  private void assertAcknowledgedWritesAreThere(
      Map<UserId, Map<GroupId, MembershipId>> acknowledged) {
    Set<GroupId> left = store.groups().ids();
    List<MembershipId> expected = new ArrayList<>();
    acknowledged
        .values()
        .forEach(
            own ->
                own.forEach(
                    (group, membership) -> {
                      if (left.contains(group)) {
                        expected.add(membership);
                      }
                    }));
    assertThat(store.snapshot().memberships())
        .extracting(Membership::membershipId)
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
