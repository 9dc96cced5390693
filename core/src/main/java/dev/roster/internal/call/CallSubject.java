package dev.roster.internal.call;

import dev.roster.CallInfo;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.IdRules;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.Reach;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a call is about.
 *
 * @param words for the message of an error; read only when there is one
 * @param ids lets rules check the identifiers that the call sends
 * @param identifiers names the identifiers to listeners that ask for them
 */
public record CallSubject(
    Supplier<String> words, Consumer<IdRules> ids, Consumer<CallInfo.Builder> identifiers) {

  /**
   * A subject that names no group, member or membership.
   *
   * @param words for the message of an error
   * @param ids lets rules check the identifiers that the call sends
   */
  public CallSubject(Supplier<String> words, Consumer<IdRules> ids) {
    this(words, ids, info -> {});
  }

  /**
   * A member in a group.
   *
   * @param operation sends the ids
   * @param group the group
   * @param member the member
   * @return what a call is about
   */
  public static CallSubject of(Operation operation, GroupId group, MemberId member) {
    Objects.requireNonNull(group, "group must not be null");
    Objects.requireNonNull(member, "member must not be null");
    return new CallSubject(
        () -> "member %s in group %s".formatted(member, group),
        rules -> {
          rules.check(operation, group);
          rules.check(operation, member);
        },
        info -> info.groupIds(List.of(group)).memberIds(List.of(member)));
  }

  /**
   * A membership.
   *
   * @param operation sends the id
   * @param membership the id
   * @return what a call is about
   */
  public static CallSubject of(Operation operation, MembershipId membership) {
    Objects.requireNonNull(membership, "membership must not be null");
    return new CallSubject(
        () -> "membership " + membership,
        rules -> rules.check(operation, membership),
        info -> info.membershipId(membership));
  }

  /**
   * A group.
   *
   * @param operation sends the id
   * @param group the group
   * @return what a call is about
   */
  public static CallSubject of(Operation operation, GroupId group) {
    Objects.requireNonNull(group, "group must not be null");
    return new CallSubject(
        () -> "group " + group,
        rules -> rules.check(operation, group),
        info -> info.groupIds(List.of(group)));
  }

  /**
   * A member.
   *
   * @param operation sends the id
   * @param member the member
   * @return what a call is about
   */
  public static CallSubject of(Operation operation, MemberId member) {
    Objects.requireNonNull(member, "member must not be null");
    return new CallSubject(
        () -> "member " + member,
        rules -> rules.check(operation, member),
        info -> info.memberIds(List.of(member)));
  }

  /**
   * Some members of a group.
   *
   * @param operation sends the ids
   * @param group the group
   * @param members the members, one or more
   * @return what a call is about
   */
  public static CallSubject of(Operation operation, GroupId group, List<MemberId> members) {
    if (members.size() == 1) {
      return of(operation, group, members.get(0));
    }
    return new CallSubject(
        () -> "%d members in group %s".formatted(members.size(), group),
        rules -> {
          rules.check(operation, group);
          members.forEach(member -> rules.check(operation, member));
        });
  }

  /**
   * A member and some groups.
   *
   * @param operation sends the ids
   * @param member the member
   * @param groups the groups
   * @return what a call is about
   */
  public static CallSubject of(Operation operation, MemberId member, List<GroupId> groups) {
    Objects.requireNonNull(member, "member must not be null");
    return new CallSubject(
        () -> "member %s in %d groups".formatted(member, groups.size()),
        rules -> {
          rules.check(operation, member);
          groups.forEach(group -> rules.check(operation, group));
        },
        info -> info.groupIds(groups).memberIds(List.of(member)));
  }

  /**
   * Whether a member is in a group.
   *
   * @param member the member
   * @param group the group
   * @return what a call is about
   */
  public static CallSubject ofCheck(MemberId member, GroupId group) {
    Objects.requireNonNull(group, "group must not be null");
    return of(Operation.IS_MEMBER_IN_GROUPS, member, List.of(group));
  }

  /**
   * A refusal of an identifier that misses its documented form is about that identifier: a name
   * given instead of an id must not pass for something that does not exist. A service that says it
   * is the membership which is missing has understood the identifiers.
   */
  RequestFailed explain(RequestFailed failed, IdRules documented) {
    ErrorDescription refusal = failed.description();
    boolean mayBeTheId =
        refusal.code() == ErrorCode.NOT_FOUND || refusal.code() == ErrorCode.INVALID_ARGUMENT;
    boolean saysOtherwise = refusal.missing() == Resource.MEMBERSHIP;
    if (!mayBeTheId || saysOtherwise || refusal.reach() != Reach.REFUSED) {
      return failed;
    }
    try {
      ids.accept(documented);
      return failed;
    } catch (InvalidInputException missed) {
      return failed.as(looksLikeAName(refusal, missed));
    }
  }

  private static ErrorDescription looksLikeAName(
      ErrorDescription refusal, InvalidInputException missed) {
    String words = refusal.message().map(said -> "; the service says: " + said).orElse("");
    return refusal.toBuilder()
        .code(ErrorCode.INVALID_ARGUMENT)
        .missing(Resource.UNSPECIFIED)
        .message(missed.getMessage() + ": this looks like a name, which is no id" + words)
        .build();
  }
}
