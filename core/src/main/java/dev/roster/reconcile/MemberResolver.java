package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.query.NameResolver;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Finds the identifiers of the names that a source has, in the fewest calls. Immutable and
 * thread-safe; it has nothing to close.
 *
 * <pre>{@code
 * ResolvedMembers members = MemberResolver.of(client).resolve(desired);
 * List<Refusal> doubts = SourceTrust.defaults().refusals(members);
 * ReconcilePlan plan = Reconciler.of(client).plan(ReconcileMode.EXCLUSIVE, members.byGroup());
 * ReconcilePlan safe = doubts.isEmpty() ? plan : plan.keeping(change -> !change.isRemoval());
 * }</pre>
 */
public final class MemberResolver {

  private final UnaryOperator<String> canonicalId;
  private final NameResolver<UserId, User> users;
  private final NameResolver<GroupId, Group> groups;

  private MemberResolver(
      UnaryOperator<String> canonicalId,
      NameResolver<UserId, User> users,
      NameResolver<GroupId, Group> groups) {
    this.canonicalId = canonicalId;
    this.users = users;
    this.groups = groups;
  }

  /**
   * A resolver over one client.
   *
   * @param client stays the caller's to close
   * @return a resolver that does not know the size of the store
   */
  public static MemberResolver of(RosterClient client) {
    Objects.requireNonNull(client, "client must not be null");
    return new MemberResolver(
        client::canonicalId, NameResolver.ofUsers(client), NameResolver.ofGroups(client));
  }

  /**
   * The same for a store of known size, which takes fewer calls.
   *
   * @param userCount about how many users the store has; 0 or more
   * @param groupCount about how many groups the store has; 0 or more
   * @return a new resolver
   * @throws IllegalArgumentException if a number is negative
   */
  public MemberResolver withStoreSize(long userCount, long groupCount) {
    return new MemberResolver(
        canonicalId, users.withStoreSize(userCount), groups.withStoreSize(groupCount));
  }

  /**
   * The most calls that {@link #resolve} takes, as {@link
   * dev.roster.query.ResolutionPlan#mostCalls}. Sends nothing.
   *
   * @param desired what a source says
   * @return the number of calls; empty where a listing of unknown length is read to its end
   */
  public OptionalLong mostCalls(DesiredMembers desired) {
    OptionalLong ofUsers = users.plan(userKeys(desired)).mostCalls();
    OptionalLong ofGroups = groups.plan(groupKeys(desired)).mostCalls();
    return ofUsers.isPresent() && ofGroups.isPresent()
        ? OptionalLong.of(ofUsers.getAsLong() + ofGroups.getAsLong())
        : OptionalLong.empty();
  }

  /**
   * Finds the identifiers. Names match exactly, and nothing is guessed.
   *
   * @param desired what a source says
   * @return the members whose names and whose groups' names were found, and which were not
   * @throws RosterException as {@link NameResolver#resolve}, for the first call that fails
   */
  public ResolvedMembers resolve(DesiredMembers desired) {
    return new ResolvedMembers(
        desired, groups.resolve(groupKeys(desired)), users.resolve(userKeys(desired)), canonicalId);
  }

  private static Set<LookupKey<User>> userKeys(DesiredMembers desired) {
    return desired.userKeys().collect(Collectors.toSet());
  }

  private static Set<LookupKey<Group>> groupKeys(DesiredMembers desired) {
    return desired.groupKeys().collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return "MemberResolver[users: %s, groups: %s]".formatted(users, groups);
  }
}
