package dev.roster.reconcile;

import dev.roster.CallOptions;
import dev.roster.CallPriority;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.ExternalId;
import dev.roster.directory.KnownNames;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.internal.reconcile.MemberMatches;
import dev.roster.internal.reconcile.SourceMembers;
import dev.roster.query.NameResolver;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
 * source that cannot be read whole fails the plan, and so does, where members are removed, one with
 * members of a kind that this version does not know.
 */
public final class GroupMirror {

  /** Matches users that have the same user name. */
  public static final Function<User, Optional<LookupKey<User>>> BY_USER_NAME =
      user -> user.userName().filter(name -> !name.isBlank()).map(LookupKey::userName);

  /** Matches users by the primary e-mail address of the source, or its only one. */
  public static final Function<User, Optional<LookupKey<User>>> BY_EMAIL = GroupMirror::emailOf;

  /**
   * Matches users that have the same external id: the same issuer and the same identifier there. A
   * user of the source with several external ids matches none by this; see {@link #byExternalId}.
   */
  public static final Function<User, Optional<LookupKey<User>>> BY_EXTERNAL_ID =
      user -> only(user.externalIds()).map(LookupKey::user);

  private final RosterClient source;
  private final RosterClient target;
  private final Reconciler reconciler;
  private final Function<User, Optional<LookupKey<User>>> match;
  private final boolean disabledCount;
  private final @Nullable Executor executor;

  /**
   * Matches users by the external id that one issuer gave them.
   *
   * @param sourceIssuer how the source spells the issuer; a user with no external id of it, or with
   *     several, has no match
   * @param targetIssuer how the target spells it
   * @return a match for {@link #matchingBy}
   */
  public static Function<User, Optional<LookupKey<User>>> byExternalId(
      String sourceIssuer, String targetIssuer) {
    Objects.requireNonNull(sourceIssuer, "source issuer must not be null");
    Objects.requireNonNull(targetIssuer, "target issuer must not be null");
    return user ->
        only(user.externalIds().stream().filter(id -> id.issuer().equals(sourceIssuer)).toList())
            .map(id -> LookupKey.user(new ExternalId(targetIssuer, id.id())));
  }

  private static Optional<ExternalId> only(List<ExternalId> ids) {
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  private GroupMirror(
      RosterClient source,
      RosterClient target,
      Reconciler reconciler,
      Function<User, Optional<LookupKey<User>>> match,
      boolean disabledCount,
      @Nullable Executor executor) {
    this.source = source;
    this.target = target;
    this.reconciler = reconciler;
    this.match = match;
    this.disabledCount = disabledCount;
    this.executor = executor;
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
    return new GroupMirror(
        source.with(patient), target, Reconciler.of(target), BY_USER_NAME, true, null);
  }

  /**
   * The same mirror, matching users otherwise.
   *
   * @param key what the user of the target is looked up by, for a user of the source: {@link
   *     #BY_USER_NAME}, {@link #BY_EMAIL}, {@link #BY_EXTERNAL_ID} or a function of one's own;
   *     empty where the user has nothing to match by
   * @return a new mirror
   */
  public GroupMirror matchingBy(Function<User, Optional<LookupKey<User>>> key) {
    Objects.requireNonNull(key, "key must not be null");
    return new GroupMirror(source, target, reconciler, key, disabledCount, executor);
  }

  /**
   * The same mirror, for which users that the source says are disabled are no members. Exclusively
   * mirrored groups lose them; the guard counts that.
   *
   * @return a new mirror
   */
  public GroupMirror withoutDisabledUsers() {
    return new GroupMirror(source, target, reconciler, match, false, executor);
  }

  /**
   * The same mirror with another guard against plans that remove too much.
   *
   * @param removals what a plan may remove
   * @return a new mirror
   */
  public GroupMirror withGuard(RemovalGuard removals) {
    return withReconciler(reconciler.withGuard(removals));
  }

  /**
   * The same mirror with a time for {@link #apply}, as {@link Reconciler#withDeadline}.
   *
   * @param time positive
   * @return a new mirror
   */
  public GroupMirror withDeadline(Duration time) {
    return withReconciler(reconciler.withDeadline(time));
  }

  /**
   * The same mirror on the threads of an application, as {@link Reconciler#withExecutor}.
   *
   * @param threads never shut down, and not used after the result is there
   * @return a new mirror
   */
  public GroupMirror withExecutor(Executor threads) {
    return new GroupMirror(
        source, target, reconciler.withExecutor(threads), match, disabledCount, threads);
  }

  private GroupMirror withReconciler(Reconciler changed) {
    return new GroupMirror(source, target, changed, match, disabledCount, executor);
  }

  /**
   * Reads both stores and finds what it takes for the target's groups to follow. Changes nothing.
   *
   * @param mode {@link ReconcileMode#ADDITIVE} in most cases; an exclusive mirror removes members
   *     that the source does not have
   * @param groups of each group that follows, the group that it follows
   * @return the changes, and the members without a match
   * @throws IllegalArgumentException if a group follows itself, or groups of one store follow each
   *     other in a circle
   * @throws UnmatchedMembersException if the mode is exclusive and a member has no match or
   *     several: nothing is removed because a name did not resolve
   * @throws dev.roster.RosterException as any call, for the first call that fails
   */
  public MirrorPlan plan(ReconcileMode mode, Map<GroupId, GroupId> groups) {
    Objects.requireNonNull(mode, "mode must not be null");
    refuseCircles(groups);
    SourceMembers members = SourceMembers.of(source, new LinkedHashSet<>(groups.values()));
    Map<UserId, Optional<User>> users = users(members.all());
    KnownNames names = names(users);
    MemberMatches matches = MemberMatches.of(users, match, resolver(NameResolver.ofUsers(target)));
    if (mode == ReconcileMode.EXCLUSIVE && !(matches.isComplete() && members.skipped() == 0)) {
      throw new UnmatchedMembersException(
          matches.unmatched(), matches.ambiguous().keySet(), members.skipped(), names);
    }
    Map<GroupId, Collection<UserId>> desired = new LinkedHashMap<>();
    groups.forEach((follower, followed) -> desired.put(follower, matches.in(members.of(followed))));
    return new MirrorPlan(reconciler.plan(mode, desired), matches, members.skipped(), names);
  }

  private static KnownNames names(Map<UserId, Optional<User>> users) {
    return KnownNames.none().withUsers(users.values().stream().flatMap(Optional::stream).toList());
  }

  private void refuseCircles(Map<GroupId, GroupId> groups) {
    if (!sameStore()) {
      return;
    }
    groups.keySet().forEach(follower -> refuseCircle(groups, follower));
  }

  private static void refuseCircle(Map<GroupId, GroupId> groups, GroupId start) {
    GroupId followed = groups.get(start);
    for (int hops = groups.size(); followed != null && hops > 0; hops--) {
      if (followed.equals(start)) {
        throw new IllegalArgumentException(
            "group %s follows itself, through other groups of its store or at once"
                .formatted(start));
      }
      followed = groups.get(followed);
    }
  }

  private boolean sameStore() {
    IdentityStoreId store = source.identityStoreId();
    return source.provider().equals(target.provider()) && store.equals(target.identityStoreId());
  }

  private NameResolver<UserId, User> resolver(NameResolver<UserId, User> own) {
    return executor == null ? own : own.withExecutor(executor);
  }

  private Map<UserId, Optional<User>> users(Set<UserId> all) {
    Map<UserId, User> read = resolver(NameResolver.ofUsers(source)).entries(all);
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
            .filter(address -> !address.value().isBlank())
            .map(address -> LookupKey.email(address.value()))
            .toList();
    return primary.size() == 1 ? Optional.of(primary.get(0)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "GroupMirror[%s -> %s]".formatted(source, target);
  }
}
