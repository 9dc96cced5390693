package dev.roster.cli.commands.tools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completions of the fish shell, which picocli does not write. */
final class FishCompletion {

  private final List<String> lines = new ArrayList<>();

  private FishCompletion() {}

  /** A line for every command and option. */
  static String of(CommandSpec root) {
    FishCompletion completion = new FishCompletion();
    completion.lines.add("# Completions of roster for fish.");
    completion.lines.add("complete -c roster -f");
    completion.command(root, List.of());
    return String.join("\n", completion.lines) + "\n";
  }

  private void command(CommandSpec spec, List<String> path) {
    subcommands(spec, seen(path, List.copyOf(spec.subcommands().keySet())));
    options(spec, path);
    positionalParameters(spec, seen(path, List.of()));
    for (CommandLine sub : spec.subcommands().values()) {
      List<String> longer = new ArrayList<>(path);
      longer.add(sub.getCommandName());
      command(sub.getCommandSpec(), longer);
    }
  }

  private void subcommands(CommandSpec spec, String here) {
    for (CommandLine sub : spec.subcommands().values()) {
      String name = sub.getCommandName();
      lines.add(
          "complete -c roster -n %s -a %s -d %s"
              .formatted(quoted(here), name, quoted(summary(sub))));
    }
  }

  private void options(CommandSpec spec, List<String> path) {
    String words = seen(path, List.of());
    spec.options().stream()
        .filter(option -> isOwn(option, path))
        .forEach(option -> lines.add(line(option, words)));
  }

  private void positionalParameters(CommandSpec spec, String words) {
    spec.positionalParameters().stream()
        .map(FishCompletion::values)
        .filter(values -> !values.isEmpty())
        .distinct()
        .forEach(values -> lines.add("complete -c roster -n " + quoted(words) + values));
  }

  /** What every command has is written once, for all of them. */
  private static boolean isOwn(OptionSpec option, List<String> path) {
    boolean everywhere = option.inherited() || option.usageHelp() || option.versionHelp();
    return !option.hidden() && (path.isEmpty() || !everywhere);
  }

  /** What can be written there, where that is known; a file where the program reads one. */
  private static String values(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      return " -a " + quoted(candidates(argument));
    }
    boolean file = argument.type() == Path.class || argument.paramLabel().equals("FILE");
    return file ? " -F" : "";
  }

  /** All commands of the path were written, and none of those below. */
  private static String seen(List<String> path, List<String> below) {
    List<String> conditions = new ArrayList<>();
    path.forEach(name -> conditions.add("__fish_seen_subcommand_from " + name));
    if (!below.isEmpty()) {
      conditions.add("not __fish_seen_subcommand_from " + String.join(" ", below));
    }
    return conditions.isEmpty() ? "true" : String.join("; and ", conditions);
  }

  private static String line(OptionSpec option, String condition) {
    StringBuilder line = new StringBuilder("complete -c roster -n " + quoted(condition));
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.arity().max() > 0) {
      line.append(" -r");
    }
    return line + values(option) + " -d " + quoted(String.join(" ", option.description()));
  }

  private static String candidates(ArgSpec argument) {
    return String.join(
        " ", StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList());
  }

  private static String summary(CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();
    return description.length == 0 ? "" : description[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
