package dev.roster.cli.commands;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.terminal.Surroundings;
import dev.roster.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What several commands have in common has one owner. */
class DeclarationsTest {

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(DeclarationsTest::all));
  }

  private static boolean isOwn(ArgSpec argument) {
    return !(argument instanceof OptionSpec option)
        || !(option.inherited() || option.usageHelp() || option.versionHelp());
  }

  /** What a reader of the help sees of it. */
  private static List<String> help(ArgSpec argument) {
    String name =
        argument instanceof OptionSpec option
            ? option.longestName()
            : argument.paramLabel() + ((PositionalParamSpec) argument).index();
    return List.of(name, Arrays.toString(argument.description()));
  }

  @Test
  void whatTheHelpSaysTwiceIsDeclaredOnce() {
    CommandLine program =
        Program.commandLine(
            new Surroundings(
                Map.of(),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Terminal.NONE));
    Map<List<String>, Set<Object>> declarations =
        all(program)
            .flatMap(command -> command.getCommandSpec().args().stream())
            .filter(DeclarationsTest::isOwn)
            .collect(groupingBy(DeclarationsTest::help, mapping(ArgSpec::userObject, toSet())));
    assertThat(declarations).hasSizeGreaterThan(30);
    assertThat(declarations)
        .allSatisfy((help, owners) -> assertThat(owners).as(help.toString()).hasSize(1));
  }
}
