package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.internal.source.EntryReference;
import dev.roster.internal.source.SourceLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be in which group, as a source says it, and how far the source can be trusted: where it
 * comes from, whether all of it was read, and what could not be. Immutable; {@link MemberResolver}
 * finds the identifiers of its names, and {@link SourceTrust} judges it.
 *
 * <pre>{@code
 * DesiredMembers desired =
 *     DesiredMembers.from("the personnel system")
 *         .member(LookupKey.groupName("developers"), LookupKey.userName("ada"))
 *         .build();
 * }</pre>
 *
 * <p>A group that the source does not name is not touched. A group that it names without a member
 * is to be empty.
 */
public final class DesiredMembers {

  private final String source;
  private final Map<EntryReference<GroupId, Group>, Map<EntryReference<UserId, User>, Long>>
      members;
  private final Map<EntryReference<GroupId, Group>, Long> groups;
  private final List<Refusal> findings;
  private final List<String> complaints;

  private DesiredMembers(Builder from) {
    this.source = from.source;
    this.members = from.members;
    this.groups = from.groups;
    this.findings = from.findings();
    this.complaints = List.copyOf(from.complaints);
  }

  private DesiredMembers(DesiredMembers first, DesiredMembers second) {
    this.source = first.source + " and " + second.source;
    this.members = new LinkedHashMap<>();
    this.groups = new LinkedHashMap<>();
    this.findings = Stream.of(first, second).flatMap(each -> each.findings.stream()).toList();
    this.complaints = Stream.of(first, second).flatMap(DesiredMembers::ownComplaints).toList();
    Stream.of(first, second).forEach(this::addAll);
  }

  /** Without lines, which would not say of which source they are. */
  private void addAll(DesiredMembers each) {
    each.groups.keySet().forEach(group -> groups.put(group, 0L));
    each.members.forEach(
        (group, users) -> {
          Map<EntryReference<UserId, User>, Long> all =
              members.computeIfAbsent(group, first -> new LinkedHashMap<>());
          users.keySet().forEach(user -> all.put(user, 0L));
        });
  }

  private Stream<String> ownComplaints() {
    return complaints.stream().map(complaint -> source + ", " + complaint);
  }

  /**
   * Starts a list.
   *
   * @param source where the members come from, in words for an administrator, such as the name of a
   *     file
   * @return a builder without members
   */
  public static Builder from(String source) {
    return new Builder(source);
  }

  /**
   * This list and another one together: whoever is in a group by one of them is to be in it.
   *
   * @param other the members of another source
   * @return a new list, which is complete where both are
   */
  public DesiredMembers and(DesiredMembers other) {
    return new DesiredMembers(this, Objects.requireNonNull(other, "other must not be null"));
  }

  /** {@return where the members come from, in words} */
  public String source() {
    return source;
  }

  /**
   * How many members the source has, each counted once for every group that it is in.
   *
   * @return zero or more
   */
  public long size() {
    return members.values().stream().mapToLong(Map::size).sum();
  }

  /** {@return how many groups the source names} */
  public int groupCount() {
    return groups.size();
  }

  /**
   * Whether all of the source was read, and every row of it.
   *
   * @return false where it failed, ended early or has rows that cannot be read
   */
  public boolean isComplete() {
    return findings.isEmpty();
  }

  /**
   * Why it is not complete.
   *
   * @return a refusal for each rule that is broken; unmodifiable
   */
  public List<Refusal> findings() {
    return findings;
  }

  /**
   * What is wrong with single rows, each with its line: rows that cannot be read, and those that
   * say what an earlier row says, which count once and break no rule.
   *
   * @return sentences without names of people, in the order of the source; unmodifiable
   */
  public List<String> complaints() {
    return complaints;
  }

  Map<EntryReference<GroupId, Group>, Map<EntryReference<UserId, User>, Long>> members() {
    return members;
  }

  Map<EntryReference<GroupId, Group>, Long> groups() {
    return groups;
  }

  /** The keys of the groups that are given by name. */
  Stream<LookupKey<Group>> groupKeys() {
    return groups.keySet().stream().map(EntryReference::key).flatMap(Stream::ofNullable);
  }

  /** The keys of the members that are given by name, each as often as it is there. */
  Stream<LookupKey<User>> userKeys() {
    return members.values().stream()
        .flatMap(users -> users.keySet().stream().map(EntryReference::key))
        .flatMap(Stream::ofNullable);
  }

  /** The source and the counts: names are personal data. */
  @Override
  public String toString() {
    return "%d members of %d groups from %s%s"
        .formatted(size(), groupCount(), source, isComplete() ? "" : ", not complete");
  }

  /** Collects what a source says. Not thread-safe. */
  public static final class Builder {

    private final String source;
    private final Map<EntryReference<GroupId, Group>, Map<EntryReference<UserId, User>, Long>>
        members = new LinkedHashMap<>();
    private final Map<EntryReference<GroupId, Group>, Long> groups = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Refusal> broken = new ArrayList<>();
    private final List<Long> unreadable = new ArrayList<>();
    private @Nullable String firstUnreadable;
    private long line;
    private long rows;
    private long expected = -1;

    private Builder(String source) {
      this.source = Objects.requireNonNull(source, "source must not be null");
    }

    /**
     * Says where what is added next stands in the source, for messages.
     *
     * @param number the line, counted from 1
     * @return this
     */
    public Builder atLine(long number) {
      this.line = number;
      return this;
    }

    /**
     * Adds a member.
     *
     * @param group the group
     * @param member who is to be in it
     * @return this
     */
    public Builder member(GroupId group, UserId member) {
      return add(EntryReference.to(group), EntryReference.to(member));
    }

    /**
     * Adds a member by a key, for example its user name.
     *
     * @param group the group
     * @param member who is to be in it
     * @return this
     */
    public Builder member(GroupId group, LookupKey<User> member) {
      return add(EntryReference.to(group), EntryReference.by(member));
    }

    /**
     * Adds a member to a group by a key, for example its name.
     *
     * @param group the group
     * @param member who is to be in it
     * @return this
     */
    public Builder member(LookupKey<Group> group, UserId member) {
      return add(EntryReference.by(group), EntryReference.to(member));
    }

    /**
     * Adds a member, both by keys.
     *
     * @param group the group
     * @param member who is to be in it
     * @return this
     */
    public Builder member(LookupKey<Group> group, LookupKey<User> member) {
      return add(EntryReference.by(group), EntryReference.by(member));
    }

    /**
     * Names a group, which can have members or none.
     *
     * @param group the group
     * @return this
     */
    public Builder group(GroupId group) {
      return add(EntryReference.to(group));
    }

    /**
     * Names a group by a key, which can have members or none.
     *
     * @param group the group
     * @return this
     */
    public Builder group(LookupKey<Group> group) {
      return add(EntryReference.by(group));
    }

    private Builder add(EntryReference<GroupId, Group> group) {
      groups.putIfAbsent(group, line);
      members.computeIfAbsent(group, first -> new LinkedHashMap<>());
      rows++;
      return this;
    }

    private Builder add(EntryReference<GroupId, Group> group, EntryReference<UserId, User> member) {
      add(group);
      Long earlier =
          members.computeIfAbsent(group, first -> new LinkedHashMap<>()).putIfAbsent(member, line);
      if (earlier != null) {
        complain(
            "it has the member and the group of an earlier row" + SourceLines.of(List.of(earlier)));
      }
      return this;
    }

    /**
     * Says that a row of the source cannot be read. The other rows count.
     *
     * @param why what is wrong with it, without the values of the row
     * @return this
     */
    public Builder unreadableRow(String why) {
      firstUnreadable = firstUnreadable == null ? why : firstUnreadable;
      unreadable.add(line);
      complain(why);
      rows++;
      return this;
    }

    private void complain(String why) {
      complaints.add(line > 0 ? "line %d: %s".formatted(line, why) : why);
    }

    /**
     * Says that the source ended before its end.
     *
     * @param why how that was seen
     * @return this
     */
    public Builder endedEarly(String why) {
      broken.add(Refusal.of(RemovalRule.SOURCE_ENDED_EARLY, source + " ended early: " + why));
      return this;
    }

    /**
     * Says that the source failed before all of it was read. What was read before counts.
     *
     * @param why the reason, without secrets
     * @return this
     */
    public Builder failed(String why) {
      broken.add(
          Refusal.of(
              RemovalRule.SOURCE_FAILED,
              "%s failed after %d rows: %s".formatted(source, rows, why)));
      return this;
    }

    /**
     * Says how many rows the source announces. If it has others, it ended early.
     *
     * @param announced the number of members and groups that are added, those that cannot be read
     *     included
     * @return this
     */
    public Builder expectingRows(long announced) {
      this.expected = announced;
      return this;
    }

    /**
     * Makes the list. The builder is not used again.
     *
     * @return a new value
     */
    public DesiredMembers build() {
      if (expected >= 0 && expected != rows) {
        endedEarly("it announces %d rows and has %d".formatted(expected, rows));
      }
      return new DesiredMembers(this);
    }

    private List<Refusal> findings() {
      List<Refusal> findings = new ArrayList<>(broken);
      if (!unreadable.isEmpty()) {
        findings.add(
            Refusal.of(
                RemovalRule.ROWS_UNREADABLE,
                "%s has %s that cannot be read%s; the first: %s"
                    .formatted(
                        source,
                        SourceLines.count(unreadable.size(), "row"),
                        SourceLines.of(unreadable),
                        firstUnreadable)));
      }
      return List.copyOf(findings);
    }
  }
}
