package dev.roster.reconcile;

import dev.roster.CallOptions;
import dev.roster.CallPriority;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.query.NameResolver;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes groups of one store follow groups of another, on the same cloud or another, by matching
 * their users. {@link #plan} reads both stores, {@link #apply} changes the target. Immutable and
 * thread-safe; it has nothing to close.
 *
 * <pre>{@code
 * GroupMirror mirror = GroupMirror.between(source, target).matchingBy(GroupMirror.BY_EMAIL);
 * MirrorPlan plan = mirror.plan(ReconcileMode.ADDITIVE, Map.of(targetGroup, sourceGroup));
 * System.out.println(plan.unmatched().size() + " members have no match");
 * mirror.apply(plan);
 * }</pre>
 *
 * <p>Users match by their user names unless told otherwise, by exactly the same text. A disabled
 * user of the source is a member like any other, unless {@link #withoutDisabledUsers} leaves those
 * out. A member that no user or several users of the target match is listed and never guessed. A
 * source that cannot be read whole fails the plan.
 */
public final class GroupMirror {

  /** Matches users that have the same user name. */
  public static final Function<User, Optional<LookupKey<User>>> BY_USER_NAME =
      user -> user.userName().map(LookupKey::userName);

  /** Matches users by the primary e-mail address of the source, or its only one. */
  public static final Function<User, Optional<LookupKey<User>>> BY_EMAIL = GroupMirror::emailOf;

  private final RosterClient source;
  private final RosterClient target;
  private final Reconciler reconciler;
  private final Function<User, Optional<LookupKey<User>>> match;
  private final boolean disabledCount;

  private GroupMirror(
      RosterClient source,
      RosterClient target,
      Reconciler reconciler,
      Function<User, Optional<LookupKey<User>>> match,
      boolean disabledCount) {
    this.source = source;
    this.target = target;
    this.reconciler = reconciler;
    this.match = match;
    this.disabledCount = disabledCount;
  }

  /**
   * A mirror at {@link CallPriority#BULK} that matches by user name.
   *
   * @param source whose groups are followed; stays the caller's to close
   * @param target whose groups follow; stays the caller's to close
   * @return a mirror with {@link RemovalGuard#defaults()}
   */
  public static GroupMirror between(RosterClient source, RosterClient target) {
    CallOptions patient =
        source.options().withPriority(CallPriority.BULK).withPageSize(Integer.MAX_VALUE);
    return new GroupMirror(source.with(patient), target, Reconciler.of(target), BY_USER_NAME, true);
  }

  /**
   * The same mirror, matching users otherwise.
   *
   * @param key what the user of the target is looked up by, for a user of the source: {@link
   *     #BY_USER_NAME}, {@link #BY_EMAIL} or a function of one's own; empty where the user has
   *     nothing to match by
   * @return a new mirror
   */
  public GroupMirror matchingBy(Function<User, Optional<LookupKey<User>>> key) {
    Objects.requireNonNull(key, "key must not be null");
    return new GroupMirror(source, target, reconciler, key, disabledCount);
  }

  /**
   * The same mirror, for which users that the source says are disabled are no members. Exclusively
   * mirrored groups lose them; the guard counts that.
   *
   * @return a new mirror
   */
  public GroupMirror withoutDisabledUsers() {
    return new GroupMirror(source, target, reconciler, match, false);
  }

  /**
   * The same mirror with another guard against plans that remove too much.
   *
   * @param removals what a plan may remove
   * @return a new mirror
   */
  public GroupMirror withGuard(RemovalGuard removals) {
    return new GroupMirror(source, target, reconciler.withGuard(removals), match, disabledCount);
  }

  /**
   * Reads both stores and finds what it takes for the target's groups to follow. Changes nothing.
   *
   * @param mode {@link ReconcileMode#ADDITIVE} in most cases; an exclusive mirror removes members
   *     that the source does not have
   * @param groups of each group that follows, the group that it follows
   * @return the changes, and the members without a match
   * @throws IllegalArgumentException if a group follows itself, or two groups of one store follow
   *     each other
   * @throws UnmatchedMembersException if the mode is exclusive and a member has no match or
   *     several: nothing is removed because a name did not resolve
   * @throws dev.roster.RosterException as any call, for the first call that fails
   */
  public MirrorPlan plan(ReconcileMode mode, Map<GroupId, GroupId> groups) {
    Objects.requireNonNull(mode, "mode must not be null");
    refuseCircles(groups);
    Map<GroupId, Set<UserId>> members = membersOf(new LinkedHashSet<>(groups.values()));
    MemberMatches matches = MemberMatches.of(users(members.values()), match, target);
    if (mode == ReconcileMode.EXCLUSIVE && !matches.isComplete()) {
      throw new UnmatchedMembersException(matches.unmatched(), matches.ambiguous().keySet());
    }
    Map<GroupId, Collection<UserId>> desired = new LinkedHashMap<>();
    groups.forEach(
        (follower, followed) ->
            desired.put(follower, matches.in(members.getOrDefault(followed, Set.of()))));
    return new MirrorPlan(reconciler.plan(mode, desired), matches);
  }

  private void refuseCircles(Map<GroupId, GroupId> groups) {
    if (!sameStore()) {
      return;
    }
    groups.forEach(
        (follower, followed) -> {
          if (follower.equals(followed) || follower.equals(groups.get(followed))) {
            throw new IllegalArgumentException(
                "groups %s and %s of the same store follow each other"
                    .formatted(follower, followed));
          }
        });
  }

  private boolean sameStore() {
    IdentityStoreId store = source.identityStoreId();
    return source.provider().equals(target.provider()) && store.equals(target.identityStoreId());
  }

  private Map<GroupId, Set<UserId>> membersOf(Set<GroupId> groups) {
    Map<GroupId, Set<UserId>> members = new LinkedHashMap<>();
    for (GroupId group : groups) {
      Set<UserId> users = new LinkedHashSet<>();
      for (Membership membership : source.listMemberships(group)) {
        users.add(user(membership.memberId()));
      }
      members.put(group, users);
    }
    return members;
  }

  private static UserId user(MemberId member) {
    if (member instanceof UserId user) {
      return user;
    }
    throw new IllegalArgumentException("member " + member + " is no user, and cannot be mirrored");
  }

  private Map<UserId, Optional<User>> users(Collection<Set<UserId>> members) {
    Set<UserId> all = new LinkedHashSet<>();
    members.forEach(all::addAll);
    Map<UserId, User> read = NameResolver.ofUsers(source).entries(all);
    Map<UserId, Optional<User>> users = new LinkedHashMap<>();
    all.forEach(id -> users.put(id, Optional.ofNullable(read.get(id))));
    if (!disabledCount) {
      users.values().removeIf(user -> user.flatMap(User::enabled).filter(on -> !on).isPresent());
    }
    return users;
  }

  /**
   * Carries a plan out, as {@link Reconciler#apply}.
   *
   * @param plan a plan of this mirror's target
   * @return what became of each change
   * @throws RemovalsRefusedException if the plan removes more than the guard allows; nothing was
   *     sent
   */
  public ReconcileReport apply(MirrorPlan plan) {
    return reconciler.apply(plan.changes());
  }

  private static Optional<LookupKey<User>> emailOf(User user) {
    List<LookupKey<User>> primary =
        user.emails().stream()
            .filter(address -> address.isPrimary() || user.emails().size() == 1)
            .map(address -> LookupKey.email(address.value()))
            .toList();
    return primary.size() == 1 ? Optional.of(primary.get(0)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "GroupMirror[%s -> %s]".formatted(source, target);
  }
}
