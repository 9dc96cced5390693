package dev.roster.sync.internal.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file name their groups. Rows are of one group if they name it in the same way,
 * or if another row says that the id and the name are of one group.
 */
public final class GroupTexts {

  /** The names and ids of one group, as far as the rows connect them. */
  private static final class Named {

    boolean byId;
    boolean byName;
    long firstMember;

    void learn(long line, SourceRow row) {
      byId |= row.groupId() != null;
      byName |= row.groupName() != null;
      if (row.hasUser() && firstMember == 0) {
        firstMember = line;
      }
    }

    void learn(Named other) {
      byId |= other.byId;
      byName |= other.byName;
      firstMember = first(firstMember, other.firstMember);
    }
  }

  private final Map<String, Named> groups = new HashMap<>();

  /** Learns from a row. */
  public void add(long line, SourceRow row) {
    List<String> texts = texts(row);
    if (texts.isEmpty()) {
      return;
    }
    Named group = groups.computeIfAbsent(texts.get(0), first -> new Named());
    texts.stream().skip(1).forEach(other -> join(group, other));
    group.learn(line, row);
  }

  private void join(Named group, String text) {
    Named other = groups.putIfAbsent(text, group);
    if (other == null || other == group) {
      return;
    }
    group.learn(other);
    groups.replaceAll((each, named) -> named == other ? group : named);
  }

  private static long first(long one, long other) {
    return one == 0 || other == 0 ? one + other : Math.min(one, other);
  }

  /** Identifiers are compared in one case, because a service can take both. */
  private static List<String> texts(SourceRow row) {
    List<String> texts = new ArrayList<>();
    String id = row.groupId();
    String name = row.groupName();
    if (id != null) {
      texts.add("id " + id.toLowerCase(Locale.ROOT));
    }
    if (name != null) {
      texts.add("name " + name);
    }
    return texts;
  }

  /** Why a row without a user does not say that its group is to be empty; null where it does. */
  @Nullable String problemWithoutUser(SourceRow row) {
    Named group = groups.get(texts(row).get(0));
    if (group == null) {
      return null;
    }
    if (group.firstMember > 0) {
      return "it names no user, and its group has members in other rows; the first is line %d"
          .formatted(group.firstMember);
    }
    return problemOfGroupNamedOtherwise(group);
  }

  private @Nullable String problemOfGroupNamedOtherwise(Named group) {
    long other = memberOfGroupNamedOtherwise(group);
    return other == 0
        ? null
        : ("it names no user, and its group can be that of line %d, which has a member: one is"
                + " named by its name and the other by its id; name both in the same way")
            .formatted(other);
  }

  private long memberOfGroupNamedOtherwise(Named group) {
    return groups.values().stream()
        .filter(each -> each.firstMember > 0)
        .filter(each -> !(each.byId && group.byId) && !(each.byName && group.byName))
        .mapToLong(each -> each.firstMember)
        .min()
        .orElse(0);
  }
}
