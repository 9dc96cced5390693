package dev.roster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan is a value: what it refuses to be, and its text, which says all of it. */
class ReconcilePlanTest {

  private static final IdentityStoreId STORE = new IdentityStoreId("d-1234567890");
  private static final GroupId GROUP = new GroupId("g-1");
  private static final String PRINT = "00000000000000ff";
  private static final String BARE =
      """
      roster-plan\t2
      store\tmemory\td-1234567890
      mode\texclusive
      groups\t2
      group\tg-1\t3\t00000000000000ff\t1\t2
      add\tg-1\tu-new
      remove\tg-1\tu-1\tm-1
      remove\tg-1\tu-2\tm-2
      group\tg-2\t0\t0000000000000000\t0\t0
      """;
  private static final String TEXT = checked(BARE);

  /** The text with the checks and the end that belong to its lines, whatever these say. */
  private static String checked(String bare) {
    List<String> lines = new ArrayList<>();
    String head = String.join("\n", bare.lines().limit(4).toList()) + '\n';
    String group = "";
    for (String line : bare.lines().toList()) {
      boolean isGroup = line.startsWith("group\t");
      boolean isChange = line.startsWith("add\t") || line.startsWith("remove\t");
      String dependsOn = isGroup ? head : group;
      lines.add(isGroup || isChange ? line + '\t' + sha256(dependsOn + '\n' + line, 4) : line);
      group = isGroup ? lines.get(lines.size() - 1) : group;
    }
    String text = String.join("\n", lines) + '\n';
    long changes = lines.stream().filter(line -> line.matches("(add|remove)\t.*")).count();
    return "%send\t%d\t%s\n".formatted(text, changes, sha256(text, 32));
  }

  private static String sha256(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static ReconcilePlan plan() {
    return new ReconcilePlan(
        "memory",
        STORE,
        ReconcileMode.EXCLUSIVE,
        List.of(
            new GroupChanges(
                GROUP, 3, PRINT, List.of(new UserId("u-new")), List.of(removal(1), removal(2))),
            new GroupChanges(new GroupId("g-2"), 0, "0000000000000000", List.of(), List.of())));
  }

  private static Membership removal(int number) {
    return new Membership(STORE, GROUP, new UserId("u-" + number), new MembershipId("m-" + number));
  }

  @Test
  void itsTextIsOneChangeALine() {
    assertThat(plan().toText()).isEqualTo(TEXT);
    assertThat(plan())
        .hasToString("exclusive plan for 2 groups of memory://d-1234567890: add 1, remove 2");
    assertThat(plan().groups().get(0)).hasToString("group g-1: add 1, remove 2 of 3 members");
  }

  @Test
  void itCountsItsChanges() {
    assertThat(plan().additions()).isEqualTo(1);
    assertThat(plan().removals()).isEqualTo(2);
    assertThat(plan().expectedCalls()).isEqualTo(3);
    assertThat(plan().isEmpty()).isFalse();
    assertThat(plan().groups()).extracting(GroupChanges::isEmpty).containsExactly(false, true);
  }

  static Stream<String> waysToSaveTheText() {
    return Stream.of(TEXT, TEXT.stripTrailing(), TEXT.replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("waysToSaveTheText")
  void itsTextIsReadBack(String text) {
    assertThat(ReconcilePlan.parse(text)).isEqualTo(plan());
  }

  @Test
  void whateverIdentifiersAreTheTextIsReadBack() {
    Random random = new Random(20261121);
    for (int round = 0; round < 500; round++) {
      ReconcilePlan plan = anyPlan(random);
      assertThat(ReconcilePlan.parse(plan.toText())).isEqualTo(plan);
    }
  }

  @Test
  void aTextThatIsCutAtAnyLineIsRefused() {
    List<String> lines = TEXT.lines().toList();
    for (int kept = 0; kept < lines.size(); kept++) {
      String cut = String.join("\n", lines.subList(0, kept));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ReconcilePlan.parse(cut))
          .withMessageContaining("line " + (kept + 1));
    }
  }

  @Test
  void aTextThatIsCutAnywhereIsRefused() {
    for (int kept = 0; kept < TEXT.length() - 1; kept++) {
      String cut = TEXT.substring(0, kept);
      assertThatIllegalArgumentException().isThrownBy(() -> ReconcilePlan.parse(cut));
      assertThatIllegalArgumentException().isThrownBy(() -> ReconcilePlan.parseEdited(cut));
    }
  }

  @Test
  void aTextInWhichAnyCharacterIsAnotherOrMissingIsRefused() {
    for (int at = 0; at < TEXT.length() - 1; at++) {
      for (String instead : List.of("", "0", "e", "\t", " ")) {
        String altered = TEXT.substring(0, at) + instead + TEXT.substring(at + 1);
        if (!altered.equals(TEXT)) {
          assertThatIllegalArgumentException().isThrownBy(() -> ReconcilePlan.parse(altered));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "roster-plan\t2, roster-plan\t3, version 3",
        "roster-plan\t2, roster-plan\t1, version 1 of the form does not show",
        "roster-plan\t2, something, line 1",
        "mode\texclusive, mode\tsomehow, additive or exclusive",
        "mode\texclusive, mode\tadditive, removes no member",
        "group\tg-1\t3, group\tg-1\tx, whole number",
        "group\tg-1\t3, group\tg-1\t-3, whole number",
        "group\tg-1\t3, group\tg-1\t1, 2 removals of 1 members",
        "00000000000000ff, ff, hexadecimal",
        "add\tg-1\tu-new, add\tg-2\tu-new, group g-1 is expected",
        "add\tg-1\tu-new, add\tg-1\tu-1, more than one change",
        "u-2\tm-2, u-1\tm-2, more than one change",
        "u-2\tm-2, u-2, 'remove' with 4 fields",
        "u-2\tm-2, u-2\tm-2\tm-3, 'remove' with 4 fields",
        "group\tg-2, group\tg-1, twice",
        "add\tg-1\tu-new, \"add\tg-1\t \", blank",
        "groups\t2, groups\t1, 'end' with 2 fields",
        "groups\t2, groups\t+2, whole number",
        "groups\t2, groups\t18446744073709551615, whole number",
        "group\tg-1\t3, group\tg-1\t18446744073709551615, whole number",
      })
  void aTextThatBreaksARuleIsRefusedWithTheLineAndTheRule(
      String before, String after, String told) {
    String altered = checked(BARE.replace(before, after));
    assertThat(altered).isNotEqualTo(TEXT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReconcilePlan.parse(altered))
        .withMessageContaining("line")
        .withMessageContaining(told);
    assertThatIllegalArgumentException().isThrownBy(() -> ReconcilePlan.parseEdited(altered));
  }

  @Test
  void aLineTakenOutIsNoticedByTheCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReconcilePlan.parse(without("remove\tg-1\tu-1")))
        .withMessageContaining("line 8")
        .withMessageContaining("parseEdited");
  }

  @Test
  void struckLinesGiveAPlanWithoutThemAndWithCountsOfItsOwn() {
    ReconcilePlan edited = ReconcilePlan.parseEdited(without("add\t", "remove\tg-1\tu-1"));
    GroupChanges first =
        new GroupChanges(new GroupId("g-1"), 3, PRINT, List.of(), List.of(removal(2)));
    assertThat(edited.groups()).containsExactly(first, plan().groups().get(1));
    assertThat(ReconcilePlan.parse(edited.toText())).isEqualTo(edited);
  }

  @Test
  void aGroupCanBeStruckWithAllOfItsChanges() {
    ReconcilePlan edited = ReconcilePlan.parseEdited(without("group\tg-1", "add\t", "remove\t"));
    assertThat(edited.groups()).containsExactly(plan().groups().get(1));
  }

  @Test
  void aGroupStruckWithoutItsChangesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReconcilePlan.parseEdited(without("group\tg-1")));
  }

  @ParameterizedTest
  @MethodSource("waysToSaveTheText")
  void aTextFromWhichNothingWasStruckIsThePlanItself(String text) {
    assertThat(ReconcilePlan.parseEdited(text)).isEqualTo(plan());
  }

  @Test
  void anEditedTextWithoutItsEndIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReconcilePlan.parseEdited(without("end\t")))
        .withMessageContaining("'end'");
  }

  @Test
  void aLineOfAnotherPlanIsRefusedInAnEditedText() {
    String other = checked(BARE.replace("mode\texclusive", "mode\tadditive"));
    String line = other.lines().filter(each -> each.startsWith("add\t")).findFirst().orElseThrow();
    String mixed = without("add\t").replace("remove\tg-1\tu-1", line + "\nremove\tg-1\tu-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReconcilePlan.parseEdited(mixed))
        .withMessageContaining("line 6")
        .withMessageContaining("lines can be struck");
  }

  @Test
  void noAlterationOfAnEditedTextBringsAChangeThatWasNotInThePlan() {
    String edited = without("remove\tg-1\tu-2");
    for (int at = 0; at < edited.length(); at++) {
      for (String instead : List.of("", "0", "u", "\t", "\n", "-smith")) {
        String altered = edited.substring(0, at) + instead + edited.substring(at + 1);
        requireNothingNew(altered);
      }
    }
  }

  private static void requireNothingNew(String text) {
    try {
      ReconcilePlan read = ReconcilePlan.parseEdited(text);
      assertThat(read.identityStoreId()).isEqualTo(STORE);
      read.groups().forEach(ReconcilePlanTest::requirePartOfThePlan);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("line");
    }
  }

  private static void requirePartOfThePlan(GroupChanges read) {
    GroupChanges written =
        plan().groups().stream()
            .filter(group -> group.groupId().equals(read.groupId()))
            .findFirst()
            .orElseThrow();
    assertThat(written.fingerprint()).isEqualTo(read.fingerprint());
    assertThat(written.additions()).containsAll(read.additions());
    assertThat(written.removals()).containsAll(read.removals());
  }

  @Test
  void anyLinesThatAreStruckGiveTheRestOfThePlan() {
    Random random = new Random(20261122);
    for (int round = 0; round < 200; round++) {
      ReconcilePlan plan = anyPlan(random);
      List<String> kept =
          plan.toText()
              .lines()
              .filter(line -> !line.matches("(?s)(add|remove)\t.*") || random.nextBoolean())
              .toList();
      long changes = kept.stream().filter(line -> line.matches("(?s)(add|remove)\t.*")).count();
      ReconcilePlan read = ReconcilePlan.parseEdited(String.join("\n", kept));
      assertThat(read.expectedCalls()).isEqualTo(changes);
      assertThat(read.groups()).hasSameSizeAs(plan.groups());
      assertThat(ReconcilePlan.parse(read.toText())).isEqualTo(read);
    }
  }

  /** The text without the lines that begin so. */
  private static String without(String... beginnings) {
    return TEXT.lines()
            .filter(line -> Stream.of(beginnings).noneMatch(line::startsWith))
            .collect(Collectors.joining("\n"))
        + '\n';
  }

  private static ReconcilePlan anyPlan(Random random) {
    List<GroupChanges> groups = new ArrayList<>();
    for (int group = random.nextInt(4); group > 0; group--) {
      groups.add(anyGroup(random, new GroupId(group + anyText(random))));
    }
    return new ReconcilePlan("any", STORE, ReconcileMode.EXCLUSIVE, groups);
  }

  private static GroupChanges anyGroup(Random random, GroupId group) {
    List<MemberId> additions = new ArrayList<>();
    List<Membership> removals = new ArrayList<>();
    for (int number = random.nextInt(6); number > 0; number--) {
      UserId user = new UserId(number + anyText(random));
      if (random.nextBoolean()) {
        additions.add(user);
      } else {
        removals.add(
            new Membership(STORE, group, user, new MembershipId(number + anyText(random))));
      }
    }
    int present = removals.size() + random.nextInt(100);
    String fingerprint = "%016x".formatted(random.nextLong());
    return new GroupChanges(group, present, fingerprint, additions, removals);
  }

  /** Anything that an identifier can be: blanks, quotes, commas, line separators beyond ASCII. */
  private static String anyText(Random random) {
    String letters = "a \"',;=#\\\u00e9\u2028\u3042";
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
