package dev.roster.internal.plan;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.reconcile.GroupChanges;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a plan as {@link PlanText} writes it, and says where a text is not one. */
public final class PlanReader {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final List<String> lines;
  private final boolean edited;
  private int read;

  private PlanReader(String text, boolean edited) {
    this.lines = Stream.of(text.split("\n", -1)).map(PlanReader::withoutReturn).toList();
    this.edited = edited;
  }

  /**
   * For a text as it was written.
   *
   * @param text the text
   * @return a reader, used once
   */
  public static PlanReader exact(String text) {
    return new PlanReader(text, false);
  }

  /**
   * For a text that may lack lines.
   *
   * @param text the text
   * @return a reader, used once
   */
  public static PlanReader edited(String text) {
    return new PlanReader(text, true);
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /**
   * Reads the plan.
   *
   * @return the plan
   * @throws IllegalArgumentException naming the line, and what is expected there
   */
  public ReconcilePlan read() {
    try {
      return plan();
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          "not a plan that can be carried out, at line %d: %s".formatted(read, broken.getMessage()),
          broken);
    }
  }

  private ReconcilePlan plan() {
    refuseOtherVersion(next(PlanText.HEAD, 1).get(0));
    List<String> store = next(PlanText.STORE, 2);
    IdentityStoreId storeId = new IdentityStoreId(store.get(1));
    ReconcileMode mode = mode(next(PlanText.MODE, 1).get(0));
    long count = number(next(PlanText.GROUPS, 1).get(0));
    String head = PlanText.text(lines.subList(0, read));
    List<GroupChanges> groups = new ArrayList<>();
    for (long left = count; left > 0 && isThere(PlanText.GROUP); left--) {
      groups.add(group(storeId, head));
    }
    ReconcilePlan plan = new ReconcilePlan(store.get(0), storeId, mode, groups);
    end(plan.expectedCalls());
    return plan;
  }

  private static void refuseOtherVersion(String version) {
    if (version.equals("1")) {
      throw new IllegalArgumentException(
          "version 1 of the form does not show whether a text is complete, so it is not carried "
              + "out any more; make the plan again");
    }
    if (!version.equals(PlanText.VERSION)) {
      throw new IllegalArgumentException(
          "version %s of the form is not known, only %s".formatted(version, PlanText.VERSION));
    }
  }

  private static ReconcileMode mode(String name) {
    return Stream.of(ReconcileMode.values())
        .filter(mode -> PlanText.name(mode).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("mode must be additive or exclusive: " + name));
  }

  private GroupChanges group(IdentityStoreId storeId, String head) {
    List<String> fields = checked(head, PlanText.GROUP, 5);
    String line = lines.get(read - 1);
    GroupId group = new GroupId(fields.get(0));
    List<MemberId> additions = new ArrayList<>();
    for (long left = number(fields.get(3)); left > 0 && isThere(PlanText.ADD); left--) {
      additions.add(new UserId(ofGroup(group, checked(line, PlanText.ADD, 2)).get(1)));
    }
    List<Membership> removals = new ArrayList<>();
    for (long left = number(fields.get(4)); left > 0 && isThere(PlanText.REMOVE); left--) {
      List<String> removal = ofGroup(group, checked(line, PlanText.REMOVE, 3));
      UserId member = new UserId(removal.get(1));
      removals.add(new Membership(storeId, group, member, new MembershipId(removal.get(2))));
    }
    return new GroupChanges(group, number(fields.get(1)), fields.get(2), additions, removals);
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

  private void end(long changes) {
    String before = PlanText.text(lines.subList(0, Math.min(read, lines.size())));
    List<String> end = next(PlanText.END, 2);
    long count = number(end.get(0));
    if (edited ? count < changes : count != changes) {
      throw new IllegalArgumentException(
          "there are %d changes, but %d were written".formatted(changes, count));
    }
    String digest = end.get(1);
    if (edited ? !DIGEST.matcher(digest).matches() : !digest.equals(Sha256.hex(before))) {
      throw new IllegalArgumentException("the digest is not that of the lines before" + altered());
    }
    if (hasNext()) {
      read++;
      throw new IllegalArgumentException("nothing is expected after the end");
    }
  }

  private boolean hasNext() {
    return read < lines.size() && !(read == lines.size() - 1 && lines.get(read).isEmpty());
  }

  /** Whether to read such a line now: in a text as it was written, what is counted is there. */
  private boolean isThere(String word) {
    return !edited || (hasNext() && lines.get(read).startsWith(word + PlanText.SEPARATOR));
  }

  /** The fields between the word and the check of the next line. */
  private List<String> checked(String dependsOn, String word, int fields) {
    List<String> found = nextWithName(word, fields + 1);
    List<String> line = new ArrayList<>(List.of(word));
    line.addAll(found.subList(0, found.size() - 1));
    if (!PlanText.check(dependsOn, line).equals(found.get(found.size() - 1))) {
      throw new IllegalArgumentException(
          "this line, or one above that it depends on, is not as it was written" + altered());
    }
    return found.subList(0, fields);
  }

  /** A name that was known when the plan was written is for its readers only. */
  private List<String> nextWithName(String word, int fields) {
    List<String> next = hasNext() ? fields(lines.get(read)) : List.of();
    boolean named = next.size() == fields + 2 && NameComment.isOne(next.get(fields));
    return next(word, named ? fields + 1 : fields);
  }

  /** The fields after the word that begins the next line. */
  private List<String> next(String word, int fields) {
    List<String> found = fields(hasNext() ? lines.get(read) : "");
    read++;
    if (!found.get(0).equals(word) || found.size() != fields + 1) {
      throw new IllegalArgumentException(
          "'%s' with %d fields is expected%s".formatted(word, fields, altered()));
    }
    return found.subList(1, found.size());
  }

  private static List<String> fields(String line) {
    return List.of(line.split(PlanText.SEPARATOR, -1));
  }

  private String altered() {
    return edited
        ? "; lines can be struck, and nothing else can be changed"
        : "; the text was cut short or altered (parseEdited reads one from which lines were"
            + " struck)";
  }
}
