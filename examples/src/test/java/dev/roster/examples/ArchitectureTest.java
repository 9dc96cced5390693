package dev.roster.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the house, and which way their doors open. */
class ArchitectureTest {

  private static final JavaClasses ROSTER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster");

  @ParameterizedTest
  @ValueSource(strings = {"dev.roster.aws..", "dev.roster.huawei..", "dev.roster.memory.."})
  void aProviderNeedsTheApiAndTheProviderInterfaceAndNothingInternal(String provider) {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage(provider)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.roster.internal..");
    rule.check(ROSTER);
  }

  @Test
  void providersDoNotKnowEachOther() {
    slices()
        .matching("dev.roster.(aws|huawei)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(false)
        .check(ROSTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.roster.aws..", "dev.roster.huawei..", "dev.roster"})
  void whatApplicationsDependOnDoesNotKnowTheTestKit(String library) {
    noClasses()
        .that()
        .resideInAPackage(library)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.roster.memory..", "dev.roster.emulator..", "dev.roster.conformance..")
        .check(ROSTER);
  }

  @Test
  void publicClassesAreFinalOrSealedInterfacesOrRecords() {
    classes()
        .that()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .resideOutsideOfPackages("dev.roster.examples..", "dev.roster.conformance..")
        .and(
            new DescribedPredicate<JavaClass>("are not sealed") {
              @Override
              public boolean test(JavaClass type) {
                return !type.reflect().isSealed();
              }
            })
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(ROSTER);
  }

  @Test
  void noInternalTypeStandsInAPublicSignature() {
    List<String> leaks =
        ROSTER.stream()
            .filter(ArchitectureTest::isApi)
            .flatMap(ArchitectureTest::internalTypesOf)
            .distinct()
            .toList();
    assertThat(leaks).isEmpty();
  }

  private static boolean isApi(JavaClass type) {
    boolean visible = !type.getPackageName().contains(".internal");
    for (Optional<JavaClass> at = Optional.of(type);
        visible && at.isPresent();
        at = at.get().getEnclosingClass()) {
      visible = isVisible(at.get());
    }
    return visible;
  }

  private static boolean isVisible(HasModifiers part) {
    return part.getModifiers().contains(JavaModifier.PUBLIC)
        || part.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<String> internalTypesOf(JavaClass type) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> fields =
        type.getFields().stream().filter(ArchitectureTest::isVisible).map(JavaField::getType);
    Stream<JavaType> signatures =
        type.getCodeUnits().stream()
            .filter(ArchitectureTest::isVisible)
            .flatMap(
                unit ->
                    Stream.of(
                            List.of(unit.getReturnType()),
                            unit.getParameterTypes(),
                            unit.getExceptionTypes())
                        .flatMap(List::stream));
    return Stream.of(parents, fields, signatures)
        .flatMap(types -> types)
        .flatMap(used -> used.getAllInvolvedRawTypes().stream())
        .filter(used -> used.getPackageName().contains(".internal"))
        .map(used -> type.getName() + " shows " + used.getName());
  }

  @ParameterizedTest
  @CsvSource({"aws-provider, huawei", "huawei-provider, aws", "huawei-provider, amazon"})
  void aProvidersSourcesDoNotNameAnotherProvider(String module, String other) {
    for (var file : SourceTree.files(module + "/src/main", ".java")) {
      assertThat(SourceTree.read(file).toLowerCase(Locale.ROOT))
          .as(file.toString())
          .doesNotContainPattern("\\b" + other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core",
        "aws-provider",
        "huawei-provider",
        "testkit/memory",
        "testkit/emulator",
        "testkit/conformance",
        "micrometer",
        "cache",
        "sync",
        "cli",
        "spring-boot-starter",
        "spring-boot-starter-test",
        "examples",
        "benchmarks"
      })
  void everyFileFitsItsPurpose(String module) {
    for (var file : SourceTree.files(module + "/src", ".java")) {
      assertThat(SourceTree.read(file).lines().count())
          .as(file.toString())
          .isLessThanOrEqualTo(400);
    }
  }
}
