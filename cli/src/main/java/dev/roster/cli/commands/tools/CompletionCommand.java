package dev.roster.cli.commands.tools;

import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Results;
import dev.roster.cli.session.RosterCommand;
import dev.roster.cli.session.Session;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what shells need to complete commands. */
@Command(
    name = "completion",
    description = "Writes the script with which a shell completes commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(roster completion bash)              in ~/.bashrc",
      "  source <(roster completion zsh)               in ~/.zshrc, after compinit",
      "  roster completion fish > ~/.config/fish/completions/roster.fish"
    })
public final class CompletionCommand implements Callable<Integer> {

  /** The shells that there is a script for. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private @Nullable Shell shell;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec root = Objects.requireNonNull(spec, "picocli sets it").root();
    Results results = Session.results((RosterCommand) root.userObject());
    results.stream().write(script(root));
    results.stream().flush();
    return ExitCode.DONE;
  }

  /** One script serves both other shells: it asks zsh to take completions of bash. */
  private String script(CommandSpec root) {
    return shell == Shell.fish
        ? FishCompletion.of(root)
        : AutoComplete.bash(root.name(), root.commandLine());
  }
}
