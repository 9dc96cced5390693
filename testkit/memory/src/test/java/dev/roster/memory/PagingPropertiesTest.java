package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PagingPropertiesTest {

  private static final int SEEDS = 25;
  private static final int ITEMS = 60;
  private static final int MOST_CHANGES = 200;

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final GroupId group = store.addGroup();
  private final UserId user = store.addUser();

  /** The listings of a store, each with how to insert into it and delete from it. */
  private enum Listing {
    USERS {
      @Override
      Object insert(PagingPropertiesTest test) {
        return test.store.addUser();
      }

      @Override
      void delete(PagingPropertiesTest test, Object item) {
        test.store.users().delete((UserId) item);
      }

      @Override
      RawPage<Object> page(PagingPropertiesTest test, PageRequest page) {
        return map(test.store.users().list(AttributeFilter.all(), page), MemoryEntity::id);
      }
    },
    GROUPS {
      @Override
      Object insert(PagingPropertiesTest test) {
        return test.store.addGroup();
      }

      @Override
      void delete(PagingPropertiesTest test, Object item) {
        test.store.groups().delete((GroupId) item);
      }

      @Override
      RawPage<Object> page(PagingPropertiesTest test, PageRequest page) {
        return map(test.store.groups().list(AttributeFilter.all(), page), MemoryEntity::id);
      }
    },
    MEMBERSHIPS {
      @Override
      Object insert(PagingPropertiesTest test) {
        return test.store.createMembership(test.group, test.store.addUser());
      }

      @Override
      void delete(PagingPropertiesTest test, Object item) {
        test.store.deleteMembership(((Membership) item).membershipId());
      }

      @Override
      RawPage<Object> page(PagingPropertiesTest test, PageRequest page) {
        return map(test.store.listMemberships(test.group, page), each -> each);
      }
    },
    MEMBERSHIPS_FOR_MEMBER {
      @Override
      Object insert(PagingPropertiesTest test) {
        return test.store.createMembership(test.store.addGroup(), test.user);
      }

      @Override
      void delete(PagingPropertiesTest test, Object item) {
        test.store.groups().delete(((Membership) item).groupId());
      }

      @Override
      RawPage<Object> page(PagingPropertiesTest test, PageRequest page) {
        return map(test.store.listMembershipsForMember(test.user, page), each -> each);
      }
    };

    abstract Object insert(PagingPropertiesTest test);

    abstract void delete(PagingPropertiesTest test, Object item);

    abstract RawPage<Object> page(PagingPropertiesTest test, PageRequest page);

    private static <T> RawPage<Object> map(RawPage<T> page, Function<T, Object> rendering) {
      return RawPage.of(
          page.items().stream().map(rendering).toList(), page.nextToken().orElse(null));
    }
  }

  static Stream<Arguments> listingsAndSeeds() {
    return Stream.of(Listing.values())
        .flatMap(
            listing ->
                Stream.iterate(0, seed -> seed + 1)
                    .limit(SEEDS)
                    .map(seed -> Arguments.of(listing, seed)));
  }

  @ParameterizedTest
  @MethodSource("listingsAndSeeds")
  void whatExistsDuringAWholeListingIsSeenOnceAndNothingTwice(Listing listing, int seed) {
    assertWalk(listing, new Random(seed), () -> {});
  }

  @ParameterizedTest
  @MethodSource("listingsAndSeeds")
  void theSameHoldsWhereReadsLag(Listing listing, int seed) {
    store.readsLagBehind(Duration.ofSeconds(3));
    assertWalk(listing, new Random(seed), () -> time.advance(Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @MethodSource("listingsAndSeeds")
  void aTokenInWhichAnythingIsAlteredIsRefused(Listing listing, int seed) {
    Random random = new Random(seed);
    Stream.generate(() -> listing.insert(this)).limit(ITEMS).forEach(each -> {});
    String token = listing.page(this, PageRequest.first(5)).nextToken().orElseThrow();
    StringBuilder altered = new StringBuilder(token);
    int place = random.nextInt(token.length());
    altered.setCharAt(place, token.charAt(place) == 'q' ? 'Q' : 'q');

    assertThatExceptionOfType(MemoryStoreException.class)
        .as("%s for %s", altered, token)
        .isThrownBy(() -> listing.page(this, PageRequest.after(5, altered.toString())))
        .satisfies(
            refusal ->
                assertThat(refusal.description().code()).isEqualTo(ErrorCode.INVALID_PAGE_TOKEN));
  }

  private void assertWalk(Listing listing, Random random, Runnable timePasses) {
    Set<Object> there =
        new LinkedHashSet<>(Stream.generate(() -> listing.insert(this)).limit(ITEMS).toList());
    time.advance(Duration.ofSeconds(3));
    Set<Object> throughout = new LinkedHashSet<>(there);
    Set<Object> ever = new HashSet<>(there);
    int[] changes = {0};

    List<Object> seen =
        ListingWalk.of(
            page -> listing.page(this, page),
            () -> 1 + random.nextInt(10),
            () -> {
              for (int each = random.nextInt(6); each > 0 && changes[0]++ < MOST_CHANGES; each--) {
                change(listing, random, there, throughout, ever);
              }
              timePasses.run();
            });

    assertThat(seen).doesNotHaveDuplicates().containsAll(throughout);
    ever.add(listing == Listing.USERS ? user : group);
    assertThat(ever).containsAll(seen);
    assertThat(seen.stream().filter(throughout::contains)).containsExactlyElementsOf(throughout);
  }

  private void change(
      Listing listing, Random random, Set<Object> there, Set<Object> throughout, Set<Object> ever) {
    if (there.isEmpty() || random.nextBoolean()) {
      Object made = listing.insert(this);
      there.add(made);
      ever.add(made);
    } else {
      Object gone = List.copyOf(there).get(random.nextInt(there.size()));
      listing.delete(this, gone);
      there.remove(gone);
      throughout.remove(gone);
    }
  }
}
