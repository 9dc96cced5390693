package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.ADDITIVE;
import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Operation;
import dev.roster.directory.LookupKey;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import dev.roster.reconcile.SourceTrust;
import dev.roster.sync.internal.file.SealedLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A member is removed when nothing has spoken for them for the whole of the waiting time. */
class WaitingRemovalsTest {

  @TempDir Path directory;

  private final Company company = new Company("d-1234567890", MemoryPersonality.TELLING);

  @BeforeEach
  void everyoneIsThereAndARunWentWell() {
    for (String user : new String[] {"ada", "grace", "linus"}) {
      company.join("developers", user);
    }
    company.join("operators", "ken");
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace", "linus")).removals()).isEmpty();
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
        .trust(SourceTrust.defaults().withMaxShrinkage(0.5));
  }

  private static DesiredMembers developers(String... users) {
    return members("developers", users);
  }

  private static DesiredMembers members(String group, String... users) {
    DesiredMembers.Builder desired = DesiredMembers.from("the list");
    for (String user : users) {
      desired.member(LookupKey.groupName(group), LookupKey.userName(user));
    }
    return desired.build();
  }

  private void aNightPasses() {
    company.time.advance(Duration.ofHours(24));
  }

  private SyncReport refused(DesiredMembers desired) {
    SyncReport report = run().sync(EXCLUSIVE, desired);
    assertThat(report.refusals()).extracting(Refusal::rule).contains(RemovalRule.NAMES_UNMATCHED);
    return report;
  }

  @Test
  void aMemberWhoIsDesiredByARunThatIsRefusedBeginsAnew() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    aNightPasses();
    refused(developers("ada", "grace", "linus", "unknown"));
    aNightPasses();
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).isEmpty();
    assertThat(company.members("developers")).contains("linus");
    aNightPasses();
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).hasSize(1);
  }

  @Test
  void aMemberWhoIsDesiredByARunThatOnlyAddsBeginsAnew() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    aNightPasses();
    run().sync(ADDITIVE, developers("linus"));
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).isEmpty();
    assertThat(company.members("developers")).contains("linus");
  }

  @Test
  void whoLeftAndWasAddedAgainBetweenTwoRunsBeginsAnewWhoeverDidIt() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    company.time.advance(Duration.ofHours(20));
    company.client.ensureNotMember(company.group("developers"), company.user("linus"));
    company.join("developers", "linus");
    company.time.advance(Duration.ofHours(4));
    SyncReport report = run().sync(EXCLUSIVE, developers("ada", "grace"));
    assertThat(report.removals()).isEmpty();
    assertThat(report.plan().waiting()).hasSize(1);
    aNightPasses();
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).hasSize(1);
  }

  @Test
  void aStateOfAnEarlierVersionIsReadAndItsPlacesCount() throws IOException {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    Path state = directory.resolve("state.jsonl");
    List<ObjectNode> lines = SealedLines.read(Files.readString(state));
    SealedLines earlier = new SealedLines();
    lines.forEach(line -> earlier.add(line.without("membership")));
    assertThat(earlier.sealed()).isNotEqualTo(Files.readString(state));
    Files.writeString(state, earlier.sealed());
    aNightPasses();
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).hasSize(1);
  }

  @Test
  void aRunThatIsRefusedKeepsThePlaceOfThoseWhomItDoesNotName() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    aNightPasses();
    refused(developers("ada", "grace", "unknown"));
    refused(members("operators", "ken", "unknown"));
    run().sync(ADDITIVE, developers("ada"));
    run().sync(ADDITIVE, members("operators", "ken"));
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).hasSize(1);
  }

  @Test
  void aRunThatIsRefusedLeavesTheSizeThatTheNextOneIsComparedWith() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    refused(developers("ada", "grace", "linus", "unknown", "another", "third"));
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).refusals()).isEmpty();
    refused(developers("unknown"));
    assertThat(builder().trust(SourceTrust.defaults()).build().sync(EXCLUSIVE, developers("ada")))
        .extracting(SyncReport::refusals)
        .asString()
        .contains("had 2 at the last run");
  }

  @Test
  void aMemberWhoIsAddedAgainAfterARemovalBeginsAnew() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    aNightPasses();
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).hasSize(1);
    company.join("developers", "linus");
    aNightPasses();
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).isEmpty();
    assertThat(company.members("developers")).contains("linus");
  }

  @Test
  void aMemberWhoIsAddedAgainAfterARunThatFailedBeginsAnew() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    aNightPasses();
    RuntimeException killed = new IllegalStateException("killed");
    SyncRun dying =
        builder()
            .outcomes(
                outcome -> {
                  throw killed;
                })
            .build();
    assertThatThrownBy(() -> dying.sync(EXCLUSIVE, developers("ada", "grace"))).isSameAs(killed);
    company.join("developers", "linus");
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).isEmpty();
  }

  @Test
  void aMemberWhoIsAddedAgainAfterAReviewedPlanBeginsAnew() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    aNightPasses();
    ReconcilePlan plan = run().propose(EXCLUSIVE, developers("ada", "grace")).changes();
    assertThat(run().apply(plan).removals()).hasSize(1);
    company.join("developers", "linus");
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).isEmpty();
  }

  /** The state is as it was before the removal, as a process that is killed leaves it. */
  @Test
  void aMemberWhoIsAddedAgainAfterARunThatWasKilledBeginsAnew() throws IOException {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    Path state = directory.resolve("state.jsonl");
    byte[] before = Files.readAllBytes(state);
    aNightPasses();
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).hasSize(1);
    Files.write(state, before);
    company.join("developers", "linus");
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).isEmpty();
    assertThat(company.members("developers")).contains("linus");
    aNightPasses();
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).hasSize(1);
  }

  @Test
  void aRemovalThatFailedKeepsItsPlace() {
    run().sync(EXCLUSIVE, developers("ada", "grace"));
    aNightPasses();
    company.store.faults().on(Operation.DELETE_MEMBERSHIP).next(Fault.of(FaultKind.ACCESS_DENIED));
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).failures()).hasSize(1);
    assertThat(run().sync(EXCLUSIVE, developers("ada", "grace")).removals()).hasSize(1);
    assertThat(company.members("developers")).doesNotContain("linus");
  }
}
