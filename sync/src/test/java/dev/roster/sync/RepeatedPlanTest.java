package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.LookupKey;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.ReconcilePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    DesiredMembers.Builder desired = DesiredMembers.from("the list");
    for (String user : List.of("ada", "grace", "new")) {
      desired.member(LookupKey.groupName("developers"), LookupKey.userName(user));
    }
    return run.propose(EXCLUSIVE, desired.build()).changes();
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
}
