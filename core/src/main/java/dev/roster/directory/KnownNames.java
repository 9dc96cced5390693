package dev.roster.directory;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.internal.text.ShownName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The names of some users and groups, to be shown beside their identifiers. Nothing depends on
 * them: what is changed is found by its identifier. Immutable.
 *
 * <p>Names are personal data. They are in a text only where these names were passed to the method
 * that writes it, never in a {@code toString()} or the message of an exception.
 */
public final class KnownNames {

  private static final KnownNames NONE = new KnownNames(Map.of(), UnaryOperator.identity());

  /** Users and groups can have the same identifiers. */
  private record Key(boolean ofGroup, String id) {}

  private final Map<Key, String> names;
  private final UnaryOperator<String> canonical;

  private KnownNames(Map<Key, String> names, UnaryOperator<String> canonical) {
    this.names = names;
    this.canonical = canonical;
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
    Map<MemberId, String> found = new HashMap<>();
    users.forEach(user -> user.userName().ifPresent(name -> found.put(user.id(), name)));
    return withMemberNames(found);
  }

  /**
   * These names, and those of groups: their display names.
   *
   * @param groups for example the values of {@link dev.roster.query.NameResolver#entries}
   * @return new names
   */
  public KnownNames withGroups(Collection<Group> groups) {
    Map<GroupId, String> found = new HashMap<>();
    groups.forEach(group -> group.displayName().ifPresent(name -> found.put(group.id(), name)));
    return withGroupNames(found);
  }

  /**
   * These names, and others of members.
   *
   * @param more identifiers to names
   * @return new names
   */
  public KnownNames withMemberNames(Map<? extends MemberId, String> more) {
    Map<Key, String> all = new HashMap<>(names);
    more.forEach(
        (member, name) ->
            all.put(key(member), Objects.requireNonNull(name, "name must not be null")));
    return new KnownNames(all, canonical);
  }

  /**
   * These names, and others of groups.
   *
   * @param more identifiers to names
   * @return new names
   */
  public KnownNames withGroupNames(Map<GroupId, String> more) {
    Map<Key, String> all = new HashMap<>(names);
    more.forEach(
        (group, name) ->
            all.put(key(group), Objects.requireNonNull(name, "name must not be null")));
    return new KnownNames(all, canonical);
  }

  /**
   * These names, for identifiers that a service spells in several ways.
   *
   * @param oneSpelling makes all spellings of an identifier the same text, as {@link
   *     dev.roster.RosterClient#canonicalId} does
   * @return new names
   */
  public KnownNames withSpelling(UnaryOperator<String> oneSpelling) {
    Objects.requireNonNull(oneSpelling, "spelling must not be null");
    Map<Key, String> all = new HashMap<>();
    names.forEach(
        (key, name) -> all.put(new Key(key.ofGroup(), oneSpelling.apply(key.id())), name));
    return new KnownNames(all, oneSpelling);
  }

  /**
   * The name of a member.
   *
   * @param member the member
   * @return empty where it is not known
   */
  public Optional<String> of(MemberId member) {
    return Optional.ofNullable(names.get(key(member)));
  }

  /**
   * The name of a group.
   *
   * @param group the group
   * @return empty where it is not known
   */
  public Optional<String> of(GroupId group) {
    return Optional.ofNullable(names.get(key(group)));
  }

  /**
   * A member in a text for people.
   *
   * @param member the member
   * @return the identifier, and behind it the name in quotes where it is known: on one line, cut
   *     after 128 characters, with control and format characters, quotes and backslashes escaped
   */
  public String label(MemberId member) {
    return label(member.value(), of(member).orElse(null));
  }

  /**
   * A group in a text for people.
   *
   * @param group the group
   * @return as {@link #label(MemberId)}
   */
  public String label(GroupId group) {
    return label(group.value(), of(group).orElse(null));
  }

  private static String label(String id, @Nullable String name) {
    return name == null ? id : id + " " + ShownName.quoted(name);
  }

  private Key key(MemberId member) {
    Objects.requireNonNull(member, "member must not be null");
    return new Key(false, canonical.apply(member.value()));
  }

  private Key key(GroupId group) {
    Objects.requireNonNull(group, "group must not be null");
    return new Key(true, canonical.apply(group.value()));
  }

  /** How many names are known: names are personal data. */
  @Override
  public String toString() {
    return "KnownNames[%d]".formatted(names.size());
  }
}
