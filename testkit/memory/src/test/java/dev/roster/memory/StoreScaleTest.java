package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store of the size that services document as their limit. */
class StoreScaleTest {

  private static final int PAGE = 100;
  private static final LargeStore LARGE = new LargeStore(100_000, 1_000, 5);

  private final MemoryIdentityStore store = LARGE.store();

  @BeforeAll
  static void fill() {
    LARGE.fill();
  }

  @Test
  void itHoldsAll() {
    assertThat(store.users().count()).isEqualTo(100_000);
    assertThat(store.groups().count()).isEqualTo(1_000);
    assertThat(store.membershipCount()).isEqualTo(500_000);
  }

  @Test
  void aPageInTheMiddleTestsItsOwnUsersAndOneMore() {
    AtomicInteger tested = new AtomicInteger();
    AttributeFilter counted =
        AttributeFilter.matching("counted", any -> tested.incrementAndGet() > 0);
    RawPage<MemoryEntity<UserId>> page = store.users().list(counted, PageRequest.first(PAGE));
    for (int each = 1; each <= 500; each++) {
      page = next(counted, page);
    }
    tested.set(0);

    page = next(counted, page);

    assertThat(page.items()).hasSize(PAGE);
    assertThat(tested).hasValue(PAGE + 1);
  }

  @Test
  void everyMembershipOfAGroupIsListedOnce() {
    GroupId group = LARGE.groups().get(500);

    assertThat(ListingWalk.all(page -> store.listMemberships(group, page)))
        .hasSize(500)
        .doesNotHaveDuplicates()
        .allMatch(each -> each.groupId().equals(group));
  }

  @Test
  void everyUserIsListedOnce() {
    assertThat(ListingWalk.all(page -> store.users().list(AttributeFilter.all(), page)))
        .extracting(MemoryEntity::id)
        .hasSize(100_000)
        .doesNotHaveDuplicates();
  }

  @Test
  void aUserIsFoundByNameAndItsMembershipsByItself() {
    UserId user = store.users().find("userName", LargeStore.name(77_777));

    assertThat(user).isEqualTo(LARGE.users().get(77_777));
    assertThat(store.listMembershipsForMember(user, PageRequest.first(PAGE)).items()).hasSize(5);
  }

  private RawPage<MemoryEntity<UserId>> next(
      AttributeFilter filter, RawPage<MemoryEntity<UserId>> before) {
    return store.users().list(filter, PageRequest.after(PAGE, before.nextToken().orElseThrow()));
  }
}
