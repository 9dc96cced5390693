package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Page;
import dev.roster.PageToken;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.conformance.internal.scene.Listed;
import dev.roster.memory.FaultKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page token resumes its own listing anywhere, and is refused by every other. */
public abstract non-sealed class PageTokenConformance extends ConformanceSuite {

  private static final int COUNT = 10;
  private static final int SIZE = 3;

  /** For subclasses, which have nothing to construct. */
  protected PageTokenConformance() {}

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aTokenResumesInAnotherClient(Listed.By by) throws Exception {
    Listed listed = newListed(by, COUNT);
    Page<Membership> first = firstPage(listed.pager(newClient()));
    Pager<Membership> rest = listed.pager(newClient()).startingAt(asText(first));
    List<MembershipId> all = new ArrayList<>(ids(first.items().iterator()));
    all.addAll(ids(rest.withPageSize(SIZE).iterator()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(listed.ids());
    expectRequests(listed.operation(), traits().isPaged(by.operation()) ? 4 : 2);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aTokenOfALimitedListingResumesWhereTheLimitWas(Listed.By by) throws Exception {
    Listed listed = newListed(by, COUNT);
    RosterClient client = newClient();
    Iterator<Page<Membership>> limited =
        listed.pager(client).withPageSize(SIZE).withLimit(SIZE + 1).pages().iterator();
    List<MembershipId> all = new ArrayList<>(ids(limited.next().items().iterator()));
    Page<Membership> last = limited.next();
    all.addAll(ids(last.items().iterator()));
    assertThat(limited.hasNext()).isFalse();
    all.addAll(ids(listed.pager(client).startingAt(asText(last)).iterator()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(listed.ids());
    expectRequests(listed.operation(), traits().isPaged(by.operation()) ? 3 : 2, 4);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aTokenIsRefusedByAnotherQuery(Listed.By by) throws Exception {
    Listed listed = newListed(by, COUNT);
    Pager<Membership> other = newListed(by, COUNT).pager(newClient());
    PageToken token = asText(firstPage(listed.pager(newClient())));
    failureOf(ErrorCode.INVALID_PAGE_TOKEN, () -> other.startingAt(token));
    expectRequests(listed.operation(), 1);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aTokenIsRefusedByAnotherStore(Listed.By by) throws Exception {
    Listed listed = newListed(by, COUNT);
    RosterClient elsewhere = newClient(harness().openDriverOfAnotherStore(), builder -> builder);
    PageToken token = asText(firstPage(listed.pager(newClient())));
    Pager<Membership> other = listed.pager(elsewhere);
    failureOf(ErrorCode.INVALID_PAGE_TOKEN, () -> other.startingAt(token));
    expectRequests(listed.operation(), 1);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aDamagedTokenIsRefused(Listed.By by) throws Exception {
    Listed listed = newListed(by, COUNT);
    Pager<Membership> pager = listed.pager(newClient());
    String token = asText(firstPage(pager)).value();
    PageToken damaged = new PageToken(token.substring(0, token.length() - 1));
    failureOf(ErrorCode.INVALID_PAGE_TOKEN, () -> pager.startingAt(damaged));
    expectRequests(listed.operation(), 1);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aTokenThatTheServiceForgotIsRefused(Listed.By by) throws Exception {
    Listed listed = newListed(by, COUNT);
    inject(listed.operation(), 2, FaultKind.PAGE_TOKEN_EXPIRED);
    Iterator<Page<Membership>> pages = pages(listed);
    pages.next();
    failureOf(ErrorCode.INVALID_PAGE_TOKEN, pages::next);
    expectRequests(listed.operation(), 2);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aRepeatedTokenEndsTheListing(Listed.By by) throws Exception {
    Listed listed = newListed(by, COUNT);
    inject(listed.operation(), 2, FaultKind.PAGE_TOKEN_REPEATED);
    Iterator<Page<Membership>> pages = pages(listed);
    pages.next();
    failureOf(ErrorCode.INVALID_RESPONSE, pages::next);
    expectRequests(listed.operation(), 2);
  }

  @ParameterizedTest
  @EnumSource(Listed.By.class)
  void aCircleOfTokensEndsTheListing(Listed.By by) throws Exception {
    Listed listed = newListed(by, COUNT);
    int circle = 2;
    for (int round = 1; round <= COUNT; round++) {
      inject(listed.operation(), 1 + circle * round, FaultKind.PAGE_TOKENS_LOOPED);
    }
    Iterator<Page<Membership>> pages = pages(listed);
    failureOf(ErrorCode.INVALID_RESPONSE, () -> pages.forEachRemaining(page -> {}));
    expectRequests(listed.operation(), 1 + circle, COUNT);
  }

  private Iterator<Page<Membership>> pages(Listed listed) throws Exception {
    return listed.pager(newClient()).withPageSize(SIZE).pages().iterator();
  }

  private static Page<Membership> firstPage(Pager<Membership> pager) {
    return pager.withPageSize(SIZE).pages().iterator().next();
  }

  /** A token as another process gets it. */
  private static PageToken asText(Page<Membership> page) {
    return new PageToken(page.next().orElseThrow().value());
  }

  private static List<MembershipId> ids(Iterator<Membership> items) {
    List<MembershipId> ids = new ArrayList<>();
    items.forEachRemaining(item -> ids.add(item.membershipId()));
    return ids;
  }
}
