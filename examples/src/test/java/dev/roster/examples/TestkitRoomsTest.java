package dev.roster.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the test kit, and the arrows between them. */
class TestkitRoomsTest {

  private static final JavaClasses TESTKIT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster.memory", "dev.roster.emulator", "dev.roster.conformance");

  @ParameterizedTest
  @ValueSource(strings = {"memory", "emulator", "conformance"})
  void thereAreNoCyclesBetweenRooms(String module) {
    slices()
        .matching("dev.roster." + module + ".internal.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(false)
        .check(TESTKIT);
  }

  /**
   * A room, and those that it may use; the public package of its module is open to all but a leaf.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          memory.internal.attributes     |
          memory.internal.faults         | memory
          memory.internal.paging         | memory
          memory.internal.state          | memory paging attributes
          memory.internal.service        | memory state paging attributes
          memory.internal.driver         | memory
          emulator.internal.wire         |
          emulator.internal.signature    | emulator wire
          emulator.internal.state        | emulator wire
          emulator.internal.exchange     | emulator wire signature state
          emulator.internal.aws          | emulator wire signature state exchange
          emulator.internal.huawei       | emulator wire signature state exchange
          emulator.internal.junit        | emulator
          emulator.internal.program      | emulator
          conformance.internal.watch     | conformance
          conformance.internal.scene     | conformance
          """)
  void aRoomUsesTheRoomsBelowItOnly(String room, String below) {
    String module = room.substring(0, room.indexOf('.'));
    List<String> open = new ArrayList<>(List.of("dev.roster." + room));
    for (String each : below == null ? new String[0] : below.split(" ")) {
      open.add("dev.roster." + (each.equals(module) ? each : module + ".internal." + each));
    }
    classes()
        .that()
        .resideInAPackage("dev.roster." + room)
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.<JavaClass>describe(
                "are in " + open + " or elsewhere",
                type ->
                    open.contains(type.getPackageName())
                        || !type.getPackageName().startsWith("dev.roster." + module)))
        .allowEmptyShould(false)
        .check(TESTKIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.roster.memory", "dev.roster.emulator", "dev.roster.conformance"})
  void noInternalTypeIsInAPublicSignature(String module) {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(module)
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and(
            DescribedPredicate.describe(
                "are public or protected",
                each ->
                    each.getModifiers().contains(JavaModifier.PUBLIC)
                        || each.getModifiers().contains(JavaModifier.PROTECTED)))
        .should(nameNoInternalType())
        .allowEmptyShould(false)
        .check(TESTKIT);
  }

  private static ArchCondition<JavaCodeUnit> nameNoInternalType() {
    return new ArchCondition<>("name no internal type") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        List<JavaClass> named = new ArrayList<>(unit.getReturnType().getAllInvolvedRawTypes());
        unit.getParameterTypes().forEach(each -> named.addAll(each.getAllInvolvedRawTypes()));
        boolean leaks =
            named.stream().anyMatch(each -> each.getPackageName().contains(".internal"));
        events.add(new SimpleConditionEvent(unit, !leaks, unit.getFullName() + " names " + named));
      }
    };
  }
}
