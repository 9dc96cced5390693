package dev.roster.examples.lines;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.IdRules;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.ServiceTraits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One method per wire operation: a request line, and what its response means. */
final class LineDriver implements MembershipDriver, ListsByGroup, ListsByMember {

  static final String PROVIDER = "lines";

  private static final ServiceTraits TRAITS =
      ServiceTraits.builder()
          .largestPage(100)
          .groupsPerCheck(100)
          .addingTells(true)
          .removingTells(true)
          .namesWhatIsMissing(EnumSet.allOf(Operation.class))
          .abortsBlockedAttempts(true)
          .build();

  private static final String NO_TOKEN = "-";

  private final IdentityStoreId store;
  private final LineExchange exchange;

  LineDriver(IdentityStoreId store, InetSocketAddress service) {
    this.store = store;
    this.exchange = new LineExchange(service);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public IdentityStoreId identityStoreId() {
    return store;
  }

  @Override
  public ServiceTraits traits() {
    return TRAITS;
  }

  @Override
  public IdRules idRules() {
    return LineIdRules.INSTANCE;
  }

  @Override
  public Membership createMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws IOException {
    LineResponse response = send(attempt, "JOIN", group.value(), member.value());
    return new Membership(store, group, member, new MembershipId(response.word(0)));
  }

  @Override
  public void deleteMembership(MembershipId membership, AttemptContext attempt) throws IOException {
    send(attempt, "LEAVE", membership.value());
  }

  @Override
  public Membership getMembership(MembershipId membership, AttemptContext attempt)
      throws IOException {
    return membership(send(attempt, "SHOW", membership.value()), 0);
  }

  @Override
  public Membership findMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws IOException {
    LineResponse response = send(attempt, "FIND", group.value(), member.value());
    return new Membership(store, group, member, new MembershipId(response.word(0)));
  }

  @Override
  public RawPage<Membership> listMemberships(
      GroupId group, PageRequest page, AttemptContext attempt) throws IOException {
    return page("MEMBERS", group.value(), page, attempt);
  }

  @Override
  public RawPage<Membership> listMembershipsForMember(
      MemberId member, PageRequest page, AttemptContext attempt) throws IOException {
    return page("GROUPS", member.value(), page, attempt);
  }

  @Override
  public Map<GroupId, Boolean> isMemberInGroups(
      MemberId member, List<GroupId> groups, AttemptContext attempt) throws IOException {
    List<String> words = new ArrayList<>(List.of(member.value()));
    groups.forEach(group -> words.add(group.value()));
    LineResponse response = send(attempt, "CHECK", words.toArray(String[]::new));
    Map<GroupId, Boolean> answers = new HashMap<>();
    for (int at = 0; at < response.size(); at += 2) {
      answers.put(new GroupId(response.word(at)), response.yesOrNo(at + 1));
    }
    return answers;
  }

  @Override
  public ErrorDescription describe(Throwable failure) {
    return LineFailures.describe(failure);
  }

  /** A connection serves one request, so there is nothing to keep and nothing to close. */
  @Override
  public void close() {}

  private RawPage<Membership> page(
      String verb, String subject, PageRequest page, AttemptContext attempt) throws IOException {
    String token = page.token().orElse(NO_TOKEN);
    LineResponse response = send(attempt, verb, subject, String.valueOf(page.size()), token);
    List<Membership> items = new ArrayList<>();
    for (int at = 1; at < response.size(); at += 3) {
      items.add(membership(response, at));
    }
    String next = response.word(0);
    return RawPage.of(items, next.equals(NO_TOKEN) ? null : next);
  }

  private Membership membership(LineResponse response, int at) throws UnreadableResponseException {
    return new Membership(
        store,
        new GroupId(response.word(at + 1)),
        new UserId(response.word(at + 2)),
        new MembershipId(response.word(at)));
  }

  private LineResponse send(AttemptContext attempt, String verb, String... words)
      throws IOException {
    String line = verb + '\t' + store.value() + '\t' + String.join("\t", words);
    LineResponse response = LineResponse.parse(exchange.send(line, attempt));
    attempt.requestId(response.requestId());
    return response.orRefusal();
  }
}
