package dev.roster.cli.commands.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.cli.commands.Cloud;
import dev.roster.cli.commands.Run;
import dev.roster.reconcile.ReconcilePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as actions, and what becomes of it. */
class ActionCsvTest {

  @TempDir private Path directory;

  private Run run(Cloud cloud, String... arguments) {
    return cloud
        .shell()
        .with("ROSTER_STATE", directory.resolve("state").toString())
        .with("ROSTER_QUARANTINE", "0")
        .run(arguments);
  }

  /** Edsger leaves Engineers, Grace joins. */
  private String source() throws IOException {
    Path file = directory.resolve("members.csv");
    Files.writeString(file, "group,user\nEngineers,ada\nEngineers,alan\nEngineers,grace\n");
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--protect-user=edsger", "--max-removals=0", "--quarantine=24h"})
  void whatAGuardHeldBackIsNoAction(String guard) throws IOException {
    try (Cloud cloud = Cloud.of("aws")) {
      String source = source();
      Run sync = run(cloud, "sync", source, "--exclusive", "--dry-run", guard, "-o", "action-csv");
      assertThat(sync.out()).contains("add,").doesNotContain("remove");
      assertThat(run(cloud, "plan", source, "--exclusive", guard, "-o", "csv").out())
          .contains("remove,");
      Run plan = run(cloud, "plan", source, "--exclusive", guard, "-o", "action-csv");
      assertThat(plan.out()).contains("add,").doesNotContain("remove");

      Path actions = Files.writeString(directory.resolve("changes.csv"), plan.out());
      Run applied = run(cloud, "apply", actions.toString(), "--yes");
      assertThat(applied.exitCode()).as(applied.all()).isZero();
      assertThat(cloud.emulator().requestCount(Operation.DELETE_MEMBERSHIP)).isZero();
      assertThat(cloud.emulator().requestCount(Operation.CREATE_MEMBERSHIP)).isOne();
      Run done = run(cloud, "sync", source, "--exclusive", "--yes", guard, "-o", "action-csv");
      assertThat(done.out()).doesNotContain("remove");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void whoJoinsWhileTheFileIsReadStays(String name) {
    try (Cloud cloud = Cloud.of(name)) {
      String alan =
          cloud
              .run("member", "list", "Engineers", "-o", "action-csv")
              .out()
              .lines()
              .filter(line -> line.startsWith("action,") || line.contains(",alan,"))
              .map(line -> line.replaceFirst("^add,", "remove,") + "\n")
              .reduce("", String::concat);
      AtomicBoolean joined = new AtomicBoolean();
      try (RosterClient client =
          RosterClient.builder(cloud.uri()).listener(joining(cloud, joined)).build()) {
        ReconcilePlan plan = ActionCsv.plan(client, alan);
        assertThat(joined).isTrue();
        assertThat(plan.changes())
            .singleElement()
            .satisfies(change -> assertThat(change.isRemoval()).isTrue())
            .satisfies(
                change ->
                    assertThat(change.memberId().value()).isEqualTo(cloud.user("alan").value()));
      }
    }
  }

  /** Another administrator, between the first reading of the groups and the second. */
  private static CallListener joining(Cloud cloud, AtomicBoolean joined) {
    return new CallListener() {
      @Override
      public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
        if (joined.compareAndSet(false, true)) {
          cloud.store().createMembership(cloud.group("Engineers"), cloud.user("grace"));
        }
      }
    };
  }

  @Test
  void onlyTheChangesOfTheFileAreMade() throws IOException {
    try (Cloud cloud = Cloud.of("aws")) {
      String listed = cloud.run("groups-of", "alan", "-o", "action-csv").out();
      Path file =
          Files.writeString(
              directory.resolve("changes.csv"), listed.replace("\nadd,", "\nremove,"));
      Run applied = run(cloud, "apply", file.toString(), "--yes", "-o", "csv");
      assertThat(applied.out().lines().skip(1)).hasSize(2).allMatch(line -> line.contains("alan"));
      assertThat(cloud.store().membershipCount()).isEqualTo(4);
    }
  }
}
