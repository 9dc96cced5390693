package dev.roster.cli.commands.sync;

import dev.roster.cli.exit.ExitCode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.sync.Approval;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves a plan. */
@Command(
    name = "approve",
    description = {
      "Approves a plan that you have read.",
      "The approval names the checksum of the plan, so that it is good for no other.",
      "A sync that needs an approval says the checksum, which can be given instead of the file."
    },
    footer = {
      "",
      "Example:",
      "  roster approve changes.plan --approval changes.approval --by \"Grace Hopper\""
    })
public final class ApproveCommand implements Callable<Integer> {

  private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

  @Parameters(paramLabel = "PLAN", description = "what 'roster plan --out' wrote, or its checksum")
  private @Nullable Path plan;

  @Option(
      names = "--approval",
      paramLabel = "FILE",
      required = true,
      description = "where to write the approval")
  private @Nullable Path approval;

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "who has read it")
  private String by = "";

  @Override
  public Integer call() {
    Path read = Objects.requireNonNull(plan, "required");
    try {
      Approval.of(checksum(read), by).write(Objects.requireNonNull(approval, "required"));
      return ExitCode.DONE;
    } catch (IllegalArgumentException malformed) {
      throw ApplyCommand.unusable(read, malformed);
    }
  }

  /** A sync that asks for an approval says the checksum, and keeps no plan. */
  private static String checksum(Path read) {
    String text = read.toString();
    return CHECKSUM.matcher(text).matches()
        ? text
        : ReconcilePlan.parse(ApplyCommand.read(read)).checksum();
  }
}
