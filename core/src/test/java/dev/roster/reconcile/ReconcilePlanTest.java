package dev.roster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  private static final String TEXT =
      """
      roster-plan\t1
      store\tmemory\td-1234567890
      mode\texclusive
      groups\t2
      group\tg-1\t3\t00000000000000ff\t1\t2
      add\tg-1\tu-new
      remove\tg-1\tu-1\tm-1
      remove\tg-1\tu-2\tm-2
      group\tg-2\t0\t0000000000000000\t0\t0
      """;

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

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "roster-plan\t1, roster-plan\t2, version 2",
        "roster-plan\t1, something, line 1",
        "mode\texclusive, mode\tsomehow, additive or exclusive",
        "mode\texclusive, mode\tadditive, removes nobody",
        "group\tg-1\t3, group\tg-1\tx, whole number",
        "group\tg-1\t3, group\tg-1\t-3, whole number",
        "group\tg-1\t3, group\tg-1\t1, 2 removals of 1 members",
        "00000000000000ff, ff, hexadecimal",
        "add\tg-1\tu-new, add\tg-2\tu-new, group g-1 is expected",
        "add\tg-1\tu-new, add\tg-1\tu-1, more than one change",
        "u-2\tm-2, u-1\tm-2, more than one change",
        "u-2\tm-2, u-2, 'remove' with 3 fields",
        "u-2\tm-2, u-2\tm-2\tm-3, 'remove' with 3 fields",
        "group\tg-2, group\tg-1, twice",
        "add\tg-1\tu-new, \"add\tg-1\t \", blank",
        "groups\t2, groups\t1, after the last group",
        "groups\t2, groups\t+2, whole number",
        "groups\t2, groups\t18446744073709551615, whole number",
        "group\tg-1\t3, group\tg-1\t18446744073709551615, whole number",
      })
  void anAlteredTextIsRefusedWithTheLineAndTheRule(String before, String after, String told) {
    String altered = TEXT.replace(before, after);
    assertThat(altered).isNotEqualTo(TEXT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReconcilePlan.parse(altered))
        .withMessageContaining("line")
        .withMessageContaining(told);
  }

  @Test
  void aLineTakenOutIsNoticedByTheCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReconcilePlan.parse(TEXT.replace("remove\tg-1\tu-1\tm-1\n", "")))
        .withMessageContaining("line 8")
        .withMessageContaining("correct the counts");
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
