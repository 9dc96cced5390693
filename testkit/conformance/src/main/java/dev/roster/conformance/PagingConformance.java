package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.ErrorCode;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Page;
import dev.roster.Pager;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.conformance.internal.scene.Listed;
import dev.roster.memory.FaultKind;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Listings are complete, lazy, and read no page more than needed. */
public abstract non-sealed class PagingConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected PagingConformance() {}

  @ParameterizedTest(name = "{0}, {2} in pages of {1}")
  @CsvSource({
    "GROUP, 1, 0",
    "GROUP, 1, 1",
    "GROUP, 2, 99",
    "GROUP, 3, 101",
    "GROUP, 7, 0",
    "GROUP, 7, 1",
    "GROUP, 7, 99",
    "GROUP, 7, 100",
    "GROUP, 7, 101",
    "GROUP, 7, 250",
    "GROUP, 99, 99",
    "GROUP, 99, 100",
    "GROUP, 99, 101",
    "GROUP, 99, 250",
    "GROUP, 100, 0",
    "GROUP, 100, 1",
    "GROUP, 100, 99",
    "GROUP, 100, 100",
    "GROUP, 100, 101",
    "GROUP, 100, 250",
    "MEMBER, 1, 0",
    "MEMBER, 1, 1",
    "MEMBER, 2, 99",
    "MEMBER, 3, 101",
    "MEMBER, 7, 100",
    "MEMBER, 99, 100",
    "MEMBER, 99, 250",
    "MEMBER, 100, 100",
    "MEMBER, 100, 101",
    "MEMBER, 100, 250"
  })
  void everyMembershipIsListedOnce(Listed.By by, int size, int count) throws Exception {
    Listed listed = newListed(by, count);
    Pager<Membership> pager = listed.pager(newClient()).withPageSize(size);
    assertThat(ids(pager)).containsExactlyInAnyOrderElementsOf(listed.ids());
    expectPages(listed.operation(), count, size);
  }

  /** A larger page than the service takes is cut to what it takes. */
  private int size(Listed listed, int wanted) throws Exception {
    return Math.min(wanted, traits().largestPage(listed.operation()));
  }

  /** What comes whole takes one request, however many pages the client makes of it. */
  private void expectRequestsForPages(Listed listed, int pages) throws Exception {
    expectRequests(listed.operation(), traits().isPaged(listed.operation()) ? pages : 1);
  }

  private void assumePaged(Listed.By by) throws Exception {
    assumeTrue(traits().isPaged(by.operation()), "the listing comes whole");
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aListedMembershipIsComplete(Listed.By by) throws Exception {
    Listed listed = newListed(by, 1);
    RosterClient client = newClient();
    Membership item = listed.pager(client).iterator().next();
    Membership read = client.getMembership(item.membershipId());
    assertThat(item.groupId()).isEqualTo(read.groupId());
    assertThat(item.memberId()).isEqualTo(read.memberId());
    assertThat(item.identityStoreId()).isEqualTo(client.identityStoreId());
    expectOneRequestEach(listed.operation(), Operation.GET_MEMBERSHIP);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void nothingIsSentBeforeAnItemIsAskedFor(Listed.By by) throws Exception {
    Listed listed = newListed(by, 3);
    Pager<Membership> pager = listed.pager(newClient()).withPageSize(2).withReadAhead();
    assertThat(pager.pages().iterator()).isNotNull();
    assertThat(pager.iterator()).isNotNull();
    assertThat(pager.stream().map(Membership::membershipId)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void noPageIsReadThatWasNotAskedFor(Listed.By by) throws Exception {
    Listed listed = newListed(by, 7);
    Iterator<Membership> items = listed.pager(newClient()).withPageSize(3).iterator();
    for (int item = 0; item < 3; item++) {
      items.next();
    }
    assertThat(harness().requests(listed.operation())).isEqualTo(1);
    items.next();
    expectRequestsForPages(listed, 2);
  }

  @ParameterizedTest(name = "{0}, {1} of 250 in pages of {2}")
  @CsvSource({
    "GROUP, 1, 100", "GROUP, 5, 100", "GROUP, 100, 100", "GROUP, 101, 100",
    "GROUP, 150, 100", "GROUP, 14, 7", "MEMBER, 5, 100", "MEMBER, 101, 100"
  })
  void aLimitEndsTheListing(Listed.By by, int limit, int size) throws Exception {
    Listed listed = newListed(by, 250);
    Pager<Membership> pager = listed.pager(newClient()).withPageSize(size).withLimit(limit);
    assertThat(ids(pager)).hasSize(limit).doesNotHaveDuplicates().isSubsetOf(listed.ids());
    int cut = size(listed, size);
    expectRequestsForPages(listed, (limit + cut - 1) / cut);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void readAheadFetchesExactlyTheNextPage(Listed.By by) throws Exception {
    Listed listed = newListed(by, 10);
    Pager<Membership> pager =
        listed.pager(newClient()).withPageSize(2).withReadAhead(Runnable::run);
    pager.pages().iterator().next();
    expectRequestsForPages(listed, 2);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void readAheadOnTheClientsThreadsChangesNoResponse(Listed.By by) throws Exception {
    Listed listed = newListed(by, 50);
    Pager<Membership> pager = listed.pager(newClient()).withPageSize(7).withReadAhead();
    assertThat(ids(pager)).containsExactlyInAnyOrderElementsOf(listed.ids());
    expectPages(listed.operation(), 50, 7);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void readAheadKeepsToTheLimit(Listed.By by) throws Exception {
    Listed listed = newListed(by, 10);
    Pager<Membership> pager =
        listed.pager(newClient()).withPageSize(2).withLimit(4).withReadAhead(Runnable::run);
    assertThat(ids(pager)).hasSize(4);
    expectRequestsForPages(listed, 2);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void anIteratorAtItsEndSaysSo(Listed.By by) throws Exception {
    Listed listed = newListed(by, 1);
    Iterator<Membership> items = listed.pager(newClient()).iterator();
    items.next();
    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    expectRequests(listed.operation(), 1);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aPageThatFailedCanBeAskedForAgain(Listed.By by) throws Exception {
    assumePaged(by);
    Listed listed = newListed(by, 4);
    inject(listed.operation(), 2, FaultKind.SERVER_ERROR);
    RetryPolicy once = RetryPolicy.defaults().withMaxAttempts(1);
    RosterClient client = newClient(builder -> builder.retryPolicy(once));
    Iterator<Page<Membership>> pages = listed.pager(client).withPageSize(3).pages().iterator();
    int before = pages.next().items().size();
    failureOf(ErrorCode.UNAVAILABLE, pages::next);
    assertThat(before + pages.next().items().size()).isEqualTo(4);
    expectRequests(listed.operation(), 3);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void anEmptyPageWithATokenGoesOn(Listed.By by) throws Exception {
    Listed listed = newListed(by, 3);
    inject(listed.operation(), 1, FaultKind.PAGE_EMPTY);
    assertThat(ids(listed.pager(newClient()))).containsExactlyInAnyOrderElementsOf(listed.ids());
    expectRequests(listed.operation(), 2);
  }

  private static List<MembershipId> ids(Pager<Membership> pager) {
    return pager.stream().map(Membership::membershipId).toList();
  }
}
