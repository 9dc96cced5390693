package dev.roster.examples;

import dev.roster.IdentityStoreId;
import dev.roster.RosterClient;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import dev.roster.reconcile.Protection;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.RemovalRule;
import dev.roster.sync.AuditFile;
import dev.roster.sync.AuditedMemberships;
import dev.roster.sync.CsvSource;
import dev.roster.sync.Drift;
import dev.roster.sync.RequestIds;
import dev.roster.sync.Snapshot;
import dev.roster.sync.SyncReport;
import dev.roster.sync.SyncRun;
import dev.roster.sync.SyncRunBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A group follows a file, in a store in memory: a good night, a night on which the export was cut
 * short, a removal that an administrator allowed, and one by the help desk. All of it is in one
 * audit file. Nothing is sent anywhere.
 */
final class SyncTour {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1111111111"));
  private final RequestIds requestIds = new RequestIds();
  private final Path directory;
  private final PrintStream out;

  SyncTour(Path directory, PrintStream out) {
    this.directory = directory;
    this.out = out;
    store.groups().create(Attributes.none().with("displayName", "developers"));
    Stream.of("ada", "grace", "linus", "break-glass-1")
        .forEach(name -> store.users().create(Attributes.none().with("userName", name)));
  }

  /**
   * Runs the program.
   *
   * @param arguments none
   * @throws IOException if the directory for its files cannot be made
   */
  public static void main(String[] arguments) throws IOException {
    new SyncTour(Files.createTempDirectory("roster-sync"), System.out).run();
  }

  void run() throws IOException {
    try (RosterClient client =
        RosterClient.builder(MemoryMemberships.driver(store)).listener(requestIds).build()) {
      out.println("A first night:");
      night(client, export("ada", "grace", "linus", "break-glass-1"));
      Snapshot before =
          Snapshot.of(
              client, client.directory().groups().list().stream().map(it -> it.id()).toList());
      out.println("The export was cut short:");
      night(client, Files.writeString(people(), "group,user\ndevelopers,ada\ndevelopers,gra"));
      out.println("Linus leaves, and an administrator allows it:");
      allowed(client, export("ada", "grace")).messages().forEach(out::println);
      Drift.since(before, client).entries().forEach(out::println);
      out.println("The help desk takes Grace out:");
      removed(client, directory.resolve("audit.jsonl"), leaver());
      audit();
    }
  }

  private void night(RosterClient client, Path file) {
    SyncRun run =
        SyncRun.builder(client, directory)
            .by("nightly sync")
            .requestIds(requestIds)
            .protection(Protection.none().withMembersLike("break-glass-*"))
            .build();
    SyncReport report = run.sync(ReconcileMode.EXCLUSIVE, CsvSource.of(file).read());
    report.messages().forEach(out::println);
  }

  private SyncReport allowed(RosterClient client, Path file) {
    SyncRunBuilder thisRun =
        SyncRun.builder(client, directory)
            .by("an administrator")
            .protection(Protection.none().withMembersLike("break-glass-*"))
            .quarantine(Duration.ZERO)
            .allow(RemovalRule.SOURCE_SHRANK);
    return thisRun.build().sync(ReconcileMode.EXCLUSIVE, CsvSource.of(file).read());
  }

  private List<GroupMember> leaver() {
    return List.of(
        new GroupMember(
            store.groups().find("displayName", "developers"),
            store.users().find("userName", "grace")));
  }

  private void removed(RosterClient client, Path file, List<GroupMember> leavers) {
    try (AuditFile audit = AuditFile.open(file, Clock.systemUTC(), "the help desk")) {
      BulkSummary summary =
          AuditedMemberships.of(audit)
              .remove(BulkMemberships.of(client), leavers.iterator(), out::println);
      out.println(summary);
    }
  }

  private Path people() {
    return directory.resolve("people.csv");
  }

  private Path export(String... users) throws IOException {
    String rows = "developers," + String.join("\ndevelopers,", users);
    return Files.writeString(people(), "group,user\n" + rows + "\n");
  }

  private void audit() {
    try (var entries = AuditFile.read(directory.resolve("audit.jsonl"))) {
      entries.forEach(
          entry ->
              out.println(
                  "%s %s %s by %s"
                      .formatted(
                          entry.action(),
                          entry.memberName().orElse(""),
                          entry.outcome().orElse(""),
                          entry.by())));
    }
  }
}
