package dev.roster.examples.lines;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.BatchResponse;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.IdRules;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.ServiceTraits;
import dev.roster.spi.WritesInBatches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One method per wire operation: a request line, and what its response means. */
final class LineDriver
    implements MembershipDriver, ListsByGroup, ListsByMember, WritesInBatches, DirectoryDriver {

  static final String PROVIDER = "lines";

  private static final ServiceTraits TRAITS =
      ServiceTraits.builder()
          .largestPage(100)
          .groupsPerCheck(100)
          .membersPerWrite(20, false)
          .addingTells(true)
          .removingTells(true)
          .namesWhatIsMissing(EnumSet.allOf(Operation.class))
          .abortsBlockedAttempts(true)
          .build();

  private static final String NO_TOKEN = "-";

  private final IdentityStoreId store;
  private final LineService service;
  private final LineEntries<UserId, User> users;
  private final LineEntries<GroupId, Group> groups;

  LineDriver(LineService service) {
    this.store = service.store();
    this.service = service;
    this.users = LineEntries.users(service);
    this.groups = LineEntries.groups(service);
  }

  @Override
  public EntryDriver<UserId, User> users() {
    return users;
  }

  @Override
  public EntryDriver<GroupId, Group> groups() {
    return groups;
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
    Stream<String> words = groups.stream().map(GroupId::value);
    LineResponse response = send(attempt, "CHECK", member.value(), words);
    Map<GroupId, Boolean> verdicts = new HashMap<>();
    for (int at = 0; at < response.size(); at += 2) {
      verdicts.put(new GroupId(response.word(at)), response.yesOrNo(at + 1));
    }
    return verdicts;
  }

  @Override
  public BatchResponse addMembers(GroupId group, List<MemberId> members, AttemptContext attempt)
      throws IOException {
    return batch("JOIN-ALL", group, members, attempt);
  }

  @Override
  public BatchResponse removeMembers(GroupId group, List<MemberId> members, AttemptContext attempt)
      throws IOException {
    return batch("LEAVE-ALL", group, members, attempt);
  }

  private BatchResponse batch(
      String verb, GroupId group, List<MemberId> members, AttemptContext attempt)
      throws IOException {
    Stream<String> words = members.stream().map(MemberId::value);
    return results(send(attempt, verb, group.value(), words));
  }

  /** One subject, and those that it is asked with. */
  private LineResponse send(
      AttemptContext attempt, String verb, String subject, Stream<String> others)
      throws IOException {
    String[] words = Stream.concat(Stream.of(subject), others).toArray(String[]::new);
    return send(attempt, verb, words);
  }

  /** A member and what became of it, again and again. */
  private BatchResponse results(LineResponse response) throws UnreadableResponseException {
    BatchResponse.Builder results = BatchResponse.builder();
    for (int at = 0; at < response.size(); at += 2) {
      UserId member = new UserId(response.word(at));
      switch (response.word(at + 1)) {
        case "changed" -> results.done(member, BatchResponse.Effect.CHANGED);
        case "unchanged" -> results.done(member, BatchResponse.Effect.UNCHANGED);
        default -> results.failed(member, describe(response.refusal(at + 1)));
      }
    }
    return results.build();
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
    return service.send(attempt, verb, words);
  }
}
