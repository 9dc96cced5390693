package dev.roster.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each room of the program has one job, and knows the rooms below it only. */
class RoomsTest {

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster.cli");

  private static final String ROOT = "dev.roster.cli";

  /** More files than a reader sees at a glance. */
  private static final int LARGEST_ROOM = 15;

  private static final Set<String> BELOW_SESSION =
      Set.of("configuration", "exit", "options", "output", "store", "terminal");
  private static final Set<String> BELOW_ROWS = with(BELOW_SESSION, "session");
  private static final Set<String> BELOW_CHANGES = with(BELOW_ROWS, "rows");
  private static final Set<String> BELOW_COMMANDS = with(BELOW_CHANGES, "changes");

  /** Of each room those that it may use, as the page on the architecture has them. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry("", Set.of("commands", "terminal")),
          entry(
              "commands",
              with(
                  BELOW_COMMANDS,
                  "commands.entries",
                  "commands.members",
                  "commands.reports",
                  "commands.sync",
                  "commands.tools")),
          entry("commands.entries", BELOW_COMMANDS),
          entry("commands.members", BELOW_COMMANDS),
          entry("commands.reports", BELOW_COMMANDS),
          entry("commands.sync", BELOW_COMMANDS),
          entry("commands.tools", BELOW_COMMANDS),
          entry("changes", BELOW_CHANGES),
          entry("rows", BELOW_ROWS),
          entry("session", BELOW_SESSION),
          entry("options", Set.of("configuration", "output", "store")),
          entry("store", Set.of("configuration", "terminal")),
          entry("output", Set.of("terminal")),
          entry("configuration", Set.of("terminal")),
          entry("exit", Set.of()),
          entry("terminal", Set.of()));

  private static Set<String> with(Set<String> rooms, String... more) {
    return Stream.concat(rooms.stream(), Stream.of(more)).collect(Collectors.toSet());
  }

  private static String room(JavaClass inside) {
    return inside.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "");
  }

  @Test
  void aRoomKnowsTheRoomsBelowIt() {
    Set<String> arrows = new TreeSet<>();
    for (JavaClass each : PROGRAM) {
      each.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith(ROOT))
          .map(RoomsTest::room)
          .filter(target -> !target.equals(room(each)))
          .filter(target -> !ROOMS.getOrDefault(room(each), Set.of()).contains(target))
          .forEach(target -> arrows.add(each.getName() + " -> " + target));
    }
    assertThat(arrows).isEmpty();
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void everyRoomIsNamedExplainedAndSmall() {
    Map<String, List<JavaClass>> rooms =
        PROGRAM.stream().filter(JavaClass::isTopLevelClass).collect(groupingBy(RoomsTest::room));
    assertThat(rooms.keySet()).isEqualTo(ROOMS.keySet());
    assertThat(rooms)
        .allSatisfy(
            (room, classes) -> {
              Path directory = Path.of("src/main/java/dev/roster/cli", room.replace('.', '/'));
              assertThat(directory.resolve("package-info.java")).isRegularFile();
              assertThat(classes).as(room).hasSizeLessThanOrEqualTo(LARGEST_ROOM);
            });
  }

  @Test
  void thePageOnTheArchitectureHasEveryRoom() throws IOException {
    String page = Files.readString(Path.of("../docs/architecture.md"));
    assertThat(ROOMS.keySet())
        .allSatisfy(
            room -> assertThat(page).contains("`cli" + (room.isEmpty() ? "" : "." + room) + "`"));
  }

  @Test
  void noCloudIsKnownByItsProvider() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.roster.aws..", "dev.roster.huawei..", "dev.roster.spi..")
        .check(PROGRAM);
  }

  @Test
  void aFileFitsOnePurpose() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> large =
          files.filter(file -> file.toString().endsWith(".java") && lines(file) > 400).toList();
      assertThat(large).isEmpty();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
