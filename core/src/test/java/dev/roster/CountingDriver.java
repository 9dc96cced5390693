package dev.roster;

import dev.roster.spi.AttemptContext;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import dev.roster.spi.WithoutMemberships;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Has a group of any size, whose members are numbered, and keeps none of them. Counts the pages
 * that are asked for. A group is as large as its id says.
 */
final class CountingDriver extends WithoutMemberships implements ListsByGroup {

  /** What happens before a page is returned. */
  interface Hook {
    void beforePage(long firstMember, AttemptContext attempt) throws Exception;
  }

  private final AtomicInteger pages = new AtomicInteger();
  private volatile Hook hook = (first, attempt) -> {};

  static GroupId groupOf(long members) {
    return new GroupId(Long.toString(members));
  }

  CountingDriver withHook(Hook chosen) {
    hook = chosen;
    return this;
  }

  int pages() {
    return pages.get();
  }

  @Override
  public RawPage<Membership> listMemberships(
      GroupId group, PageRequest page, AttemptContext attempt) throws Exception {
    pages.incrementAndGet();
    long from = page.token().map(Long::parseLong).orElse(0L);
    hook.beforePage(from, attempt);
    long size = Long.parseLong(group.value());
    long to = from + Math.min(size - from, page.size());
    List<Membership> members =
        LongStream.range(from, to).mapToObj(number -> membership(group, number)).toList();
    return RawPage.of(members, to < size ? Long.toString(to) : null);
  }

  private Membership membership(GroupId group, long number) {
    return new Membership(
        identityStoreId(), group, new UserId("u-" + number), new MembershipId("m-" + number));
  }

  @Override
  public String provider() {
    return "counting";
  }

  @Override
  public ErrorDescription describe(Throwable failure) {
    return ErrorDescription.of(ErrorCode.ACCESS_DENIED, Reach.REFUSED);
  }
}
