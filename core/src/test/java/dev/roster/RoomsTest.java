package dev.roster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of the core and the arrows between them, as docs/architecture.md draws them. */
class RoomsTest {

  private static final String INTERNAL = "dev.roster.internal.";
  private static final int MOST_TYPES = 30;

  /** Counted so that it grows by decision only: {@code docs/architecture.md} says why it is one. */
  private static final long TYPES_OF_THE_ROOT = 51;

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster");

  /** Each room and those that it may use; one that may use none is a leaf. */
  @ParameterizedTest
  @CsvSource({
    "call, attempt concurrent configuration errors events pacing paging retry",
    "listing, call concurrent errors paging",
    "operation, attempt call errors listing",
    "directory, attempt call errors listing paging",
    "batch, attempt call errors",
    "check, call configuration errors",
    "errors, attempt text",
    "configuration, pacing",
    "reconcile, plan",
    "plan, text",
    "argument, text",
    "source,",
    "guard,",
    "events,",
    "retry,",
    "pacing,",
    "attempt,",
    "paging,",
    "concurrent,",
    "text,"
  })
  void aRoomUsesThoseThatItMay(String room, @Nullable String rooms) {
    uses(INTERNAL + room, room + (rooms == null ? "" : " " + rooms)).check(CORE);
  }

  private static ArchRule uses(String user, String rooms) {
    return noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat(
            resideInAPackage(INTERNAL + ".").and(not(resideInAnyPackage(packages(rooms)))));
  }

  private static String[] packages(String rooms) {
    return Stream.of(rooms.split(" ")).map(INTERNAL::concat).toArray(String[]::new);
  }

  @Test
  void everyInternalClassHasARoom() {
    classes()
        .that()
        .resideInAPackage(INTERNAL + ".")
        .should()
        .resideInAnyPackage(
            packages(
                "argument attempt batch call check concurrent configuration directory errors"
                    + " events guard listing operation pacing paging plan reconcile retry source"
                    + " text"))
        .check(CORE);
  }

  @Test
  void theInternalRoomsHaveNoCycles() {
    slices().matching(INTERNAL + "(*)..").should().beFreeOfCycles().check(CORE);
  }

  /** {@code docs/architecture.md} says why it needs each. */
  @Test
  void theClientUsesTheCallTheRoomsOfOperationsAndWhatItIsOpenedWith() {
    uses(
            "dev.roster",
            "call listing operation directory batch check configuration pacing paging argument"
                + " text")
        .check(CORE);
  }

  @Test
  void whatMakesManyCallsUsesTheClientThreadsAndTextOnly() {
    uses("dev.roster.bulk", "concurrent text").check(CORE);
    uses("dev.roster.query", "concurrent text").check(CORE);
  }

  @Test
  void reconcilingUsesItsOwnRoomsAndThreadsOnly() {
    uses("dev.roster.reconcile", "reconcile plan source guard concurrent").check(CORE);
  }

  @Test
  void onlyTheRoomsOfReconcilingKnowWhatMakesManyCalls() {
    noClasses()
        .that()
        .resideInAPackage(INTERNAL + ".")
        .and()
        .resideOutsideOfPackages(INTERNAL + "reconcile", INTERNAL + "plan", INTERNAL + "source")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.roster.bulk..", "dev.roster.reconcile..", "dev.roster.query..")
        .check(CORE);
  }

  /** A package with more types does several jobs, and each has a room to move to. */
  @Test
  void noRoomIsCrowded() {
    Map<String, Long> crowded =
        CORE.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    crowded.values().removeIf(types -> types <= MOST_TYPES);
    assertThat(crowded).containsExactly(entry("dev.roster", TYPES_OF_THE_ROOT));
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
