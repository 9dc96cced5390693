package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.roster.Operation;
import dev.roster.memory.MemoryPersonality;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ServiceTraits;
import dev.roster.spi.WritesInBatches;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A driver that states more than its service does fails the kit, whichever trait it is. */
final class FalseTraitsTest {

  private static final ServiceTraits SILENT = MemoryPersonality.SILENT.traits();
  private static final ServiceTraits TELLING = MemoryPersonality.TELLING.traits();

  private static ServiceTraits actual = TELLING;
  private static ServiceTraits claimed = TELLING;

  static Stream<Arguments> claims() {
    return Stream.of(
        claim("largestPage", SILENT, traits -> traits.largestPage(500), "Paging"),
        claim("unpaged", TELLING, traits -> traits.unpaged(LISTING), "Paging"),
        claim("groupsPerCheck", SILENT, traits -> traits.groupsPerCheck(100), "IsMember"),
        claim("membersPerWrite", SILENT, traits -> traits.membersPerWrite(100, true), "Batches"),
        claim("batches", TELLING, traits -> traits.membersPerWrite(5, true), "Batches"),
        claim("allOrNothing", EACH, traits -> traits.membersPerWrite(10, true), "Batches"),
        claim("addingTells", SILENT, traits -> traits.addingTells(true), "Ensure"),
        claim("removingTells", SILENT, traits -> traits.removingTells(true), "Ensure"),
        claim("derivedIds", TELLING, traits -> traits.derivedIds(true), "Capabilities"),
        claim("names", SILENT, traits -> traits.namesWhatIsMissing(ALL), "Capabilities"),
        claim("readsFirst", TELLING, traits -> traits.readsFirst(ALL), "Capabilities"),
        claim("transitive", TELLING, traits -> traits.transitiveChecks(true), "Capabilities"));
  }

  private static final Set<Operation> ALL = EnumSet.allOf(Operation.class);
  private static final Set<Operation> LISTING = EnumSet.of(Operation.LIST_MEMBERSHIPS);
  private static final ServiceTraits EACH = SILENT.toBuilder().membersPerWrite(10, false).build();

  private static Arguments claim(
      String name, ServiceTraits truth, UnaryOperator<ServiceTraits.Builder> lie, String suite) {
    return arguments(name, truth, lie.apply(truth.toBuilder()).build(), suite);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void aClaimThatIsNotTrueFails(String name, ServiceTraits truth, ServiceTraits claim, String suite)
      throws Exception {
    actual = truth;
    claimed = claim;
    Class<?> nested = Class.forName(DriverConformance.class.getName() + "$" + suite);
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectNestedClass(List.of(Claiming.class), nested))
                .build(),
            listener);
    assertThat(listener.getSummary().getTestsFoundCount()).as(name).isPositive();
    assertThat(listener.getSummary().getTotalFailureCount()).as(name).isPositive();
  }

  static final class Claiming extends DriverConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return new MemoryHarness(actual, Claiming::claiming) {
        @Override
        public ServiceTraits traits() {
          return claimed;
        }
      };
    }

    private static MembershipDriver claiming(MembershipDriver driver) {
      return (MembershipDriver)
          Proxy.newProxyInstance(
              MembershipDriver.class.getClassLoader(),
              new Class<?>[] {
                MembershipDriver.class,
                ListsByGroup.class,
                ListsByMember.class,
                WritesInBatches.class
              },
              (proxy, method, arguments) -> {
                if (method.getName().equals("traits")) {
                  return claimed;
                }
                try {
                  return method.invoke(driver, arguments);
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              });
    }
  }
}
