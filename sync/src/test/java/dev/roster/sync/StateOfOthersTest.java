package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.LookupKey;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import dev.roster.reconcile.SourceTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that a run cannot go by stays as it is, until a person has looked. */
class StateOfOthersTest {

  @TempDir private Path directory;

  private final Company company = new Company("d-1234567890", MemoryPersonality.TELLING);

  @BeforeEach
  void everyoneIsThere() {
    for (String user : new String[] {"ada", "grace", "linus"}) {
      company.join("developers", user);
    }
    company.join("operators", "ken");
    company.join("operators", "dennis");
    assertThat(run().sync(EXCLUSIVE, members("developers", "ada", "grace", "linus")).refusals())
        .isEmpty();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private SyncRun run(RemovalRule... allowed) {
    return SyncRun.builder(company.client, directory)
        .clock(company.time)
        .trust(SourceTrust.defaults().withMaxShrinkage(0.5))
        .allow(allowed)
        .build();
  }

  private static DesiredMembers members(String group, String... users) {
    DesiredMembers.Builder desired = DesiredMembers.from("the list");
    for (String user : users) {
      desired.member(LookupKey.groupName(group), LookupKey.userName(user));
    }
    return desired.build();
  }

  private String state() throws IOException {
    return Files.readString(directory.resolve("state.jsonl"));
  }

  @Test
  void twoSourcesThatShareADirectoryDoNotTakeEachOthersPlaces() throws IOException {
    run().sync(EXCLUSIVE, members("developers", "ada", "grace"));
    String before = state();
    company.time.advance(Duration.ofHours(12));
    SyncReport other = run().sync(EXCLUSIVE, members("operators", "ken"));
    assertThat(other.status()).isEqualTo(SyncStatus.REFUSED);
    assertThat(other.refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(RemovalRule.STATE_BROKEN))
        .satisfies(refusal -> assertThat(refusal.reason()).contains("is of another source"));
    assertThat(state()).isEqualTo(before);
    company.time.advance(Duration.ofHours(12));
    SyncReport own = run().sync(EXCLUSIVE, members("developers", "ada", "grace"));
    assertThat(own.removals()).hasSize(1);
  }

  @Test
  void aSourceThatNamesSomeOtherGroupsIsTheSame() {
    DesiredMembers more =
        members("developers", "ada", "grace", "linus").and(members("operators", "ken", "dennis"));
    assertThat(run().sync(EXCLUSIVE, more).refusals()).isEmpty();
    DesiredMembers less = members("operators", "ken", "dennis", "ada");
    assertThat(run().sync(EXCLUSIVE, less).refusals()).isEmpty();
  }

  @Test
  void aBrokenStateIsNotReplacedByARunThatRemovesNoOne() throws IOException {
    Files.writeString(directory.resolve("state.jsonl"), "damaged\n");
    SyncReport report = run().sync(EXCLUSIVE, members("developers", "ada", "grace", "linus"));
    assertThat(report.refusals())
        .extracting(Refusal::rule)
        .containsExactly(RemovalRule.STATE_BROKEN);
    assertThat(state()).isEqualTo("damaged\n");
  }

  @Test
  void whoHasLookedCanHaveItReplaced() throws IOException {
    Files.writeString(directory.resolve("state.jsonl"), "damaged\n");
    SyncReport allowed =
        run(RemovalRule.STATE_BROKEN)
            .sync(EXCLUSIVE, members("developers", "ada", "grace", "linus"));
    assertThat(allowed.status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
    assertThat(allowed.messages())
        .anySatisfy(message -> assertThat(message).startsWith("Allowed for this run: "));
    assertThat(state()).contains("roster-state");
  }
}
