package dev.roster.directory;

import dev.roster.GroupId;
import dev.roster.MemberId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The names of some users and groups, to be shown beside their identifiers. Nothing depends on
 * them: what is changed is found by its identifier. Immutable.
 */
public final class KnownNames {

  private static final KnownNames NONE = new KnownNames(Map.of());

  private final Map<Object, String> names;

  private KnownNames(Map<Object, String> names) {
    this.names = names;
  }

  /** {@return no names} */
  public static KnownNames none() {
    return NONE;
  }

  /**
   * These names, and those of users: their user names.
   *
   * @param users for example the values of {@link dev.roster.query.NameResolver#entries}
   * @return new names
   */
  public KnownNames withUsers(Collection<User> users) {
    Map<Object, String> more = new HashMap<>(names);
    users.forEach(user -> user.userName().ifPresent(name -> more.put(user.id(), name)));
    return new KnownNames(more);
  }

  /**
   * These names, and those of groups: their display names.
   *
   * @param groups for example the values of {@link dev.roster.query.NameResolver#entries}
   * @return new names
   */
  public KnownNames withGroups(Collection<Group> groups) {
    Map<Object, String> more = new HashMap<>(names);
    groups.forEach(group -> group.displayName().ifPresent(name -> more.put(group.id(), name)));
    return new KnownNames(more);
  }

  /**
   * The name of a member.
   *
   * @param member the member
   * @return empty where it is not known
   */
  public Optional<String> of(MemberId member) {
    return found(member);
  }

  /**
   * The name of a group.
   *
   * @param group the group
   * @return empty where it is not known
   */
  public Optional<String> of(GroupId group) {
    return found(group);
  }

  private Optional<String> found(Object id) {
    return Optional.ofNullable(names.get(Objects.requireNonNull(id, "id must not be null")));
  }

  /** How many names are known: names are personal data. */
  @Override
  public String toString() {
    return "KnownNames[%d]".formatted(names.size());
  }
}
