package dev.roster.conformance;

import dev.roster.spi.ListsByGroup;
import dev.roster.spi.MembershipDriver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Nested;

/** A service without a listing passes the kit; what is about the listing is skipped. */
final class MissingListingsConformanceTest {

  private static ConformanceHarness with(Class<?>... interfaces) {
    return new MemoryHarness(
        driver ->
            (MembershipDriver)
                Proxy.newProxyInstance(
                    MembershipDriver.class.getClassLoader(),
                    interfaces,
                    (proxy, method, arguments) -> {
                      try {
                        return method.invoke(driver, arguments);
                      } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                      }
                    }));
  }

  @Nested
  final class WithoutTheListingByMember extends DriverConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(MembershipDriver.class, ListsByGroup.class);
    }
  }

  @Nested
  final class WithoutAnyListing extends DriverConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(MembershipDriver.class);
    }
  }
}
