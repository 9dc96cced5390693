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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryPagingTest {

  private static final int MEMBERS = 23;

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final GroupId group = store.addGroup();
  private final List<Membership> all =
      new ArrayList<>(IntStream.range(0, MEMBERS).mapToObj(each -> join()).toList());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 22, 23, 24, 100})
  void everyMembershipIsListedOnceInOrder(int size) {
    List<Membership> seen = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      RawPage<Membership> page = store.listMemberships(group, request(size, token));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
      seen.addAll(page.items());
      token = page.nextToken();
    } while (token.isPresent());

    assertThat(seen).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 22})
  void insertsAndDeletesBetweenPagesNeitherSkipNorRepeat(int size) {
    List<Membership> seen = new ArrayList<>();
    List<Membership> kept = new ArrayList<>(all);
    Optional<String> token = Optional.empty();
    do {
      RawPage<Membership> page = store.listMemberships(group, request(size, token));
      seen.addAll(page.items());
      token = page.nextToken();
      if (token.isPresent() && all.size() < 2 * MEMBERS) {
        all.add(join());
        kept.add(all.get(all.size() - 1));
        store.deleteMembership(kept.remove(seen.size() / 2).membershipId());
      }
    } while (token.isPresent());

    assertThat(seen).doesNotHaveDuplicates().containsAll(stillThere());
  }

  @Test
  void aPageGoesOnWhenTheItemThatItsTokenNamesIsGone() {
    RawPage<Membership> first = store.listMemberships(group, PageRequest.first(5));
    first.items().forEach(item -> store.deleteMembership(item.membershipId()));

    RawPage<Membership> second =
        store.listMemberships(group, PageRequest.after(5, first.nextToken().orElseThrow()));

    assertThat(second.items()).isEqualTo(all.subList(5, 10));
  }

  @Test
  void aTokenOfAnotherListingIsRefused() {
    GroupId other = store.addGroup();
    String token = tokenOfFirstPage();

    assertRefused(() -> store.listMemberships(other, PageRequest.after(5, token)));
    assertRefused(
        () ->
            store.listMembershipsForMember(
                (UserId) all.get(0).memberId(), PageRequest.after(5, token)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "not base64!"})
  void aTokenThatTheStoreDidNotMakeIsRefused(String token) {
    assertRefused(() -> store.listMemberships(group, PageRequest.after(5, token)));
  }

  @Test
  void aTokenIsOpaqueAndHasTheLengthThatServicesDocument() {
    assertThat(tokenOfFirstPage()).hasSize(24).matches("[A-Za-z0-9+/=]*");
  }

  private List<Membership> stillThere() {
    return store.listMemberships(group, PageRequest.first(100)).items();
  }

  private String tokenOfFirstPage() {
    return store.listMemberships(group, PageRequest.first(5)).nextToken().orElseThrow();
  }

  private Membership join() {
    return store.createMembership(group, store.addUser());
  }

  private static PageRequest request(int size, Optional<String> token) {
    return token.map(text -> PageRequest.after(size, text)).orElse(PageRequest.first(size));
  }

  private static void assertRefused(Runnable listing) {
    assertThatExceptionOfType(MemoryStoreException.class)
        .isThrownBy(listing::run)
        .satisfies(
            refusal ->
                assertThat(refusal.description().code()).isEqualTo(ErrorCode.INVALID_PAGE_TOKEN));
  }
}
