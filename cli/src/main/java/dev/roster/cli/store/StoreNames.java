package dev.roster.cli.store;

import dev.roster.Capability;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.cli.configuration.UsageException;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Group;
import dev.roster.directory.KnownNames;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.query.NameResolver;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Users and groups of a store, from what was written to identifiers, and back to names. */
public final class StoreNames {

  private final RosterClient client;
  private final Consumer<String> notice;
  private final Map<GroupId, @Nullable String> groupNames = new HashMap<>();
  private final Map<MemberId, @Nullable String> userNames = new HashMap<>();
  private boolean wanted;

  /**
   * Names of one store.
   *
   * @param client reaches the store
   * @param wanted whether identifiers get their names, which costs calls
   * @param notice is told where names cannot be read
   */
  public StoreNames(RosterClient client, boolean wanted, Consumer<String> notice) {
    this.client = client;
    this.notice = notice;
    this.wanted = wanted && client.capabilities().contains(Capability.DIRECTORY);
  }

  /**
   * One group.
   *
   * @param written a name, or an identifier
   * @return its identifier
   * @throws NamesNotFoundException if there is not exactly one
   */
  public GroupId group(String written) {
    return groups(List.of(written)).values().iterator().next();
  }

  /**
   * Groups.
   *
   * @param written names or identifiers
   * @return the identifier of each, in the order written
   * @throws NamesNotFoundException if one of them is not exactly one group
   */
  public Map<String, GroupId> groups(Collection<String> written) {
    return new NameSearch<>(
            "group",
            NameResolver.ofGroups(client),
            GroupId::new,
            StoreNames::groupKey,
            groupNames::put)
        .all(written);
  }

  /**
   * One user.
   *
   * @param written a user name, an e-mail address, or an identifier
   * @return the identifier
   * @throws NamesNotFoundException if there is not exactly one
   */
  public UserId user(String written) {
    return users(List.of(written)).values().iterator().next();
  }

  /**
   * Users.
   *
   * @param written user names, e-mail addresses or identifiers
   * @return the identifier of each, in the order written
   * @throws NamesNotFoundException if one of them is not exactly one user
   */
  public Map<String, UserId> users(Collection<String> written) {
    return new NameSearch<>(
            "user", NameResolver.ofUsers(client), UserId::new, StoreNames::userKey, userNames::put)
        .all(written);
  }

  private static LookupKey<Group> groupKey(Reference reference) {
    return switch (reference.kind()) {
      case EXTERNAL_ID -> LookupKey.group(reference.externalId());
      case EMAIL -> throw new UsageException("a group has no e-mail address: name it otherwise");
      default -> LookupKey.groupName(reference.text());
    };
  }

  private static LookupKey<User> userKey(Reference reference) {
    return switch (reference.kind()) {
      case EXTERNAL_ID -> LookupKey.user(reference.externalId());
      case EMAIL -> LookupKey.email(reference.text());
      default -> LookupKey.userName(reference.text());
    };
  }

  /**
   * Reads the names of groups, for {@link #of(GroupId)}, in the fewest calls.
   *
   * @param ids their identifiers
   */
  public void readGroups(Collection<GroupId> ids) {
    read(NameResolver.ofGroups(client), ids, groupNames, Group::displayName);
  }

  /**
   * Reads the names of users, for {@link #of(MemberId)}, in the fewest calls.
   *
   * @param ids their identifiers; what is no user has no name
   */
  public void readUsers(Collection<? extends MemberId> ids) {
    Set<UserId> users = new LinkedHashSet<>();
    ids.forEach(
        id -> {
          if (id instanceof UserId user) {
            users.add(user);
          }
        });
    read(NameResolver.ofUsers(client), users, userNames, User::userName);
  }

  private <I extends K, K, E extends DirectoryEntry<I, E>> void read(
      NameResolver<I, E> resolver,
      Collection<I> ids,
      Map<K, @Nullable String> names,
      Function<E, Optional<String>> name) {
    List<I> unknown = ids.stream().filter(id -> !names.containsKey(id)).distinct().toList();
    if (!wanted || unknown.isEmpty()) {
      return;
    }
    try {
      Map<I, E> entries = resolver.entries(unknown);
      unknown.forEach(
          id -> names.put(id, Optional.ofNullable(entries.get(id)).flatMap(name).orElse(null)));
    } catch (RosterException failure) {
      doWithout(failure);
    }
  }

  private void doWithout(RosterException failure) {
    if (failure.code() != ErrorCode.ACCESS_DENIED && failure.code() != ErrorCode.UNSUPPORTED) {
      throw failure;
    }
    wanted = false;
    notice.accept("names cannot be read, so only ids are shown: " + failure.getMessage());
  }

  /**
   * Notes a name that a listing gave, so that it is not read again.
   *
   * @param group the group
   */
  public void know(Group group) {
    groupNames.put(group.id(), group.displayName().orElse(null));
  }

  /**
   * Notes a name that a listing gave, so that it is not read again.
   *
   * @param user the user
   */
  public void know(User user) {
    userNames.put(user.id(), user.userName().orElse(null));
  }

  /**
   * The name of a group.
   *
   * @param group its identifier
   * @return null where it was not read, or the group has none
   */
  public @Nullable String of(GroupId group) {
    return groupNames.get(group);
  }

  /**
   * The name of a member.
   *
   * @param member its identifier
   * @return null where it was not read, or the member has none
   */
  public @Nullable String of(MemberId member) {
    return userNames.get(member);
  }

  /** {@return the names that were read, for what is written down} */
  public KnownNames known() {
    return KnownNames.none()
        .withGroupNames(without(groupNames))
        .withMemberNames(without(userNames))
        .withSpelling(client::canonicalId);
  }

  /** Without those that were looked for and are not there. */
  private static <K> Map<K, String> without(Map<K, @Nullable String> names) {
    Map<K, String> known = new HashMap<>();
    names.forEach(
        (id, name) -> {
          if (name != null) {
            known.put(id, name);
          }
        });
    return known;
  }

  /** {@return whether identifiers get their names} */
  public boolean areWanted() {
    return wanted;
  }
}
