package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a plan as {@link PlanText} writes it, and says where a text is not one. */
final class PlanReader {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final List<String> lines;
  private int read;

  PlanReader(String text) {
    this.lines = Stream.of(text.split("\n", -1)).map(PlanReader::withoutReturn).toList();
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  ReconcilePlan read() {
    try {
      return plan();
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          "not a plan that can be carried out, at line %d: %s".formatted(read, broken.getMessage()),
          broken);
    }
  }

  private ReconcilePlan plan() {
    String version = next(PlanText.HEAD, 1).get(0);
    if (!version.equals(PlanText.VERSION)) {
      throw new IllegalArgumentException(
          "version %s of the form is not known, only %s".formatted(version, PlanText.VERSION));
    }
    List<String> store = next(PlanText.STORE, 2);
    IdentityStoreId storeId = new IdentityStoreId(store.get(1));
    ReconcileMode mode = mode(next(PlanText.MODE, 1).get(0));
    List<GroupChanges> groups = new ArrayList<>();
    for (long left = number(next(PlanText.GROUPS, 1).get(0)); left > 0; left--) {
      groups.add(group(storeId));
    }
    refuseMore();
    return new ReconcilePlan(store.get(0), storeId, mode, groups);
  }

  private static ReconcileMode mode(String name) {
    return Stream.of(ReconcileMode.values())
        .filter(mode -> PlanText.name(mode).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("mode must be additive or exclusive: " + name));
  }

  private GroupChanges group(IdentityStoreId storeId) {
    List<String> head = next(PlanText.GROUP, 5);
    GroupId group = new GroupId(head.get(0));
    List<MemberId> additions = new ArrayList<>();
    for (long left = number(head.get(3)); left > 0; left--) {
      additions.add(new UserId(ofGroup(group, next(PlanText.ADD, 2)).get(1)));
    }
    List<Membership> removals = new ArrayList<>();
    for (long left = number(head.get(4)); left > 0; left--) {
      List<String> removal = ofGroup(group, next(PlanText.REMOVE, 3));
      UserId member = new UserId(removal.get(1));
      removals.add(new Membership(storeId, group, member, new MembershipId(removal.get(2))));
    }
    return new GroupChanges(group, number(head.get(1)), head.get(2), additions, removals);
  }

  private static List<String> ofGroup(GroupId group, List<String> change) {
    if (!change.get(0).equals(group.value())) {
      throw new IllegalArgumentException("a change of group %s is expected".formatted(group));
    }
    return change;
  }

  private static long number(String digits) {
    if (!NUMBER.matcher(digits).matches()) {
      throw new IllegalArgumentException("a whole number is expected: " + digits);
    }
    return Long.parseLong(digits);
  }

  private void refuseMore() {
    if (hasNext()) {
      read++;
      throw new IllegalArgumentException("nothing is expected after the last group");
    }
  }

  private boolean hasNext() {
    return read < lines.size() && !(read == lines.size() - 1 && lines.get(read).isEmpty());
  }

  /** The fields after the word that begins the next line. */
  private List<String> next(String word, int fields) {
    String line = hasNext() ? lines.get(read) : "";
    read++;
    List<String> found = List.of(line.split(PlanText.SEPARATOR, -1));
    if (!found.get(0).equals(word) || found.size() != fields + 1) {
      throw new IllegalArgumentException(
          "'%s' with %d fields is expected; if the text is not cut short, correct the counts"
              .formatted(word, fields));
    }
    return found.subList(1, found.size());
  }
}
