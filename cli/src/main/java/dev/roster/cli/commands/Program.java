package dev.roster.cli.commands;

import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.cli.configuration.ReadableText;
import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.configuration.VariableDefaults;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.exit.FailedException;
import dev.roster.cli.exit.RefusedException;
import dev.roster.cli.options.PathConverter;
import dev.roster.cli.output.UnsupportedFormatException;
import dev.roster.cli.session.RosterCommand;
import dev.roster.cli.store.NamesNotFoundException;
import dev.roster.cli.terminal.Notices;
import dev.roster.cli.terminal.ResultStream;
import dev.roster.cli.terminal.ResultsLostException;
import dev.roster.cli.terminal.StopRequest;
import dev.roster.cli.terminal.Surroundings;
import dev.roster.reconcile.RemovalsRefusedException;
import dev.roster.reconcile.UnmatchedMembersException;
import dev.roster.sync.RunUnderWayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program, from its arguments to its exit code. */
public final class Program {

  private final RosterCommand root;
  private final Notices notices;
  private final StopRequest stop;

  private Program(Surroundings surroundings, StopRequest stop) {
    this.root = new RosterCommand(surroundings, stop, Program::run);
    this.notices = new Notices(surroundings, false);
    this.stop = stop;
  }

  /**
   * Runs the program as a process: Ctrl-C and SIGTERM stop it in order.
   *
   * @param surroundings what it was started with
   * @param arguments its arguments
   * @return the exit code
   */
  public static int main(Surroundings surroundings, String... arguments) {
    Notices notices = new Notices(surroundings, false);
    StopRequest stop =
        new StopRequest(
            Thread.currentThread(),
            () -> notices.say("roster: stopping; once more to end at once"));
    stop.listen();
    return run(surroundings, stop, arguments);
  }

  /**
   * Runs the program.
   *
   * @param surroundings what it was started with
   * @param stop knows whether it was asked to stop
   * @param arguments its arguments
   * @return the exit code
   */
  public static int run(Surroundings surroundings, StopRequest stop, String... arguments) {
    Logs.quiet();
    return new Program(surroundings, stop).run(arguments);
  }

  private int run(String... arguments) {
    try {
      ReadableText.require(root.surroundings(), arguments);
    } catch (UsageException unreadable) {
      return explain(unreadable);
    }
    return execute(arguments);
  }

  /** A file can be larger than the memory; what was changed by then is in the audit. */
  private int execute(String... arguments) {
    try {
      return commandLine(arguments).execute(arguments);
    } catch (OutOfMemoryError full) {
      notices.say(
          "roster: there is not enough memory for this; ROSTER_JAVA_OPTIONS=-Xmx2g gives more");
      return ExitCode.ERROR;
    }
  }

  /** The commands and their options, for scripts that complete them. */
  static CommandLine commandLine(Surroundings surroundings) {
    return new Program(surroundings, new StopRequest(Thread.currentThread(), () -> {}))
        .commandLine();
  }

  private CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(root);
    Commands.addTo(line, arguments);
    line.setOut(new PrintWriter(new ResultStream(root.surroundings().out())));
    layOut(line);
    line.setExpandAtFiles(false);
    line.registerConverter(Path.class, new PathConverter());
    line.setDefaultValueProvider(new VariableDefaults(root.surroundings()));
    handleFailures(line);
    prepare(line);
    return line;
  }

  private static void layOut(CommandLine line) {
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
  }

  private void handleFailures(CommandLine line) {
    Handlers handlers = new Handlers();
    line.setParameterExceptionHandler(handlers);
    line.setExecutionExceptionHandler(handlers);
  }

  private static void prepare(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.getCommandSpec().parser().splitQuotedStrings(true);
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OwnOptions());
    for (CommandLine command : line.getSubcommands().values()) {
      prepare(command);
    }
  }

  /**
   * Options of all commands stand in the help of the program only. A class, as below: a lambda of a
   * type of picocli keeps that and picocli's largest classes out of the archive of classes.
   */
  private static final class OwnOptions implements IHelpSectionRenderer {

    @Override
    public String render(Help help) {
      String own =
          help.optionListExcludingGroups(
              help.commandSpec().options().stream().filter(OwnOptions::isWorthALine).toList());
      boolean all = help.commandSpec().parent() == null;
      return all
          ? own
          : own + "Options of all commands, such as --uri and --output: roster --help\n";
    }

    private static boolean isWorthALine(OptionSpec option) {
      return !option.inherited() && !option.hidden() && !option.versionHelp();
    }
  }

  private final class Handlers implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] given) {
      return explainUsage(wrong);
    }

    @Override
    public int handleExecutionException(
        Exception failure, CommandLine command, ParseResult parsed) {
      return explain(failure);
    }
  }

  private int explainUsage(ParameterException wrong) {
    notices.say("roster: " + VariableDefaults.withoutSplit(String.valueOf(wrong.getMessage())));
    notices.say(
        "Try '%s --help'.".formatted(wrong.getCommandLine().getCommandSpec().qualifiedName(" ")));
    return ExitCode.USAGE;
  }

  private int explain(Exception failure) {
    if (failure instanceof ResultsLostException lost && lost.isReaderGone()) {
      return ExitCode.DONE;
    }
    if (isInterrupt(failure)) {
      notices.say("roster: interrupted");
      return interruptedCode();
    }
    notices.say("roster: " + words(failure));
    if (root.isVerbose() && isUnexpected(failure)) {
      sayWhere(failure);
    }
    return exitCode(failure);
  }

  private void sayWhere(Exception failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      notices.say("    at " + frame);
    }
  }

  private static String words(Exception failure) {
    if (failure instanceof UncheckedIOException file) {
      return "%s: %s".formatted(file.getMessage(), reason(Objects.requireNonNull(file.getCause())));
    }
    if (failure instanceof IOException file) {
      return "a file cannot be used: " + reason(file);
    }
    return isUnexpected(failure)
        ? "internal error: %s: %s"
            .formatted(failure.getClass().getSimpleName(), failure.getMessage())
        : Objects.requireNonNullElse(failure.getMessage(), "failed");
  }

  /** Its kind too: the message of many is a path alone. */
  private static String reason(IOException failure) {
    return "%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage());
  }

  private static boolean isUnexpected(Exception failure) {
    return !(failure instanceof RosterException
        || failure instanceof NamesNotFoundException
        || failure instanceof ResultsLostException
        || failure instanceof FailedException
        || failure instanceof IOException
        || failure instanceof UncheckedIOException
        || exitCode(failure, ExitCode.INTERRUPTED) != ExitCode.ERROR);
  }

  private int exitCode(Exception failure) {
    return exitCode(failure, interruptedCode());
  }

  private int interruptedCode() {
    return stop.exitCode().orElse(ExitCode.INTERRUPTED);
  }

  /** Of a wait for an answer, or of reading and writing a file before any change. */
  private static boolean isInterrupt(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof InterruptedException
            || failure instanceof ClosedByInterruptException
            || (failure instanceof UncheckedIOException && isInterrupt(failure.getCause())));
  }

  private static int exitCode(Exception failure, int interrupted) {
    if (failure instanceof RosterException call && call.code() == ErrorCode.CANCELLED) {
      return interrupted;
    }
    if (failure instanceof UsageException || failure instanceof UnsupportedFormatException) {
      return ExitCode.USAGE;
    }
    return isRefused(failure) ? ExitCode.REFUSED : ExitCode.ERROR;
  }

  private static boolean isRefused(Exception failure) {
    return failure instanceof RefusedException
        || failure instanceof RunUnderWayException
        || failure instanceof RemovalsRefusedException
        || failure instanceof UnmatchedMembersException;
  }
}
