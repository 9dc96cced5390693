package dev.roster.campaign.run;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** The rooms of the campaign, and which way their doors open. */
final class RoomsTest {

  private static final String ROOT = "dev.roster.campaign.";
  private static final JavaClasses CAMPAIGN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster.campaign");

  @Test
  void thereAreNoCyclesBetweenRooms() {
    slices()
        .matching(ROOT + "(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(false)
        .check(CAMPAIGN);
  }

  /** What judges does not know what makes the faults, and neither knows who calls. */
  @Test
  void theLawKnowsTheRecordsOnly() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("weather")
        .definedBy(ROOT + "weather")
        .layer("record")
        .definedBy(ROOT + "record")
        .layer("law")
        .definedBy(ROOT + "law")
        .layer("proxy")
        .definedBy(ROOT + "proxy")
        .layer("client")
        .definedBy(ROOT + "client")
        .layer("calls")
        .definedBy(ROOT + "calls")
        .layer("run")
        .definedBy(ROOT + "run")
        .whereLayer("weather")
        .mayNotAccessAnyLayer()
        .whereLayer("record")
        .mayOnlyAccessLayers("weather")
        .whereLayer("law")
        .mayOnlyAccessLayers("weather", "record")
        .whereLayer("proxy")
        .mayOnlyAccessLayers("weather", "record")
        .whereLayer("client")
        .mayOnlyAccessLayers("weather", "record", "proxy")
        .whereLayer("calls")
        .mayOnlyAccessLayers("weather", "record", "law", "client")
        .check(CAMPAIGN);
  }
}
