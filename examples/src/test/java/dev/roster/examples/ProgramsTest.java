package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The programs do what their documentation says, offline. */
class ProgramsTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private int exitCode;

  @Test
  void theQuickStartRunsOneScenarioOverBothProtocols() {
    run(QuickStart::new);
    assertThat(exitCode).isZero();
    assertThat(output())
        .contains("RosterClient[aws://d-1111111111]")
        .contains("RosterClient[huawei://d-2222222222]")
        .containsOnlyOnce("The same code ran on both.");
    assertThat(output().lines().filter(line -> line.contains("members: 5"))).hasSize(2);
    assertThat(output().lines().filter(line -> line.contains("took the user out again: REMOVED")))
        .hasSize(2);
    assertThat(output().lines().filter(line -> line.contains("10 requests went over the wire")))
        .hasSize(2);
  }

  @Test
  void theQuickStartChangesNoRealStoreWithoutASpokenYes() {
    run(QuickStart::new, "--uri", "aws://d-1234567890", "--group", "g", "--user", "u");
    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(output()).contains("--yes").doesNotContain("over the wire");
  }

  @Test
  void theAccessReviewListsEveryMemberOfBothCloudsAsCsv() {
    run(AccessReview::new, "--csv");
    assertThat(exitCode).isZero();
    assertThat(output().lines()).hasSize(1 + 2 * 5);
    assertThat(output()).startsWith("cloud,store,group,member,membership,created_at\r\n");
  }

  @Test
  void theAccessReviewReadsItsGroupsFromAFile(@TempDir Path folder) throws Exception {
    try (LocalClouds clouds = LocalClouds.start()) {
      Path file = folder.resolve("groups.txt");
      StoreEntry entry = clouds.groupEntries().get(0);
      Files.writeString(file, "# one group\n\n%s  %s\n".formatted(entry.uri(), entry.id()));
      run(AccessReview::new, "--csv", "--file", file.toString());
    }
    assertThat(exitCode).isZero();
    assertThat(output().lines()).hasSize(1 + 4);
  }

  @Test
  void theAccessReviewShowsNamesIfItIsAskedTo() {
    try (LocalClouds clouds = LocalClouds.start()) {
      clouds.fill();
      StoreEntry entry = clouds.groupEntries().get(0);
      try (RosterClient client = RosterClient.open(entry.uri())) {
        client
            .directory()
            .users()
            .update(
                clouds.user(),
                FieldChanges.<User>none().set(UserFields.USER_NAME, "=1+1,\"alice\""));
        client
            .directory()
            .groups()
            .update(
                clouds.group(), FieldChanges.<Group>none().set(GroupFields.DISPLAY_NAME, "Admins"));
      }
      run(AccessReview::new, "--names", "--csv", entry.uri() + " " + entry.id());
      assertThat(output()).contains("created_at,group_name,member_name\r\n");
      assertThat(output()).contains(",Admins,\"'=1+1,\"\"alice\"\"\"\r\n");
      run(AccessReview::new, "--names", entry.uri() + " " + entry.id());
      assertThat(output()).contains("\"Admins\"", "\"=1+1,\\\"alice\\\"\"");
    }
    assertThat(exitCode).isZero();
  }

  @Test
  void theTourOfASyncRemovesOnlyWhomAnAdministratorAllowed(@TempDir Path folder) throws Exception {
    new SyncTour(folder, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
    assertThat(output())
        .contains("DONE: 4 added, 0 removed")
        .contains("REFUSED: 0 added, 0 removed")
        .contains("its last line has no line end")
        .contains("allow the rule source-shrank for this run")
        .contains("DONE: 0 added, 1 removed")
        .contains("remove linus removed by an administrator")
        .contains("removed by the help desk");
    assertThat(output().lines().filter(line -> line.startsWith("LEFT"))).hasSize(1);
  }

  @Test
  void offboardingRemovesThePersonEverywhere() {
    run(Offboard::new);
    assertThat(exitCode).isZero();
    assertThat(output()).contains("2 removed, 0 failed");
  }

  @Test
  void offboardingOnlySaysWhatItWouldDoWithoutASpokenYes() {
    try (LocalClouds clouds = LocalClouds.start()) {
      clouds.fill();
      StoreEntry entry = clouds.userEntries().get(0);
      run(Offboard::new, entry.uri() + " " + entry.id());
      assertThat(clouds.journal("aws")).containsExactly("ListGroupMembershipsForMember 200");
    }
    assertThat(output()).contains("would be removed").contains("0 removed, 0 failed");
  }

  @Test
  void offboardingReportsEveryGroupAndSendsOneRequestForEach() {
    try (LocalClouds clouds = LocalClouds.start()) {
      clouds.fill();
      StoreEntry entry = clouds.userEntries().get(0);
      run(Offboard::new, "--yes", entry.uri() + " " + entry.id());
      assertThat(clouds.journal("aws"))
          .containsExactly("ListGroupMembershipsForMember 200", "DeleteGroupMembership 200");
      assertThat(output())
          .contains("group " + clouds.group() + ": removed")
          .contains("1 removed, 0 failed");
    }
    assertThat(exitCode).isZero();
  }

  @Test
  void offboardingSaysWhatFailedAndGoesOnInTheNextStore() {
    try (LocalClouds clouds = LocalClouds.start()) {
      clouds.fill();
      clouds
          .faults("aws")
          .on(Operation.DELETE_MEMBERSHIP)
          .always(Fault.of(FaultKind.ACCESS_DENIED));
      run(Offboard::new, lines("--yes", clouds.userEntries()));
    }
    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(output())
        .contains("Grant the caller's principal the action")
        .contains("1 removed, 1 failed");
  }

  @Test
  void theAccessReviewOfAMissingGroupStillListsTheOthersAndFails() {
    try (LocalClouds clouds = LocalClouds.start()) {
      StoreEntry entry = clouds.groupEntries().get(0);
      run(
          AccessReview::new,
          "--csv",
          entry.uri() + " 00000000-0000-4000-8000-00000000dead",
          entry.uri() + " " + entry.id());
    }
    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(output().lines()).hasSize(1 + 4);
  }

  private static String[] lines(String option, List<StoreEntry> entries) {
    return Stream.concat(
            Stream.of(option), entries.stream().map(entry -> entry.uri() + " " + entry.id()))
        .toArray(String[]::new);
  }

  private void run(Function<PrintStream, Callable<Integer>> program, String... arguments) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    exitCode = new CommandLine(program.apply(out)).execute(arguments);
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
