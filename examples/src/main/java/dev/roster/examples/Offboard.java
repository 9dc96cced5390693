package dev.roster.examples;

import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Takes one person out of every group, in every cloud, and says what it did. Without arguments it
 * does so in two local stores that it starts itself. The listing already gives the membership ids,
 * so every removal is one request.
 */
@Command(
    name = "Offboard",
    mixinStandardHelpOptions = true,
    description = "Removes a person from every group, everywhere.")
final class Offboard implements Callable<Integer> {

  @Parameters(
      paramLabel = "\"URI USER\"",
      description = "a store and the person's user id in it, in one argument")
  private List<String> users = List.of();

  @Option(names = "--file", description = "more of them, one a line")
  private @Nullable Path file;

  @Option(names = "--yes", description = "really remove; without it, only say what would be")
  private boolean yes;

  private final PrintStream out;
  private long removed;
  private long failed;

  Offboard(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the program.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Offboard(System.out)).execute(arguments));
  }

  @Override
  public Integer call() {
    List<StoreEntry> entries = StoreEntry.of(users, file);
    if (!entries.isEmpty()) {
      return offboard(entries);
    }
    try (LocalClouds clouds = LocalClouds.start()) {
      clouds.fill();
      yes = true;
      return offboard(clouds.userEntries());
    }
  }

  private int offboard(List<StoreEntry> entries) {
    try (Stores stores = new Stores()) {
      entries.forEach(entry -> everywhere(stores.open(entry.uri()), new UserId(entry.id())));
    }
    out.printf("%d removed, %d failed%s%n", removed, failed, yes ? "" : " (nothing was changed)");
    return failed == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void everywhere(RosterClient client, UserId user) {
    out.println(client + " user " + user);
    try {
      removeOrAnnounce(client, user);
    } catch (RosterException failure) {
      failed++;
      out.println("  " + failure.getMessage());
    }
  }

  private void removeOrAnnounce(RosterClient client, UserId user) {
    if (yes) {
      remove(client, user);
    } else {
      client.listMembershipsForMember(user).forEach(this::announce);
    }
  }

  private void announce(Membership membership) {
    out.printf("  group %s: would be removed%n", membership.groupId());
  }

  private void remove(RosterClient client, UserId user) {
    BulkSummary summary = BulkMemberships.of(client).removeFromAllGroups(user, this::report);
    removed += summary.count(ItemStatus.REMOVED) + summary.count(ItemStatus.ABSENT_REMOVER_UNKNOWN);
    failed += summary.count(ItemStatus.FAILED) + summary.count(ItemStatus.UNKNOWN);
    if (summary.end() != BulkEnd.COMPLETED) {
      failed++;
      out.printf("  ended early, run it again: %s%n", summary.end());
    }
  }

  private void report(ItemResult result) {
    out.printf("  group %s: %s%n", result.item().groupId(), words(result));
  }

  private static String words(ItemResult result) {
    return switch (result.status()) {
      case REMOVED -> "removed";
      case ABSENT_REMOVER_UNKNOWN -> "removed; a response was lost, so perhaps by another client";
      case ALREADY_ABSENT -> "was gone already";
      default -> result.error().map(RosterException::getMessage).orElse("");
    };
  }
}
