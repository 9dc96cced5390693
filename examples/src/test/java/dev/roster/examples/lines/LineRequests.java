package dev.roster.examples.lines;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMembershipDriver;
import dev.roster.memory.MemoryMemberships;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.BatchResponse;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the service does for each request line, by the driver of the store behind it. */
final class LineRequests {

  private final MemoryIdentityStore store;
  private final MemoryMembershipDriver state;
  private final LineEntryRequests<UserId, User> users;
  private final LineEntryRequests<GroupId, Group> groups;

  LineRequests(MemoryIdentityStore store) {
    this.store = store;
    this.state = MemoryMemberships.driver(store);
    this.users =
        new LineEntryRequests<>(
            state.users(),
            UserId::new,
            LookupKey::userName,
            UserFields.USER_NAME,
            UserFields.DISPLAY_NAME);
    this.groups =
        new LineEntryRequests<>(
            state.groups(),
            GroupId::new,
            LookupKey::groupName,
            GroupFields.DISPLAY_NAME,
            GroupFields.DESCRIPTION);
  }

  /** The words of the response, each after a tab. */
  String answer(String request) throws InterruptedException {
    List<String> words = Arrays.asList(request.split("\t", -1));
    if (!words.get(1).equals(store.identityStoreId().value())) {
      throw MemoryStoreException.notFound(Resource.IDENTITY_STORE, words.get(1));
    }
    try {
      return answer(words.get(0), words.subList(2, words.size()));
    } catch (MemoryStoreException | InterruptedException known) {
      throw known;
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private String answer(String verb, List<String> words) throws Exception {
    AttemptContext attempt = new Unlimited();
    if (verb.startsWith("USER-")) {
      return users.answer(verb.substring("USER-".length()), words, attempt);
    }
    if (verb.startsWith("GROUP-")) {
      return groups.answer(verb.substring("GROUP-".length()), words, attempt);
    }
    return membership(verb, words, attempt);
  }

  private String membership(String verb, List<String> words, AttemptContext attempt)
      throws Exception {
    return switch (verb) {
      case "JOIN" -> id(state.createMembership(group(words), user(words.get(1)), attempt));
      case "FIND" -> id(state.findMembership(group(words), user(words.get(1)), attempt));
      case "SHOW" -> all(state.getMembership(membership(words), attempt));
      case "MEMBERS" -> page(state.listMemberships(group(words), asked(words), attempt));
      case "GROUPS" ->
          page(state.listMembershipsForMember(user(words.get(0)), asked(words), attempt));
      case "CHECK" -> answers(state.isMemberInGroups(user(words.get(0)), groups(words), attempt));
      case "JOIN-ALL" -> {
        List<MemberId> members = users(words);
        yield results(members, state.addMembers(group(words), members, attempt));
      }
      case "LEAVE-ALL" -> {
        List<MemberId> members = users(words);
        yield results(members, state.removeMembers(group(words), members, attempt));
      }
      case "LEAVE" -> {
        state.deleteMembership(membership(words), attempt);
        yield "";
      }
      default -> throw new IllegalArgumentException("unknown request " + verb);
    };
  }

  private static GroupId group(List<String> words) {
    return new GroupId(words.get(0));
  }

  private static MemberId user(String word) {
    return new UserId(word);
  }

  private static MembershipId membership(List<String> words) {
    return new MembershipId(words.get(0));
  }

  private static List<GroupId> groups(List<String> words) {
    return words.stream().skip(1).map(GroupId::new).toList();
  }

  private static List<MemberId> users(List<String> words) {
    return words.stream().skip(1).map(LineRequests::user).toList();
  }

  private static String results(List<MemberId> members, BatchResponse response) {
    return members.stream()
        .map(member -> "\t" + member.value() + "\t" + result(response, member))
        .collect(Collectors.joining());
  }

  private static String result(BatchResponse response, MemberId member) {
    return response
        .failure(member)
        .map(LineRequests::word)
        .orElseGet(
            () ->
                response.effect(member).orElseThrow() == BatchResponse.Effect.CHANGED
                    ? "changed"
                    : "unchanged");
  }

  private static PageRequest asked(List<String> words) {
    int size = Integer.parseInt(words.get(1));
    String token = words.get(2);
    return token.equals("-") ? PageRequest.first(size) : PageRequest.after(size, token);
  }

  private static String id(Membership membership) {
    return "\t" + membership.membershipId();
  }

  private static String all(Membership membership) {
    return id(membership) + "\t" + membership.groupId() + "\t" + membership.memberId().value();
  }

  private static String page(RawPage<Membership> page) {
    return "\t"
        + page.nextToken().orElse("-")
        + page.items().stream().map(LineRequests::all).collect(Collectors.joining());
  }

  private static String answers(Map<GroupId, Boolean> answers) {
    return answers.entrySet().stream()
        .map(each -> "\t" + each.getKey() + (each.getValue() ? "\tyes" : "\tno"))
        .collect(Collectors.joining());
  }

  /** How the service spells a refusal, with the seconds to wait where there are any. */
  static String code(MemoryStoreException refusal) {
    ErrorDescription description = refusal.description();
    return word(description) + description.retryAfter().map(LineRequests::seconds).orElse("");
  }

  private static String word(ErrorDescription refusal) {
    return switch (refusal.code()) {
      case NOT_FOUND -> missing(refusal.missing());
      case ALREADY_MEMBER -> "already-member";
      case ALREADY_EXISTS -> "name-taken";
      case CONFLICT -> "conflict";
      case CONCURRENT_MODIFICATION -> "changing";
      case THROTTLED -> "slow-down";
      case ACCESS_DENIED -> "denied";
      case QUOTA_EXCEEDED -> "full";
      case INVALID_PAGE_TOKEN -> "bad-token";
      case INVALID_ARGUMENT -> "bad-request";
      default -> "broken";
    };
  }

  private static String missing(Resource resource) {
    return switch (resource) {
      case GROUP -> "no-such-group";
      case MEMBER -> "no-such-user";
      case MEMBERSHIP -> "no-such-membership";
      default -> "no-such-store";
    };
  }

  private static String seconds(Duration wait) {
    return "\t" + wait.toSeconds();
  }

  /** The service itself never times out. */
  private static final class Unlimited implements AttemptContext {

    @Override
    public Duration timeLeft() {
      return Duration.ofDays(1);
    }

    @Override
    public void onAbort(Runnable abort) {}

    @Override
    public void requestId(String requestId) {}
  }
}
