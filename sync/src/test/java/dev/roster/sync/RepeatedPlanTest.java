package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.directory.LookupKey;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.RemovalRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the audit has of a plan counts for a run that was killed, and not for ever. */
class RepeatedPlanTest {

  @TempDir Path directory;

  private static Company company(MemoryPersonality personality) {
    Company company = new Company("d-1234567890", personality);
    List.of("ada", "grace", "linus").forEach(user -> company.join("developers", user));
    company.user("new");
    return company;
  }

  private SyncRun run(Company company) {
    return SyncRun.builder(company.client, directory).clock(company.time).build();
  }

  private static ReconcilePlan plan(SyncRun run) {
    return run.propose(EXCLUSIVE, desired()).changes();
  }

  private static DesiredMembers desired() {
    DesiredMembers.Builder desired = DesiredMembers.from("the list");
    for (String user : List.of("ada", "grace", "new")) {
      desired.member(LookupKey.groupName("developers"), LookupKey.userName(user));
    }
    return desired.build();
  }

  private List<AuditEntry> audit() {
    try (var entries = AuditFile.read(directory.resolve("audit.jsonl"))) {
      return entries.toList();
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void aPlanThatCameToItsEndIsWrittenDownOnceAndMadeAgainIfItWasUndone(
      MemoryPersonality personality) {
    try (Company company = company(personality)) {
      SyncRun run = run(company);
      ReconcilePlan plan = plan(run);
      run.apply(plan);
      assertThat(run.apply(plan).status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
      assertThat(audit())
          .extracting(AuditEntry::action)
          .containsExactly("begin", "add", "remove", "end");
      company.client.ensureNotMember(company.group("developers"), company.user("new"));
      SyncReport third = run.apply(plan);
      assertThat(third.status()).isEqualTo(SyncStatus.DONE);
      assertThat(third.additions()).hasSize(1);
      assertThat(company.members("developers")).contains("new");
    }
  }

  @Test
  void linesOutsideOfARunAreNotThoseOfAnUnfinishedOne() throws IOException {
    try (Company company = company(MemoryPersonality.TELLING)) {
      SyncRun run = run(company);
      ReconcilePlan plan = plan(run);
      run.apply(plan);
      Path file = directory.resolve("audit.jsonl");
      Files.write(file, Files.readAllLines(file).subList(1, 3));
      company.client.ensureNotMember(company.group("developers"), company.user("new"));
      assertThat(run.apply(plan).additions()).hasSize(1);
    }
  }

  /** A run that was ended before its end, after its first change. */
  private void endEarly(Company company, Consumer<SyncRun> running) {
    RuntimeException killed = new IllegalStateException("killed");
    SyncRun dying =
        SyncRun.builder(company.client, directory)
            .clock(company.time)
            .quarantine(Duration.ZERO)
            .allow(RemovalRule.STATE_MISSING)
            .outcomes(
                outcome -> {
                  throw killed;
                })
            .build();
    assertThatThrownBy(() -> running.accept(dying)).isSameAs(killed);
  }

  @Test
  void whatWasUndoneSinceARunThatWasEndedEarlyIsSaidAndMadeByTheRunAfterNext() {
    try (Company company = company(MemoryPersonality.TELLING)) {
      ReconcilePlan plan = plan(run(company));
      endEarly(company, dying -> dying.apply(plan));
      company.client.ensureNotMember(company.group("developers"), company.user("new"));
      String words = "1 of the changes are not made again";
      assertThat(run(company).review(plan).messages()).anyMatch(line -> line.startsWith(words));
      SyncReport second = run(company).apply(plan);
      assertThat(second.additions()).isEmpty();
      assertThat(second.removals()).hasSize(1);
      assertThat(second.messages()).anyMatch(line -> line.startsWith(words));
      SyncReport third = run(company).apply(plan);
      assertThat(third.additions()).hasSize(1);
      assertThat(third.messages()).noneMatch(line -> line.startsWith(words));
    }
  }

  @Test
  void aSyncThatWasKilledLeavesNoRunThatALaterPlanWouldGoBy() {
    try (Company company = company(MemoryPersonality.TELLING)) {
      ReconcilePlan plan = plan(run(company));
      endEarly(company, dying -> dying.sync(EXCLUSIVE, desired()));
      assertThat(audit()).extracting(AuditEntry::action).containsExactly("add");
      assertThat(audit())
          .extracting(AuditEntry::plan)
          .containsExactly(Optional.of(plan.checksum()));
      company.client.ensureNotMember(company.group("developers"), company.user("new"));
      SyncReport later = run(company).apply(plan);
      assertThat(later.additions()).hasSize(1);
      assertThat(later.plan().notRepeated()).isZero();
    }
  }

  @Test
  void aSyncOfTheSameChangesIsTheRestOfAReviewedPlanThatWasKilled() {
    try (Company company = company(MemoryPersonality.TELLING)) {
      ReconcilePlan plan = plan(run(company));
      endEarly(company, dying -> dying.apply(plan));
      SyncRun.builder(company.client, directory)
          .clock(company.time)
          .quarantine(Duration.ZERO)
          .allow(RemovalRule.STATE_MISSING)
          .build()
          .sync(EXCLUSIVE, desired());
      SyncReport report = run(company).apply(plan);
      assertThat(report.status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
      assertThat(audit())
          .extracting(AuditEntry::action)
          .containsExactly("begin", "add", "remove", "remove", "end");
    }
  }
}
