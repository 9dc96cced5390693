package dev.roster.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the two providers: what each may know, and what applications see of them. */
class ProviderRoomsTest {

  private static final JavaClasses PROVIDERS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster.aws", "dev.roster.huawei");

  /** Each room of a provider, and the rooms that it may depend on. */
  private static final Map<String, Map<String, Set<String>>> ARROWS =
      Map.of(
          "dev.roster.aws",
          Map.of(
              "attempt", Set.of(),
              "attributes", Set.of(),
              "proof", Set.of(),
              "http", Set.of("attempt", "proof"),
              "credentials", Set.of("attempt"),
              "errors", Set.of("attempt", "credentials", "http", "proof"),
              "driver", Set.of("attempt", "attributes", "credentials", "errors", "http", "proof")),
          "dev.roster.huawei",
          Map.of(
              "json", Set.of(),
              "signing", Set.of(),
              "http", Set.of("json"),
              "credentials", Set.of("http", "json", "signing"),
              "attributes", Set.of("json", "signing"),
              "requests", Set.of("attributes", "credentials", "http", "json", "signing"),
              "errors", Set.of("attributes", "credentials", "http", "json", "requests", "signing"),
              "driver",
                  Set.of(
                      "attributes",
                      "credentials",
                      "errors",
                      "http",
                      "json",
                      "requests",
                      "signing")));

  static Stream<List<String>> rooms() {
    return ARROWS.entrySet().stream()
        .flatMap(
            provider ->
                provider.getValue().keySet().stream()
                    .map(room -> List.of(provider.getKey(), room)));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomDependsOnlyOnTheRoomsThatItMay(List<String> room) {
    String provider = room.get(0);
    Set<String> permitted = permitted(provider, room.get(1));
    classes()
        .that()
        .resideInAPackage(packageOf(provider, room.get(1)))
        .should()
        .onlyDependOnClassesThat(areIn(provider, room.get(1), permitted))
        .check(PROVIDERS);
  }

  private static Map<String, Set<String>> roomsOf(String provider) {
    return requireNonNull(ARROWS.get(provider));
  }

  private static Set<String> permitted(String provider, String room) {
    return requireNonNull(roomsOf(provider).get(room));
  }

  private static String packageOf(String provider, String room) {
    return provider + ".internal." + room;
  }

  private static DescribedPredicate<JavaClass> areIn(
      String provider, String room, Set<String> others) {
    Set<String> packages =
        Stream.concat(Stream.of(room), others.stream())
            .map(each -> packageOf(provider, each))
            .collect(toSet());
    return DescribedPredicate.describe(
        "are outside the rooms, or in " + packages,
        type ->
            !type.getPackageName().startsWith(provider + ".internal")
                || packages.contains(type.getPackageName()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.roster.aws", "dev.roster.huawei"})
  void thereAreNoOtherRooms(String provider) {
    Set<String> found =
        PROVIDERS.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(provider + "."))
            .collect(toSet());
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            roomsOf(provider).keySet().stream().map(room -> packageOf(provider, room)).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.roster.aws", "dev.roster.huawei"})
  void thereIsNoCycleBetweenRooms(String provider) {
    slices().matching(provider + ".internal.(*)..").should().beFreeOfCycles().check(PROVIDERS);
  }

  @ParameterizedTest
  @CsvSource({
    "dev.roster.aws, AwsDrivers AwsDriverFactory AwsStores AwsStore NetworkConfiguration",
    "dev.roster.huawei, HuaweiDrivers HuaweiDriverFactory HuaweiCredentials"
        + " HuaweiCredentialsProvider HuaweiIam HuaweiSts HuaweiServiceException HuaweiStores"
        + " HuaweiStore"
  })
  void thePublicPackageHoldsWhatApplicationsUseAndNothingElse(String provider, String names) {
    Set<String> found =
        PROVIDERS.stream()
            .filter(type -> type.getPackageName().equals(provider) && type.isTopLevelClass())
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("package-info"))
            .collect(toSet());
    assertThat(found).containsExactlyInAnyOrderElementsOf(Arrays.asList(names.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.roster.aws", "dev.roster.huawei"})
  void noInternalTypeIsInAPublicSignature(String provider) {
    classes()
        .that()
        .resideInAPackage(provider)
        .and()
        .arePublic()
        .should(haveSignaturesWithoutInternalTypes())
        .check(PROVIDERS);
  }

  private static ArchCondition<JavaClass> haveSignaturesWithoutInternalTypes() {
    return new ArchCondition<>("have signatures without internal types") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        signatureOf(type)
            .flatMap(each -> each.getAllInvolvedRawTypes().stream())
            .filter(each -> each.getPackageName().contains(".internal"))
            .map(each -> type.getName() + " shows " + each.getName())
            .forEach(leak -> events.add(SimpleConditionEvent.violated(type, leak)));
      }
    };
  }

  /** Supertypes, and the types of all members that applications can name. */
  private static Stream<JavaType> signatureOf(JavaClass type) {
    List<JavaType> types = new ArrayList<>(type.getInterfaces());
    type.getSuperclass().ifPresent(types::add);
    type.getFields().stream()
        .filter(field -> isVisible(field.getModifiers()))
        .map(JavaField::getType)
        .forEach(types::add);
    type.getCodeUnits().stream()
        .filter(unit -> isVisible(unit.getModifiers()))
        .forEach(unit -> types.addAll(signatureOf(unit)));
    return types.stream();
  }

  private static List<JavaType> signatureOf(JavaCodeUnit unit) {
    List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
    types.add(unit.getReturnType());
    types.addAll(unit.getExceptionTypes());
    return types;
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
