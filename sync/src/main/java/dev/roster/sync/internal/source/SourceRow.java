package dev.roster.sync.internal.source;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.reconcile.DesiredMembers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One row of a source by the names of its columns. Where a row has an identifier and a name of the
 * same thing, the identifier counts.
 *
 * @param values the fields of the row as they are
 */
public record SourceRow(Map<String, String> values) {

  public static final String GROUP = "group";
  public static final String GROUP_ID = "group_id";
  public static final String USER = "user";
  public static final String USER_ID = "user_id";
  public static final String EMAIL = "email";

  public static final List<String> COLUMNS = List.of(GROUP, GROUP_ID, USER, USER_ID, EMAIL);

  /** What a decoder puts where bytes are no characters of the encoding. */
  private static final int REPLACEMENT = '\uFFFD';

  /** The field without the blanks around it, or null where there is nothing else. */
  private @Nullable String value(String column) {
    String value = values.getOrDefault(column, "").strip();
    return value.isEmpty() ? null : value;
  }

  public boolean hasUser() {
    return value(USER_ID) != null || value(USER) != null || value(EMAIL) != null;
  }

  @Nullable String groupId() {
    return value(GROUP_ID);
  }

  @Nullable String groupName() {
    return value(GROUP);
  }

  /** Adds what the row says, or why it cannot be read. */
  public void addTo(DesiredMembers.Builder desired) {
    String problem = problem();
    if (problem != null) {
      desired.unreadableRow(problem);
      return;
    }
    try {
      add(desired);
    } catch (IllegalArgumentException refused) {
      desired.unreadableRow(String.valueOf(refused.getMessage()));
    }
  }

  private @Nullable String problem() {
    if (hasControlCharacter()) {
      return "a field has a line break or another control character; a quote may not be closed";
    }
    if (values.values().stream().anyMatch(value -> value.indexOf(REPLACEMENT) >= 0)) {
      return "a field has bytes that are no UTF-8";
    }
    return value(GROUP) == null && value(GROUP_ID) == null ? "it names no group" : null;
  }

  private boolean hasControlCharacter() {
    return values.values().stream()
        .flatMapToInt(String::codePoints)
        .anyMatch(Character::isISOControl);
  }

  private void add(DesiredMembers.Builder desired) {
    String id = value(GROUP_ID);
    if (id != null) {
      addTo(new GroupId(id), desired);
    } else {
      addTo(LookupKey.groupName(values.getOrDefault(GROUP, "").strip()), desired);
    }
  }

  private void addTo(GroupId group, DesiredMembers.Builder desired) {
    addUser(
        user -> desired.member(group, user),
        key -> desired.member(group, key),
        () -> desired.group(group));
  }

  private void addTo(LookupKey<Group> group, DesiredMembers.Builder desired) {
    addUser(
        user -> desired.member(group, user),
        key -> desired.member(group, key),
        () -> desired.group(group));
  }

  private void addUser(
      Consumer<UserId> byId, Consumer<LookupKey<User>> byKey, Runnable withoutUser) {
    String id = value(USER_ID);
    String name = value(USER);
    String email = value(EMAIL);
    if (id != null) {
      byId.accept(new UserId(id));
    } else if (name != null) {
      byKey.accept(LookupKey.userName(name));
    } else if (email != null) {
      byKey.accept(LookupKey.email(email));
    } else {
      withoutUser.run();
    }
  }
}
