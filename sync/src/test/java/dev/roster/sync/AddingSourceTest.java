package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source that only adds is never followed in part without a word. */
class AddingSourceTest {

  @TempDir private Path directory;

  private static Company company() {
    Company company = new Company("d-1234567890", MemoryPersonality.TELLING);
    company.join("developers", "ada");
    company.user("new");
    return company;
  }

  private SyncRun run(Company company, UnaryOperator<SyncRunBuilder> settings) {
    return settings
        .apply(SyncRun.builder(company.client, directory.resolve("state")).clock(company.time))
        .build();
  }

  private DesiredMembers source(String text) throws IOException {
    byte[] bytes = text.replace("|", "\n").getBytes(StandardCharsets.ISO_8859_1);
    return dev.roster.sync.CsvSource.of(Files.write(directory.resolve("members.csv"), bytes))
        .read();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "NAMES_UNMATCHED, `group,user,email|developers,new,|developers,stranger,|`, line 3",
        "NAMES_UNMATCHED, `group,user,email|developers,new,|no such group,ada,|`, line 3",
        "NAMES_AMBIGUOUS, `group,user,email|developers,new,|developers,NEW,|`, lines 2",
        "ROWS_UNREADABLE, `group,user,email|developers,new,|developers|`, line 3",
        "ROWS_UNREADABLE, `group,user,email|developers,new,|developers,\u00e9,|`, line 3",
        "SOURCE_ENDED_EARLY, `group,user,email|developers,new,|developers,ad`, ended early",
        "SOURCE_FAILED, `group,user,email|developers,new,|developers,\"a\"d\"a,|x`, members.csv",
        "SOURCE_EMPTY, `group,user,email|`, no member",
        "SOURCE_EMPTY, ``, no member",
      })
  void whatIsLeftOutIsSaidAndIsNoSuccess(RemovalRule rule, String text, String said)
      throws IOException {
    try (Company company = company()) {
      SyncRun run = run(company, builder -> builder);
      SyncPlan plan = run.plan(ReconcileMode.ADDITIVE, source(text));
      assertThat(plan.findings()).extracting(Refusal::rule).contains(rule);
      assertThat(plan.messages()).anySatisfy(message -> assertThat(message).contains(said));
      SyncReport report = run.sync(ReconcileMode.ADDITIVE, source(text));
      assertThat(report.status()).as(report.toString()).isEqualTo(SyncStatus.PARTLY_DONE);
      assertThat(report.messages())
          .anySatisfy(message -> assertThat(message).contains(said).contains(rule.id()))
          .noneSatisfy(message -> assertThat(message).contains("Nothing is removed"));
      if (rule != RemovalRule.SOURCE_EMPTY) {
        assertThat(company.members("developers")).contains("ada", "new");
      }
    }
  }

  @Test
  void whatIsAllowedForThisRunIsASuccess() throws IOException {
    try (Company company = company()) {
      DesiredMembers desired = source("group,user|developers,new|developers,stranger|");
      SyncRun run = run(company, builder -> builder.allow(RemovalRule.NAMES_UNMATCHED));
      assertThat(run.plan(ReconcileMode.ADDITIVE, desired).allowed())
          .extracting(Refusal::rule)
          .containsExactly(RemovalRule.NAMES_UNMATCHED);
      assertThat(run.sync(ReconcileMode.ADDITIVE, desired).status()).isEqualTo(SyncStatus.DONE);
    }
  }

  @Test
  void aSourceThatShrankIsFollowedBecauseNoOneIsRemoved() throws IOException {
    try (Company company = company()) {
      SyncRun run = run(company, builder -> builder);
      DesiredMembers all = source("group,user|developers,ada|developers,new|");
      run.sync(ReconcileMode.EXCLUSIVE, all);
      SyncReport less = run.sync(ReconcileMode.ADDITIVE, source("group,user|developers,ada|"));
      assertThat(less.status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
      assertThat(less.plan().findings()).isEmpty();
    }
  }

  @Test
  void aRunThatAlsoRemovesHasTheSameAsRefusals() throws IOException {
    try (Company company = company()) {
      SyncPlan plan =
          run(company, builder -> builder)
              .plan(ReconcileMode.EXCLUSIVE, source("group,user|developers,stranger|"));
      assertThat(plan.findings()).isEmpty();
      assertThat(plan.refusals()).extracting(Refusal::rule).contains(RemovalRule.NAMES_UNMATCHED);
    }
  }
}
