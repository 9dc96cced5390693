package dev.roster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the core and the arrows between them, as docs/architecture.md draws them. */
class RoomsTest {

  private static final String INTERNAL = "dev.roster.internal..";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster");

  @ParameterizedTest
  @ValueSource(strings = {"retry", "pacing", "attempt", "paging", "concurrent", "text"})
  void aLeafDependsOnNoOtherRoom(String leaf) {
    String room = INTERNAL.replace("..", "." + leaf + "..");
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(resideInAPackage(INTERNAL).and(not(resideInAPackage(room))))
        .check(CORE);
  }

  @Test
  void everyInternalClassHasARoom() {
    classes()
        .that()
        .resideInAPackage(INTERNAL)
        .should()
        .resideInAnyPackage(
            "dev.roster.internal.call",
            "dev.roster.internal.batch",
            "dev.roster.internal.check",
            "dev.roster.internal.directory",
            "dev.roster.internal.retry",
            "dev.roster.internal.pacing",
            "dev.roster.internal.attempt",
            "dev.roster.internal.paging",
            "dev.roster.internal.concurrent",
            "dev.roster.internal.text")
        .check(CORE);
  }

  @Test
  void theClientUsesTheCallTheRoomsOfOperationsAndPagingOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.roster")
        .should()
        .dependOnClassesThat(
            resideInAPackage(INTERNAL)
                .and(
                    not(
                        resideInAnyPackage(
                            "dev.roster.internal.call",
                            "dev.roster.internal.batch",
                            "dev.roster.internal.check",
                            "dev.roster.internal.directory",
                            "dev.roster.internal.paging",
                            "dev.roster.internal.text"))))
        .check(CORE);
  }

  @Test
  void whatMakesManyCallsUsesTheClientThreadsAndTextOnly() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.roster.bulk", "dev.roster.reconcile", "dev.roster.query")
        .should()
        .dependOnClassesThat(
            resideInAPackage(INTERNAL)
                .and(
                    not(
                        resideInAnyPackage(
                            "dev.roster.internal.concurrent", "dev.roster.internal.text"))))
        .check(CORE);
  }

  @Test
  void noInternalClassKnowsWhatMakesManyCalls() {
    noClasses()
        .that()
        .resideInAPackage(INTERNAL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.roster.bulk..", "dev.roster.reconcile..", "dev.roster.query..")
        .check(CORE);
  }

  @Test
  void thePackagesBesideTheRootHaveNoCycles() {
    slices()
        .matching("dev.roster.(bulk|directory|reconcile|query|spi)..")
        .should()
        .beFreeOfCycles()
        .check(CORE);
  }

  @Test
  void exceptionsAreMadeInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.roster.internal.errors.Failures")
        .should()
        .callMethod(
            RosterException.class, "builder", ErrorCode.class, String.class, ClientMethod.class)
        .check(CORE);
  }
}
