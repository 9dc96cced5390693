package dev.roster.sync;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.roster.Operation;
import dev.roster.directory.KnownNames;
import dev.roster.directory.LookupKey;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.Protection;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.RemovalRule;
import dev.roster.reconcile.SourceTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is added, removed, held back and written down, whatever the service is like. */
class SyncRunTest {

  @TempDir Path directory;

  private static DesiredMembers developers(String... users) {
    DesiredMembers.Builder desired = DesiredMembers.from("the list");
    desired.group(LookupKey.groupName("developers"));
    for (String user : users) {
      desired.member(LookupKey.groupName("developers"), LookupKey.userName(user));
    }
    return desired.build();
  }

  private static Company company(MemoryPersonality personality, String... developers) {
    Company company = new Company("d-1234567890", personality);
    List.of(developers).forEach(user -> company.join("developers", user));
    company.user("new");
    return company;
  }

  private SyncRun run(Company company, UnaryOperator<SyncRunBuilder> settings) {
    return settings
        .apply(
            SyncRun.builder(company.client, directory)
                .clock(company.time)
                .requestIds(company.requestIds)
                .by("test"))
        .build();
  }

  private static SyncRunBuilder careless(SyncRunBuilder builder) {
    return builder.quarantine(Duration.ZERO).allow(RemovalRule.STATE_MISSING);
  }

  private List<AuditEntry> audit() {
    try (var entries = AuditFile.read(directory.resolve("audit.jsonl"))) {
      return entries.toList();
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void aGroupFollowsItsSourceAndTheAuditHasEachChange(MemoryPersonality personality) {
    try (Company company = company(personality, "ada", "grace", "linus")) {
      SyncRun run = run(company, SyncRunTest::careless);
      SyncReport report = run.sync(EXCLUSIVE, developers("ada", "grace", "new"));
      assertThat(report.status()).isEqualTo(SyncStatus.DONE);
      assertThat(company.members("developers")).containsExactlyInAnyOrder("ada", "grace", "new");
      assertThat(audit()).extracting(AuditEntry::action).containsExactly("add", "remove");
      AuditEntry added = audit().get(0);
      assertThat(added.by()).isEqualTo("test");
      assertThat(added.plan()).hasValue(report.checksum());
      assertThat(added.groupName()).hasValue("developers");
      assertThat(added.memberName()).hasValue("new");
      assertThat(added.change().orElseThrow().memberId()).isEqualTo(company.user("new"));
      assertThat(run.sync(EXCLUSIVE, developers("ada", "grace", "new")).status())
          .isEqualTo(SyncStatus.NOTHING_TO_DO);
      assertThat(audit()).hasSize(2);
    }
  }

  @Test
  void aMemberIsRemovedWhenTheRemovalHasBeenDueForADayAndNotBefore() {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace", "linus")) {
      SyncRun run = run(company, builder -> builder);
      DesiredMembers without = developers("ada", "grace");
      assertThat(run.sync(EXCLUSIVE, without).refusals())
          .extracting(Refusal::rule)
          .containsExactly(RemovalRule.STATE_MISSING);
      company.time.advance(Duration.ofHours(23));
      SyncReport early = run.sync(EXCLUSIVE, without);
      assertThat(early.status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
      assertThat(early.plan().waiting().values())
          .singleElement()
          .satisfies(
              end ->
                  assertThat(Duration.between(company.time.instant(), end).toSeconds())
                      .isBetween(3599L, 3600L));
      company.time.advance(Duration.ofHours(1));
      assertThat(run.sync(EXCLUSIVE, without).status()).isEqualTo(SyncStatus.DONE);
      assertThat(company.members("developers")).containsExactlyInAnyOrder("ada", "grace");
    }
  }

  @Test
  void aMemberWhoIsDesiredAgainInBetweenBeginsAnew() {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace", "linus")) {
      SyncRun run =
          run(company, builder -> builder.trust(SourceTrust.defaults().withMaxShrinkage(0.5)));
      run.sync(EXCLUSIVE, developers("ada", "grace"));
      company.time.advance(Duration.ofHours(12));
      run.sync(EXCLUSIVE, developers("ada", "grace", "linus"));
      company.time.advance(Duration.ofHours(12));
      run.sync(EXCLUSIVE, developers("ada", "grace"));
      assertThat(company.members("developers")).contains("linus");
      company.time.advance(Duration.ofHours(24));
      run.sync(EXCLUSIVE, developers("ada", "grace"));
      assertThat(company.members("developers")).doesNotContain("linus");
    }
  }

  @Test
  void aListThatIsNotTrustedNeitherBeginsNorEndsAQuarantine() throws IOException {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace", "linus")) {
      SyncRun run = run(company, builder -> builder);
      run.sync(EXCLUSIVE, developers("ada", "grace"));
      String state = Files.readString(directory.resolve("state.jsonl"));
      company.time.advance(Duration.ofHours(25));
      assertThat(run.sync(EXCLUSIVE, developers()).status()).isEqualTo(SyncStatus.REFUSED);
      assertThat(Files.readString(directory.resolve("state.jsonl"))).isEqualTo(state);
      assertThat(company.members("developers")).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void whatIsProtectedIsRemovedByNoRun(MemoryPersonality personality) {
    try (Company company = company(personality, "ada", "break-glass", "grace", "linus")) {
      company.join("admins", "linus");
      Protection protection =
          Protection.none()
              .withMembersLike("BREAK-*")
              .withMembers(company.user("ada"))
              .withGroupsLike("adm?ns");
      SyncRun run =
          run(
              company,
              builder ->
                  careless(builder).protection(protection).guard(RemovalGuard.allowingAll()));
      DesiredMembers.Builder desired = DesiredMembers.from("the list");
      desired.group(LookupKey.groupName("admins"));
      desired.member(LookupKey.groupName("developers"), LookupKey.userName("linus"));
      SyncReport report = run.sync(EXCLUSIVE, desired.build());
      assertThat(report.plan().protectedRemovals()).hasSize(3);
      assertThat(company.members("developers"))
          .containsExactlyInAnyOrder("ada", "break-glass", "linus");
      assertThat(company.members("admins")).containsExactly("linus");
      assertThat(report.status()).isEqualTo(SyncStatus.DONE);
    }
  }

  @Test
  void aPlanForReviewNeedsNoStateAndNoQuarantineAndIsGuardedOtherwise() {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace", "linus")) {
      SyncRun run = run(company, builder -> builder);
      DesiredMembers desired = developers("ada", "grace", "new");
      assertThat(run.plan(EXCLUSIVE, desired).changes().removals()).isZero();
      SyncPlan proposed = run.propose(EXCLUSIVE, desired);
      assertThat(proposed.changes().removals()).isEqualTo(1);
      assertThat(run.propose(EXCLUSIVE, developers()).changes().removals()).isZero();
      assertThat(run.apply(proposed.changes()).status()).isEqualTo(SyncStatus.DONE);
      assertThat(company.members("developers")).containsExactlyInAnyOrder("ada", "grace", "new");
    }
  }

  @Test
  void aReviewedPlanRemovesNothingThatIsProtected() {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace", "linus")) {
      SyncRun planner = run(company, SyncRunTest::careless);
      ReconcilePlan plan = planner.plan(EXCLUSIVE, developers("grace", "linus")).changes();
      assertThat(plan.removals()).isEqualTo(1);
      Protection ada = Protection.none().withMembersLike("ada");
      SyncReport report = run(company, builder -> builder.protection(ada)).apply(plan);
      assertThat(report.removals()).isEmpty();
      assertThat(company.members("developers")).contains("ada");
    }
  }

  @Test
  void removalsWaitForAnApprovalThatNamesThePlan() {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace", "linus")) {
      Path approval = directory.resolve("approval.json");
      SyncRun run = run(company, builder -> careless(builder).approval(approval));
      DesiredMembers desired = developers("ada", "grace", "new");
      SyncReport waiting = run.sync(EXCLUSIVE, desired);
      assertThat(waiting.status()).isEqualTo(SyncStatus.REFUSED);
      assertThat(waiting.isApprovalMissing()).isTrue();
      assertThat(String.join("\n", waiting.messages())).contains(waiting.checksum());
      assertThat(company.members("developers")).contains("linus", "new");
      Approval.of(waiting.checksum(), "an administrator").write(approval);
      SyncReport another = run.sync(EXCLUSIVE, desired);
      assertThat(another.isApprovalMissing()).as("the group has changed since").isTrue();
      Approval.of(another.checksum(), "an administrator").write(approval);
      assertThat(run.sync(EXCLUSIVE, desired).status()).isEqualTo(SyncStatus.DONE);
      assertThat(company.members("developers")).doesNotContain("linus");
    }
  }

  @Test
  void limitsCountForWhatIsRemovedNowAndForWhatIsNewlyDue() {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace", "linus", "ken")) {
      company.time.advance(Duration.ofHours(1));
      SyncRun run =
          run(company, builder -> builder.guard(RemovalGuard.defaults().withMaxRemovals(1)));
      run.sync(EXCLUSIVE, developers("ada", "grace", "linus", "ken"));
      SyncReport report = run.sync(EXCLUSIVE, developers("ada", "grace", "linus", "new"));
      assertThat(report.refusals()).isEmpty();
      SyncReport two =
          run(company, builder -> builder.guard(RemovalGuard.defaults().withMaxRemovals(0)))
              .sync(EXCLUSIVE, developers("ada", "grace", "linus", "new"));
      assertThat(two.refusals()).as("known to be due, and waiting").isEmpty();
      SyncReport many =
          run(
                  company,
                  builder ->
                      builder
                          .guard(RemovalGuard.defaults().withMaxRemovalsOfGroup(0))
                          .allow(RemovalRule.SOURCE_SHRANK))
              .sync(EXCLUSIVE, developers("ada", "grace", "new"));
      assertThat(many.refusals())
          .extracting(Refusal::rule)
          .containsExactly(RemovalRule.TOO_MANY_REMOVALS_OF_GROUP);
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void aRunOfTheSamePlanRepeatsNothingThatTheAuditHas(MemoryPersonality personality) {
    try (Company company = company(personality, "ada", "grace", "linus")) {
      SyncRun run = run(company, SyncRunTest::careless);
      ReconcilePlan plan = run.plan(EXCLUSIVE, developers("ada", "grace", "new")).changes();
      RuntimeException killed = new IllegalStateException("killed");
      SyncRun dying =
          run(
              company,
              builder ->
                  careless(builder)
                      .outcomes(
                          outcome -> {
                            throw killed;
                          }));
      assertThatThrownBy(() -> dying.apply(plan)).isSameAs(killed);
      company.store.requests().reset();
      SyncReport report = run.apply(plan);
      assertThat(report.status()).isEqualTo(SyncStatus.DONE);
      assertThat(company.store.requests().of(Operation.CREATE_MEMBERSHIP)).isZero();
      assertThat(company.members("developers")).containsExactlyInAnyOrder("ada", "grace", "new");
      assertThat(audit())
          .extracting(AuditEntry::action)
          .containsExactly("begin", "add", "begin", "remove", "end");
      assertThat(run.apply(plan).status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
    }
  }

  @Test
  void aChangeThatTheFileHasNotIsFoundAndWrittenDown() throws IOException {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace", "linus")) {
      SyncRun run = run(company, SyncRunTest::careless);
      ReconcilePlan plan = run.plan(EXCLUSIVE, developers("ada", "grace", "new")).changes();
      run.apply(plan);
      Path file = directory.resolve("audit.jsonl");
      List<String> lines = Files.readAllLines(file);
      Files.writeString(file, lines.get(0) + "\n" + lines.get(1).substring(0, 60));
      assertThat(run.apply(plan).status()).isEqualTo(SyncStatus.NOTHING_TO_DO);
      assertThat(audit())
          .extracting(AuditEntry::action, entry -> entry.outcome().orElse(""))
          .containsExactly(
              tuple("begin", ""),
              tuple("add", "already_present"),
              tuple("remove", "already_absent"),
              tuple("end", ""));
    }
  }

  @Test
  void aChangeThatFailedIsInTheAuditWithItsCodeAndRequestId() {
    try (Company company = company(MemoryPersonality.TELLING, "ada")) {
      company
          .store
          .faults()
          .on(Operation.CREATE_MEMBERSHIP)
          .next(Fault.of(FaultKind.ACCESS_DENIED));
      SyncReport report =
          run(company, SyncRunTest::careless).sync(EXCLUSIVE, developers("ada", "new"));
      assertThat(report.status()).isEqualTo(SyncStatus.PARTLY_DONE);
      assertThat(audit().get(0).outcome()).hasValue("failed");
      assertThat(audit().get(0).error()).hasValue("ACCESS_DENIED");
    }
  }

  @Test
  void aPlanAndAReviewChangeNothingAndWriteNothing() throws IOException {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "linus")) {
      SyncRun run = run(company, SyncRunTest::careless);
      SyncPlan plan = run.plan(EXCLUSIVE, developers("ada", "new"));
      assertThat(run.review(plan.changes()).changes()).isEqualTo(plan.changes());
      assertThat(company.members("developers")).containsExactlyInAnyOrder("ada", "linus");
      try (var files = Files.list(directory)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void anInterruptedRunIsReportedAndWrittenDown() {
    try (Company company = company(MemoryPersonality.TELLING, "ada")) {
      Thread caller = Thread.currentThread();
      SyncRun run =
          run(company, builder -> careless(builder).outcomes(outcome -> caller.interrupt()));
      SyncReport report = run.sync(EXCLUSIVE, developers("ada", "new"));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(report.additions()).hasSize(1);
      assertThat(audit()).extracting(AuditEntry::action).containsExactly("add");
    }
  }

  @Test
  void aGroupThatTheSourceNamesInTwoWaysIsOneGroup() {
    try (Company company = company(MemoryPersonality.TELLING, "ada", "grace")) {
      DesiredMembers desired =
          DesiredMembers.from("the list")
              .member(LookupKey.groupName("developers"), LookupKey.userName("ada"))
              .member(company.group("developers"), company.user("grace"))
              .member(company.group("developers"), LookupKey.email("new@example.com"))
              .build();
      SyncReport report = run(company, SyncRunTest::careless).sync(EXCLUSIVE, desired);
      assertThat(report.removals()).isEmpty();
      assertThat(company.members("developers")).containsExactlyInAnyOrder("ada", "grace", "new");
    }
  }

  @Test
  void aSharedAuditFileHasTheLinesOfEveryRun() {
    try (Company company = company(MemoryPersonality.TELLING, "ada")) {
      Path shared = directory.resolve("shared.jsonl");
      AuditFile other = AuditFile.open(shared, company.time, "another sync");
      run(company, builder -> careless(builder).auditFile(shared))
          .sync(EXCLUSIVE, developers("ada", "new"));
      new AuditLines(other, null, KnownNames.none(), new RequestIds()).begin();
      other.close();
      try (var entries = AuditFile.read(shared)) {
        assertThat(entries.map(AuditEntry::by)).containsExactly("test", "another sync");
      }
    }
  }
}
