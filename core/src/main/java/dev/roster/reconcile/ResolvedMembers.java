package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.KnownNames;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.internal.source.EntryReference;
import dev.roster.internal.source.NameMatches;
import dev.roster.internal.source.NameTwins;
import dev.roster.query.Resolution;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be in which group by identifiers, and which names of the source have none. Made by
 * {@link MemberResolver}. Immutable.
 */
public final class ResolvedMembers {

  private final DesiredMembers desired;
  private final NameMatches<GroupId, Group> groups;
  private final NameMatches<UserId, User> users;
  private final NameTwins twins = new NameTwins();
  private final Map<GroupId, Set<UserId>> byGroup = new LinkedHashMap<>();

  ResolvedMembers(
      DesiredMembers desired,
      Resolution<GroupId, Group> groups,
      Resolution<UserId, User> users,
      UnaryOperator<String> canonicalId) {
    this.desired = desired;
    this.groups = new NameMatches<>(groups);
    this.users = new NameMatches<>(users);
    Map<String, GroupId> spelt = new HashMap<>();
    desired
        .groups()
        .forEach(
            (reference, line) -> {
              GroupId group = this.groups.id(reference, line);
              add(group == null ? null : spelt(group, spelt, canonicalId), reference);
            });
  }

  /** Two spellings are one group: each would remove the members of the other. */
  private static GroupId spelt(
      GroupId group, Map<String, GroupId> spelt, UnaryOperator<String> canonicalId) {
    return spelt.computeIfAbsent(canonicalId.apply(group.value()), first -> group);
  }

  private void add(@Nullable GroupId group, EntryReference<GroupId, Group> reference) {
    Set<UserId> ids =
        group == null
            ? new LinkedHashSet<>()
            : byGroup.computeIfAbsent(group, first -> new LinkedHashSet<>());
    desired
        .members()
        .getOrDefault(reference, Map.of())
        .forEach(
            (member, line) -> {
              twins.add(member.key(), line);
              UserId id = users.id(member, line);
              if (id != null) {
                ids.add(id);
              }
            });
  }

  /** {@return what the source says} */
  public DesiredMembers desired() {
    return desired;
  }

  /**
   * The members by group, as {@link Reconciler#plan(ReconcileMode, Map)} takes them. A group whose
   * name was not found is not in it, nor is a member whose name was not.
   *
   * @return unmodifiable, in the order of the source
   */
  public Map<GroupId, Set<UserId>> byGroup() {
    return Collections.unmodifiableMap(byGroup);
  }

  /**
   * The names that the source itself gives, for those who review a plan. They cost no call.
   *
   * @return the group names and user names that were found
   */
  public KnownNames names() {
    return KnownNames.none()
        .withGroups(groups.named((id, name) -> Group.of(id, GroupFields.named(name))))
        .withUsers(users.named((id, name) -> User.of(id, UserFields.named(name))));
  }

  /** {@return the keys of groups that none in the store has; unmodifiable} */
  public Set<LookupKey<Group>> unmatchedGroups() {
    return groups.unmatched().keySet();
  }

  /** {@return the keys of users that none in the store has; unmodifiable} */
  public Set<LookupKey<User>> unmatchedUsers() {
    return users.unmatched().keySet();
  }

  /** {@return the keys that several groups have; unmodifiable} */
  public Set<LookupKey<Group>> ambiguousGroups() {
    return groups.ambiguous().keySet();
  }

  /** {@return the keys that several users have; unmodifiable} */
  public Set<LookupKey<User>> ambiguousUsers() {
    return users.ambiguous().keySet();
  }

  /**
   * What speaks against removing anyone by this list.
   *
   * @return those of {@link DesiredMembers#findings()}, and those about names; unmodifiable
   */
  public List<Refusal> findings() {
    return Stream.of(desired.findings().stream(), unmatched(), ambiguous())
        .flatMap(found -> found)
        .toList();
  }

  private Stream<Refusal> unmatched() {
    return Stream.of(
            groups.finding(groups.unmatched(), desired.source(), "group", "that the store has not"),
            users.finding(users.unmatched(), desired.source(), "user", "that the store has not"))
        .flatMap(found -> found)
        .map(reason -> Refusal.of(RemovalRule.NAMES_UNMATCHED, reason));
  }

  private Stream<Refusal> ambiguous() {
    return Stream.of(
            groups.finding(groups.ambiguous(), desired.source(), "group", "that several are"),
            users.finding(users.ambiguous(), desired.source(), "user", "that several are"),
            twins.finding(desired.source()))
        .flatMap(found -> found)
        .map(reason -> Refusal.of(RemovalRule.NAMES_AMBIGUOUS, reason));
  }

  /** The source and the counts: names are personal data. */
  @Override
  public String toString() {
    return "ResolvedMembers[%s; unmatched: %d groups, %d users; ambiguous: %d groups, %d users]"
        .formatted(
            desired,
            unmatchedGroups().size(),
            unmatchedUsers().size(),
            ambiguousGroups().size(),
            ambiguousUsers().size());
  }
}
