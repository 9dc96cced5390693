package dev.roster.examples;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.Page;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.directory.KnownNames;
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
 * Who is in which group, in every cloud: the export that an auditor asks for. Without arguments it
 * reviews two local stores that it starts itself.
 */
@Command(
    name = "AccessReview",
    mixinStandardHelpOptions = true,
    description = "Exports the members of groups, across clouds, as a table and as CSV.")
final class AccessReview implements Callable<Integer> {

  @Parameters(
      paramLabel = "\"URI GROUP\"",
      description = "a store and a group in it, in one argument, separated by a space")
  private List<String> groups = List.of();

  @Option(names = "--file", description = "more of them, one a line")
  private @Nullable Path file;

  @Option(names = "--csv", description = "write CSV instead of a table")
  private boolean csv;

  @Option(names = "--names", description = "show names of groups and users; they are looked up")
  private boolean names;

  private final PrintStream out;

  AccessReview(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the program.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new AccessReview(System.out)).execute(arguments));
  }

  @Override
  public Integer call() {
    List<StoreEntry> entries = StoreEntry.of(groups, file);
    if (!entries.isEmpty()) {
      return review(entries, report());
    }
    try (LocalClouds clouds = LocalClouds.start()) {
      clouds.fill();
      List<StoreEntry> local = clouds.groupEntries();
      return csv ? review(local, report()) : both(local);
    }
  }

  private int both(List<StoreEntry> local) {
    int failed = review(local, new TableReport(out));
    out.println();
    return failed + review(local, new CsvReport(out, names));
  }

  private AccessReport report() {
    return csv ? new CsvReport(out, names) : new TableReport(out);
  }

  /** Streams: a group of any size passes through without being held. */
  private int review(List<StoreEntry> entries, AccessReport report) {
    int failed = 0;
    report.begin();
    try (Stores stores = new Stores()) {
      for (StoreEntry entry : entries) {
        failed += review(stores, entry, report) ? 0 : 1;
      }
    }
    return failed == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean review(Stores stores, StoreEntry entry, AccessReport report) {
    try {
      RosterClient client = stores.open(entry.uri());
      Pager<Membership> members = client.listMemberships(new GroupId(entry.id())).withReadAhead();
      for (Page<Membership> page : members.pages()) {
        KnownNames known = names ? stores.names(entry.uri(), page.items()) : KnownNames.none();
        page.items().forEach(membership -> report.row(client.provider(), membership, known));
      }
      return true;
    } catch (RosterException failure) {
      System.err.println("group " + entry.id() + ": " + failure.getMessage());
      return false;
    }
  }
}
