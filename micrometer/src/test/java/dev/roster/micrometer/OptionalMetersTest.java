package dev.roster.micrometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** An application that wants traces alone needs no library of meters. */
class OptionalMetersTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.roster.micrometer");

  @Test
  void onlyTheMetersNeedMicrometersCore() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(RosterMeters.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer.core..")
        .check(CLASSES);
  }

  @Test
  void noInternalClassOfAnotherModuleIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.roster.internal..", "dev.roster.spi..")
        .check(CLASSES);
  }
}
