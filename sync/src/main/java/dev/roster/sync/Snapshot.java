package dev.roster.sync;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.KnownNames;
import dev.roster.query.AccessQueries;
import dev.roster.sync.internal.file.DurableFile;
import dev.roster.sync.internal.file.Json;
import dev.roster.sync.internal.file.SealedLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The memberships of some groups at one moment: a value to keep in a file and to compare. Its bytes
 * depend on its content only, so that two files that differ are two states of the groups.
 * Immutable.
 */
public final class Snapshot {

  private static final String HEAD = "roster-snapshot";
  private static final String VERSION = "1";
  private static final String MEMBER = "member";

  private static final Comparator<GroupId> BY_ID = Comparator.comparing(GroupId::value);
  private static final Comparator<Membership> BY_MEMBER =
      Comparator.comparing((Membership membership) -> membership.memberId().value())
          .thenComparing(membership -> membership.membershipId().value());

  private final String provider;
  private final IdentityStoreId store;
  private final SortedMap<GroupId, List<Membership>> groups = new TreeMap<>(BY_ID);

  private Snapshot(
      String provider,
      IdentityStoreId store,
      Map<GroupId, ? extends Collection<Membership>> groups) {
    this.provider = provider;
    this.store = store;
    groups.forEach(
        (group, members) ->
            this.groups.put(group, members.stream().sorted(BY_MEMBER).distinct().toList()));
  }

  /**
   * Reads groups: one call for each hundred members.
   *
   * @param client stays the caller's to close
   * @param groups the groups
   * @return what is in them
   * @throws RosterException as {@link AccessQueries#listGroups}
   */
  public static Snapshot of(RosterClient client, Collection<GroupId> groups) {
    return new Snapshot(
        client.provider(), client.identityStoreId(), AccessQueries.of(client).listGroups(groups));
  }

  /**
   * Reads a snapshot that {@link #write} wrote.
   *
   * @param file the file
   * @return an equal snapshot
   * @throws IllegalArgumentException if the file was cut short or altered, or is no snapshot
   * @throws UncheckedIOException if it cannot be read
   */
  public static Snapshot read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          "snapshot %s cannot be used: %s".formatted(file, broken.getMessage()), broken);
    } catch (IOException failure) {
      throw new UncheckedIOException("snapshot %s cannot be read".formatted(file), failure);
    }
  }

  /**
   * Reads a snapshot as {@link #toText} wrote it.
   *
   * @param text the lines
   * @return an equal snapshot
   * @throws IllegalArgumentException if the text was cut short or altered, or is no snapshot
   */
  public static Snapshot parse(String text) {
    List<ObjectNode> lines = SealedLines.read(text);
    if (lines.isEmpty() || !VERSION.equals(Json.text(lines.get(0), HEAD))) {
      throw new IllegalArgumentException("it is no snapshot of version " + VERSION);
    }
    ObjectNode head = lines.get(0);
    IdentityStoreId store = new IdentityStoreId(Json.need(head, "store"));
    Map<GroupId, List<Membership>> groups = groups(store, lines.subList(1, lines.size()));
    return new Snapshot(Json.need(head, "provider"), store, groups);
  }

  private static Map<GroupId, List<Membership>> groups(
      IdentityStoreId store, List<ObjectNode> lines) {
    Map<GroupId, List<Membership>> groups = new TreeMap<>(BY_ID);
    for (ObjectNode line : lines) {
      GroupId group = new GroupId(Json.need(line, "group"));
      List<Membership> members = groups.computeIfAbsent(group, first -> new ArrayList<>());
      if (line.has(MEMBER)) {
        members.add(membership(store, group, line));
      }
    }
    return groups;
  }

  private static Membership membership(IdentityStoreId store, GroupId group, ObjectNode line) {
    return new Membership(
        store,
        group,
        new UserId(Json.need(line, MEMBER)),
        new MembershipId(Json.need(line, "membership")),
        auditDetails(line));
  }

  private static AuditDetails auditDetails(ObjectNode line) {
    return AuditDetails.none()
        .withCreated(time(line, "created_at"), Json.text(line, "created_by"))
        .withUpdated(time(line, "updated_at"), Json.text(line, "updated_by"));
  }

  private static @Nullable Instant time(ObjectNode line, String field) {
    String text = Json.text(line, field);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException broken) {
      throw new IllegalArgumentException("a time is expected as '%s'".formatted(field), broken);
    }
  }

  /**
   * This snapshot as JSON lines: a head, a line for each group and each of its members, in the
   * order of their identifiers, and an end with the SHA-256 of the lines before. The form is
   * stable.
   *
   * @return lines, each ended by a line feed
   */
  public String toText() {
    return toText(KnownNames.none());
  }

  /**
   * As {@link #toText()}, with names beside the identifiers where they are known. They are for
   * those who read the file; {@link #parse} passes over them.
   *
   * @param names names of groups and members
   * @return lines, each ended by a line feed
   */
  public String toText(KnownNames names) {
    SealedLines lines = new SealedLines().add(head());
    groups.forEach(
        (group, members) -> {
          lines.add(line(group, names));
          members.forEach(membership -> lines.add(line(membership, names)));
        });
    return lines.sealed();
  }

  private ObjectNode head() {
    ObjectNode head = Json.object();
    head.put(HEAD, VERSION);
    head.put("provider", provider);
    head.put("store", store.value());
    return head;
  }

  private static ObjectNode line(GroupId group, KnownNames names) {
    ObjectNode line = Json.object();
    line.put("group", group.value());
    Json.put(line, "name", names.of(group).orElse(null));
    return line;
  }

  private static ObjectNode line(Membership membership, KnownNames names) {
    ObjectNode line = Json.object();
    line.put("group", membership.groupId().value());
    line.put(MEMBER, membership.memberId().value());
    Json.put(line, "name", names.of(membership.memberId()).orElse(null));
    line.put("membership", membership.membershipId().value());
    putAuditDetails(line, membership);
    return line;
  }

  private static void putAuditDetails(ObjectNode line, Membership membership) {
    Json.put(line, "created_at", membership.createdAt().map(Instant::toString).orElse(null));
    Json.put(line, "created_by", membership.createdBy().orElse(null));
    Json.put(line, "updated_at", membership.updatedAt().map(Instant::toString).orElse(null));
    Json.put(line, "updated_by", membership.updatedBy().orElse(null));
  }

  /**
   * Writes this snapshot, in place of a file that is there, in one step.
   *
   * @param file the file
   * @param names names of groups and members, as {@link #toText(KnownNames)}
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path file, KnownNames names) {
    DurableFile.replace(file, toText(names));
  }

  /** {@return the short name of the provider} */
  public String provider() {
    return provider;
  }

  /** {@return the store of the groups} */
  public IdentityStoreId identityStoreId() {
    return store;
  }

  /** {@return the memberships of each group, in the order of their identifiers; unmodifiable} */
  public SortedMap<GroupId, List<Membership>> groups() {
    return Collections.unmodifiableSortedMap(groups);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Snapshot that && toText().equals(that.toText());
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  /** The counts. */
  @Override
  public String toString() {
    return "Snapshot[%d memberships of %d groups of %s://%s]"
        .formatted(
            groups.values().stream().mapToLong(List::size).sum(), groups.size(), provider, store);
  }
}
