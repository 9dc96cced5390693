package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.LookupKey;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.RemovalRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways in which syncs have emptied groups. In each, no one is removed without an approval, what
 * is to be added is added, and an administrator is given the rule and how to go on.
 *
 * <p>The guards on numbers and the quarantine are off, so that trust in the source alone decides.
 */
class SyncDisastersTest {

  private static final List<String> GROUPS = List.of("developers", "operators", "auditors");
  private static final int MEMBERS = 10;

  @TempDir Path directory;

  private final Company company = new Company("d-1234567890", MemoryPersonality.TELLING);

  @BeforeEach
  void everyoneIsThereAndARunWentWell() throws IOException {
    for (String group : GROUPS) {
      IntStream.range(0, MEMBERS).forEach(number -> company.join(group, group + "-" + number));
    }
    company.user("new");
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(export(rows())).read());
    assertThat(report.status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
  }

  @AfterEach
  void close() {
    company.close();
  }

  private SyncRun run() {
    return builder().build();
  }

  private SyncRunBuilder builder() {
    return SyncRun.builder(company.client, directory)
        .clock(company.time)
        .requestIds(company.requestIds)
        .quarantine(Duration.ZERO)
        .guard(RemovalGuard.allowingAll());
  }

  /** Everyone who is there. */
  private static List<String> rows() {
    return new ArrayList<>(
        GROUPS.stream()
            .flatMap(
                group -> IntStream.range(0, MEMBERS).mapToObj(at -> group + "," + group + "-" + at))
            .toList());
  }

  private Path export(List<String> rows) throws IOException {
    return write("group,user\n" + String.join("\n", rows) + "\n");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("people.csv"), text);
  }

  /** No one is gone, and who is new is there where the source could say so. */
  private void assertRefused(SyncReport report, RemovalRule rule, boolean added, String... told) {
    assertThat(report.status()).isEqualTo(SyncStatus.REFUSED);
    assertThat(report.removals()).isEmpty();
    assertThat(report.refusals()).extracting(Refusal::rule).contains(rule);
    String message = String.join("\n", report.messages());
    assertThat(message)
        .contains(List.of(told))
        .contains("allow the rule " + rule.id() + " for this run");
    assertThat(message).doesNotContain("developers-");
    for (String group : GROUPS) {
      Set<String> expected = new HashSet<>();
      IntStream.range(0, MEMBERS).forEach(number -> expected.add(group + "-" + number));
      assertThat(company.members(group)).containsAll(expected);
    }
    assertThat(company.members("developers").contains("new")).isEqualTo(added);
  }

  @Test
  void disaster1AnEmptySourceRemovesNoOne() throws IOException {
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(export(List.of())).read());
    assertRefused(report, RemovalRule.SOURCE_EMPTY, false, "people.csv has no member");
    SyncReport nothing = run().sync(EXCLUSIVE, CsvSource.of(write("")).read());
    assertRefused(nothing, RemovalRule.SOURCE_ENDED_EARLY, false, "it has no header");
  }

  @Test
  void disaster2AnExportThatWasCutInTheMiddleOfALineRemovesNoOne() throws IOException {
    List<String> rows = rows();
    rows.add(0, "developers,new");
    String whole = "group,user\n" + String.join("\n", rows) + "\n";
    for (int cut = whole.length() - 2; cut > whole.length() - 20; cut--) {
      if (whole.charAt(cut - 1) != '\n') {
        Path file = write(whole.substring(0, cut));
        SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(file).read());
        assertRefused(
            report, RemovalRule.SOURCE_ENDED_EARLY, true, "its last line has no line end");
      }
    }
  }

  @Test
  void disaster3ASourceErrorAfterHalfRemovesNoOne() {
    DesiredMembers.Builder half = DesiredMembers.from("the personnel system");
    half.member(LookupKey.groupName("developers"), LookupKey.userName("new"));
    IntStream.range(0, MEMBERS)
        .forEach(
            at ->
                half.member(
                    LookupKey.groupName("developers"), LookupKey.userName("developers-" + at)));
    GROUPS.forEach(group -> half.group(LookupKey.groupName(group)));
    SyncReport report = run().sync(EXCLUSIVE, half.failed("connection reset").build());
    assertRefused(
        report,
        RemovalRule.SOURCE_FAILED,
        true,
        "the personnel system failed after 14 rows: connection reset");
  }

  @Test
  void disaster4AMissingPageRemovesNoOne() throws IOException {
    List<String> rows = rows();
    rows.subList(MEMBERS, 2 * MEMBERS).clear();
    rows.add("operators,");
    rows.add("developers,new");
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(export(rows)).read());
    assertRefused(
        report,
        RemovalRule.SOURCE_SHRANK,
        true,
        "people.csv has 21 members, and had 30 at the last run: 30.0 % fewer");
  }

  @Test
  void disaster4AMissingPageOfASourceThatAnnouncesItsSizeRemovesNoOne() {
    DesiredMembers.Builder pages = DesiredMembers.from("the directory").expectingRows(31);
    GROUPS.forEach(
        group ->
            IntStream.range(0, MEMBERS)
                .filter(at -> !(group.equals("auditors") && at > 5))
                .forEach(
                    at ->
                        pages.member(
                            LookupKey.groupName(group), LookupKey.userName(group + "-" + at))));
    pages.member(LookupKey.groupName("developers"), LookupKey.userName("new"));
    SyncReport report = run().sync(EXCLUSIVE, pages.build());
    assertRefused(report, RemovalRule.SOURCE_ENDED_EARLY, true, "it announces 31 rows and has 27");
  }

  @Test
  void disaster5AGroupRenamedAtTheSourceLosesNoOne() throws IOException {
    List<String> rows = rows();
    rows.replaceAll(row -> row.replace("operators,", "operations,"));
    rows.add("operators,");
    rows.add("developers,new");
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(export(rows)).read());
    assertRefused(
        report,
        RemovalRule.NAMES_UNMATCHED,
        true,
        "people.csv names 1 group that the store has not");
  }

  @Test
  void disaster6AFilterThatMatchedNothingRemovesNoOne() throws IOException {
    List<String> rows = GROUPS.stream().map(group -> group + ",").toList();
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(export(rows)).read());
    assertRefused(report, RemovalRule.SOURCE_EMPTY, false, "people.csv has no member");
  }

  @Test
  void disaster7NamesOfWhichNoneMatchesRemoveNoOne() throws IOException {
    List<String> rows = rows();
    rows.replaceAll(row -> row + "@example.com");
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(export(rows)).read());
    assertRefused(
        report,
        RemovalRule.NAMES_UNMATCHED,
        false,
        "people.csv names 30 users that the store has not (lines 2, 3, 4,",
        "and 20 more)");
  }

  @Test
  void disaster8HalfOfTheUsersDisabledAtTheSourceRemovesNoOne() throws IOException {
    List<String> rows = rows();
    rows.removeIf(row -> row.matches(".*[13579]"));
    rows.add("developers,new");
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(export(rows)).read());
    assertRefused(report, RemovalRule.SOURCE_SHRANK, true, "16 members, and had 30");
  }

  @Test
  void disaster9TwoSourcesWithTheSameUserInOtherCaseRemoveNoOne() throws IOException {
    DesiredMembers first = CsvSource.of(export(rows())).read();
    Path other = directory.resolve("other.csv");
    Files.writeString(other, "group,user\ndevelopers,Developers-0\ndevelopers,new\n");
    SyncReport report = run().sync(EXCLUSIVE, first.and(CsvSource.of(other).read()));
    assertRefused(
        report,
        RemovalRule.NAMES_AMBIGUOUS,
        true,
        "people.csv and other.csv spells 1 user name in upper and in lower case");
  }

  @Test
  void disaster10AUserWithTwoMatchesRemovesNoOne() throws IOException {
    company.user("twin-1", "twin@example.com");
    company.user("twin-2", "other@example.com");
    company.twins.set("other@example.com", "twin@example.com");
    List<String> rows = rows();
    rows.replaceAll(row -> row + ",");
    rows.add("developers,,twin@example.com");
    rows.add("developers,new,");
    Path file = write("group,user,email\n" + String.join("\n", rows) + "\n");
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(file).read());
    assertRefused(
        report,
        RemovalRule.NAMES_AMBIGUOUS,
        true,
        "people.csv names 1 user that several are (line 32)");
  }

  @Test
  void disaster11IdsOfAnotherEnvironmentRemoveNoOne() throws IOException {
    List<String> rows =
        IntStream.range(0, 30)
            .mapToObj(at -> company.group("developers") + ",staging-user-" + at)
            .toList();
    Path file = write("group_id,user_id\n" + String.join("\n", rows) + "\n");
    SyncReport report = run().sync(EXCLUSIVE, CsvSource.of(file).read());
    assertThat(report.status()).isEqualTo(SyncStatus.PARTLY_DONE);
    assertThat(report.removals()).isEmpty();
    assertThat(report.refusals())
        .extracting(Refusal::rule)
        .containsExactly(RemovalRule.ADDITIONS_FAILED);
    assertThat(company.members("developers")).hasSize(MEMBERS);
    assertThat(String.join("\n", report.messages()))
        .contains("30 members or groups that the source has are not known to the store");
  }

  @Test
  void disaster11FilesOfAnotherEnvironmentAreRefused() throws IOException {
    List<String> rows = rows();
    rows.remove(0);
    Path file = export(rows);
    try (Company production = new Company("d-0000000000", MemoryPersonality.TELLING)) {
      GROUPS.forEach(
          group ->
              IntStream.range(0, MEMBERS).forEach(at -> production.join(group, group + "-" + at)));
      SyncRun wrong =
          SyncRun.builder(production.client, directory)
              .clock(production.time)
              .quarantine(Duration.ZERO)
              .build();
      SyncReport report = wrong.sync(EXCLUSIVE, CsvSource.of(file).read());
      assertThat(report.status()).isEqualTo(SyncStatus.REFUSED);
      assertThat(report.refusals())
          .extracting(Refusal::rule)
          .containsExactly(RemovalRule.STATE_BROKEN);
      assertThat(String.join("\n", report.messages())).contains("it is of memory://d-1234567890");
      ReconcilePlan plan = run().plan(EXCLUSIVE, CsvSource.of(file).read()).changes();
      assertThat(plan.removals()).isEqualTo(1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> wrong.apply(plan))
          .withMessageContaining("the plan is for memory://d-1234567890");
      assertThat(production.members("developers")).hasSize(MEMBERS);
    }
  }

  @Test
  void disaster12AStalePlanRemovesNoOne() throws IOException {
    List<String> rows = rows();
    rows.remove(0);
    rows.add("developers,new");
    ReconcilePlan plan = run().plan(EXCLUSIVE, CsvSource.of(export(rows)).read()).changes();
    company.join("developers", "late");
    SyncReport report = run().apply(plan);
    assertRefused(
        report,
        RemovalRule.PLAN_STALE,
        true,
        "the plan is not of today: 1 of its groups were changed since it was made");
    assertThat(builder().allow(RemovalRule.PLAN_STALE).build().apply(plan).status())
        .isEqualTo(SyncStatus.DONE);
    assertThat(company.members("developers"))
        .contains("new", "late")
        .doesNotContain("developers-0");
  }

  @Test
  void disaster13ARunThatStartsWhileAnotherOneRunsChangesNothing() throws IOException {
    List<String> rows = rows();
    rows.add("developers,new");
    DesiredMembers desired = CsvSource.of(export(rows)).read();
    AtomicReference<Throwable> second = new AtomicReference<>();
    SyncRun first =
        builder()
            .outcomes(
                outcome -> {
                  try {
                    run().sync(EXCLUSIVE, desired);
                  } catch (RunUnderWayException refused) {
                    second.set(refused);
                  }
                })
            .build();
    assertThat(first.sync(EXCLUSIVE, desired).status()).isEqualTo(SyncStatus.DONE);
    assertThat(second.get())
        .hasMessageContaining("another run is under way: process " + ProcessHandle.current().pid())
        .hasMessageContaining("Nothing was changed");
    assertThat(run().sync(EXCLUSIVE, desired).status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
  }

  @Test
  void aMissingStateRefusesRemovalsOnceAndABrokenOneUntilSomeoneActs() throws IOException {
    List<String> rows = rows();
    rows.remove(0);
    DesiredMembers desired = CsvSource.of(export(rows)).read();
    Path state = directory.resolve("state.jsonl");
    String whole = Files.readString(state);
    for (String broken : List.of("", whole.substring(1), whole.replace("30", "31"), "{}\n")) {
      Files.writeString(state, broken);
      assertRefused(
          run().sync(EXCLUSIVE, desired), RemovalRule.STATE_BROKEN, false, "move it away");
      assertThat(Files.readString(state)).isEqualTo(broken);
    }
    Files.delete(state);
    assertRefused(
        run().sync(EXCLUSIVE, desired), RemovalRule.STATE_MISSING, false, "no state file");
    assertThat(run().sync(EXCLUSIVE, desired).status()).isEqualTo(SyncStatus.DONE);
    assertThat(company.members("developers")).hasSize(MEMBERS - 1);
  }

  @Test
  void aRuleThatIsAllowedForThisRunRefusesNothing() throws IOException {
    List<String> rows = rows();
    rows.subList(2 * MEMBERS, 3 * MEMBERS).clear();
    rows.add("auditors,");
    DesiredMembers desired = CsvSource.of(export(rows)).read();
    assertRefused(run().sync(EXCLUSIVE, desired), RemovalRule.SOURCE_SHRANK, false, "33.3 % fewer");
    assertRefused(
        builder().allow(RemovalRule.SOURCE_EMPTY).build().sync(EXCLUSIVE, desired),
        RemovalRule.SOURCE_SHRANK,
        false,
        "33.3 % fewer");
    SyncReport report = builder().allow(RemovalRule.SOURCE_SHRANK).build().sync(EXCLUSIVE, desired);
    assertThat(report.status()).isEqualTo(SyncStatus.DONE);
    assertThat(report.plan().allowed().get(0).rule()).isEqualTo(RemovalRule.SOURCE_SHRANK);
    assertThat(company.members("auditors")).isEmpty();
  }

  @Test
  void anAdditiveSyncNeedsNoTrust() throws IOException {
    Path file = write("group,user\ndevelopers,new\ndevelopers,unknown");
    SyncReport report = run().sync(ReconcileMode.ADDITIVE, CsvSource.of(file).read());
    assertThat(report.status()).isEqualTo(SyncStatus.PARTLY_DONE);
    assertThat(report.refusals()).isEmpty();
    assertThat(company.members("developers")).hasSize(MEMBERS + 1);
  }

  @Test
  void aGroupThatDoesNotExistFailsTheRunBeforeAnythingIsChanged() throws IOException {
    Path file = write("group_id,user_id\ng-unknown," + company.user("new") + "\n");
    assertThatThrownBy(() -> run().sync(EXCLUSIVE, CsvSource.of(file).read()))
        .hasMessageContaining("group");
    assertThat(Files.exists(directory.resolve("audit.jsonl"))).isTrue();
    assertThat(AuditFile.read(directory.resolve("audit.jsonl"))).isEmpty();
  }
}
