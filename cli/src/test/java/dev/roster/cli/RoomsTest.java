package dev.roster.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each room of the program has one job, and knows the rooms below it only. */
class RoomsTest {

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster.cli");

  @Test
  void aRoomKnowsTheRoomsBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("main")
        .definedBy("dev.roster.cli")
        .layer("commands")
        .definedBy("dev.roster.cli.commands")
        .layer("store")
        .definedBy("dev.roster.cli.store")
        .layer("output")
        .definedBy("dev.roster.cli.output")
        .layer("configuration")
        .definedBy("dev.roster.cli.configuration")
        .layer("terminal")
        .definedBy("dev.roster.cli.terminal")
        .whereLayer("main")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("commands")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("output")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("configuration")
        .mayOnlyBeAccessedByLayers("commands", "store")
        .check(PROGRAM);
    slices().matching("dev.roster.cli.(*)").should().beFreeOfCycles().check(PROGRAM);
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
