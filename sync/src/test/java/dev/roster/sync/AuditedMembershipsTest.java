package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.directory.KnownNames;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryPersonality;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever changes memberships can be written down, as a sync is. */
class AuditedMembershipsTest {

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("audit.jsonl");
  }

  private List<AuditEntry> entries() {
    try (Stream<AuditEntry> entries = AuditFile.read(file())) {
      return entries.toList();
    }
  }

  private AuditFile open(Company company) {
    return AuditFile.open(file(), company.time, "the help desk");
  }

  private static Iterator<GroupMember> pairs(Company company, String group, String... users) {
    GroupId id = company.group(group);
    return Stream.of(users).map(user -> new GroupMember(id, company.user(user))).iterator();
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void eachChangeHasALineWithWhatIsKnown(MemoryPersonality personality) {
    try (Company company = new Company("d-1234567890", personality);
        AuditFile audit = open(company)) {
      company.join("developers", "linus");
      KnownNames names = KnownNames.none().withMemberNames(Map.of(company.user("ada"), "ada"));
      AuditedMemberships audited =
          AuditedMemberships.of(audit).withNames(names).withRequestIds(company.requestIds);
      BulkMemberships bulk = BulkMemberships.of(company.client);
      audited.add(bulk, pairs(company, "developers", "ada", "grace"), any -> {});
      audited.remove(bulk, pairs(company, "developers", "linus"), any -> {});
      List<Membership> left =
          company.client.listMemberships(company.group("developers")).stream().toList();
      audited.removeMemberships(bulk, left.iterator(), any -> {});

      assertThat(company.members("developers")).isEmpty();
      assertThat(entries())
          .extracting(AuditEntry::action)
          .containsExactly("add", "add", "remove", "remove", "remove");
      assertThat(entries())
          .allSatisfy(
              entry -> {
                assertThat(entry.by()).isEqualTo("the help desk");
                assertThat(entry.plan()).isEmpty();
                assertThat(entry.outcome()).isPresent();
                assertThat(entry.requestId()).isPresent();
              });
      assertThat(entries())
          .filteredOn(entry -> entry.memberName().isPresent())
          .extracting(entry -> entry.change().orElseThrow().memberId())
          .containsOnly(company.user("ada"))
          .hasSize(2);
    }
  }

  @Test
  void aChangeThatFailedHasItsCode() {
    try (Company company = new Company("d-1234567890", MemoryPersonality.TELLING);
        AuditFile audit = open(company)) {
      company
          .store
          .faults()
          .on(Operation.CREATE_MEMBERSHIP)
          .next(Fault.of(FaultKind.ACCESS_DENIED));
      List<ItemResult> results = new ArrayList<>();
      AuditedMemberships.of(audit)
          .add(
              BulkMemberships.of(company.client),
              pairs(company, "developers", "ada"),
              results::add);
      assertThat(results).hasSize(1);
      assertThat(entries())
          .extracting(entry -> entry.outcome().orElse(""), entry -> entry.error().orElse(""))
          .containsExactly(tuple("failed", "ACCESS_DENIED"));
    }
  }

  @Test
  void thePlanIsNamedByItsChecksum() {
    try (Company company = new Company("d-1234567890", MemoryPersonality.TELLING);
        AuditFile audit = open(company)) {
      company.join("developers", "linus");
      Reconciler reconciler = Reconciler.of(company.client).withGuard(RemovalGuard.allowingAll());
      ReconcilePlan plan =
          reconciler.plan(
              ReconcileMode.EXCLUSIVE, company.group("developers"), List.of(company.user("ada")));
      List<ItemResult> results = new ArrayList<>();
      AuditedMemberships.of(audit).apply(reconciler, plan, results::add);
      assertThat(results).hasSize(2);
      assertThat(company.members("developers")).containsExactly("ada");
      assertThat(entries())
          .extracting(AuditEntry::action, entry -> entry.plan().orElse(""))
          .containsExactly(tuple("add", plan.checksum()), tuple("remove", plan.checksum()));
    }
  }

  /** What is changed in these tests, once by each method. */
  enum Way {
    ADD,
    REMOVE,
    REMOVE_MEMBERSHIPS
  }

  /** The line of a change is in the file before the service sees the next change of its group. */
  @Timeout(60)
  @ParameterizedTest
  @EnumSource(Way.class)
  void aGroupHasOneCallUnderWayAndItsLineIsWrittenBeforeTheNext(Way way) {
    try (Company company = new Company("d-1234567890", MemoryPersonality.TELLING);
        AuditFile audit = open(company)) {
      String[] users =
          IntStream.range(0, 12).mapToObj(each -> "user-" + each).toArray(String[]::new);
      Iterator<GroupMember> pairs = pairs(company, "developers", users);
      List<Membership> joined =
          Stream.of(users)
              .filter(any -> way != Way.ADD)
              .map(user -> company.join("developers", user))
              .toList();
      RequestsOfOneGroup requests = new RequestsOfOneGroup(() -> entries().size());
      try (RosterClient client = company.clientWith(requests)) {
        AuditedMemberships audited = AuditedMemberships.of(audit);
        BulkMemberships bulk = BulkMemberships.of(client);
        switch (way) {
          case ADD -> audited.add(bulk, requests.watching(pairs), any -> {});
          case REMOVE -> audited.remove(bulk, requests.watching(pairs), any -> {});
          case REMOVE_MEMBERSHIPS ->
              audited.removeMemberships(bulk, requests.watching(joined.iterator()), any -> {});
        }
      }
      assertThat(requests.mostUnderWay()).isOne();
      assertThat(requests.linesAtEachChange())
          .containsExactlyElementsOf(IntStream.range(0, users.length).boxed().toList());
      assertThat(entries()).hasSize(users.length);
    }
  }

  /** No line without a change, and no change that the listener does not know. */
  @Test
  void whereALineCannotBeWrittenTheRunEndsAndTheListenerKnowsWhatWasDone() throws IOException {
    try (Company company = new Company("d-1234567890", MemoryPersonality.TELLING)) {
      AuditFile audit = open(company);
      audit.close();
      List<ItemResult> results = new ArrayList<>();
      AuditedMemberships audited = AuditedMemberships.of(audit);
      assertThatThrownBy(
              () ->
                  audited.add(
                      BulkMemberships.of(company.client),
                      pairs(company, "developers", "ada", "grace", "linus"),
                      results::add))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("cannot be written");
      assertThat(results).hasSize(1);
      assertThat(company.store.membershipCount()).isEqualTo(1);
      assertThat(Files.size(file())).isZero();
    }
  }
}
