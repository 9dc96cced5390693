package dev.roster.examples;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The main demonstration. Without arguments it runs one scenario twice, offline: over one cloud's
 * protocol and over the other's, against a local server that it starts itself. With {@code --uri},
 * {@code --group}, {@code --user} and {@code --yes} it runs the same scenario against a real cloud,
 * with the credentials of the environment.
 */
@Command(
    name = "QuickStart",
    mixinStandardHelpOptions = true,
    description = "Puts a user into a group, asks about it in every way, and takes it out again.")
final class QuickStart implements Callable<Integer> {

  @Option(names = "--uri", description = "a real store, for example aws://STORE?region=REGION")
  private @Nullable String uri;

  @Option(names = "--group", description = "the id of a group in that store")
  private @Nullable String group;

  @Option(names = "--user", description = "the id of a user in that store")
  private @Nullable String user;

  @Option(names = "--yes", description = "really change the store")
  private boolean yes;

  private final PrintStream out;

  QuickStart(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the program.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new QuickStart(System.out)).execute(arguments));
  }

  @Override
  public Integer call() {
    if (uri == null && group == null && user == null) {
      return offline();
    }
    if (uri == null || group == null || user == null || !yes) {
      out.println(
          "A real cloud needs --uri, --group, --user and --yes: the store will be changed.");
      return CommandLine.ExitCode.USAGE;
    }
    return tour(uri, new GroupId(group), new UserId(user));
  }

  private int offline() {
    try (LocalClouds clouds = LocalClouds.start()) {
      int failed = 0;
      for (String local : clouds.uris()) {
        failed += tour(local, clouds.group(), clouds.user());
        String provider = local.substring(0, local.indexOf(':'));
        out.println("  as the server saw it: " + String.join(", ", clouds.journal(provider)));
        out.println();
      }
      out.println("The same code ran on both. Only the configuration string differed.");
      return failed;
    }
  }

  private int tour(String configuration, GroupId inGroup, UserId aUser) {
    WireLog wire = new WireLog(out);
    try (RosterClient client = RosterClient.builder(configuration).listener(wire).build()) {
      out.println(client);
      new MembershipTour(client, out).run(inGroup, aUser);
      out.printf("  %d requests went over the wire%n", wire.requests());
      return CommandLine.ExitCode.OK;
    } catch (RosterException failure) {
      out.println("  " + failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
