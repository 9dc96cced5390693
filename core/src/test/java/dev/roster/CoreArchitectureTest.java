package dev.roster;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the core must not do. */
class CoreArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster");

  @Test
  void theProviderInterfaceKnowsNothingInternal() {
    noClasses()
        .that()
        .resideInAPackage("dev.roster.spi..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.roster.internal..")
        .check(CORE);
  }

  @Test
  void nothingButSlf4jAndAnnotationsIsNeededAtRunTime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.slf4j..", "org.jspecify..", "dev.roster..")
        .check(CORE);
  }

  @Test
  void nothingReadsTheTimeOfDay() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CORE);
  }

  @Test
  void theRetryEngineReadsNoClockAndNeverSleeps() {
    noClasses()
        .that()
        .haveSimpleNameStartingWith("Retry")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(CORE);
  }

  @Test
  void optionalIsOnlyEverReturned() {
    noMethods()
        .should()
        .haveRawParameterTypes(
            describe(
                "an Optional",
                types -> types.stream().anyMatch(type -> type.isEquivalentTo(Optional.class))))
        .check(CORE);
  }

  @Test
  void noCloudIsNamed() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
            .as(file.toString())
            .doesNotContainPattern("\\b(aws|amazon|huawei|azure|google)");
      }
    }
  }
}
