package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import dev.roster.spi.ServiceTraits;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.slf4j.LoggerFactory;

/** The kit notices drivers that break a promise, even where every result of theirs is right. */
final class ConformanceKitTest {

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments(SendsTwice.class, "requests for getMembership"),
        arguments(LogsSecret.class, "loggers that wrote a secret"),
        arguments(ShowsSecret.class, "the driver's toString() has a secret in it"),
        arguments(ClaimsTooLittle.class, "AuditDetails"),
        arguments(ThrowsWhenAsked.class, "cannot describe"),
        arguments(TakesThrottlingForAQuota.class, "QUOTA_EXCEEDED"),
        arguments(ForgetsTheHint.class, "the waits after a hint"),
        arguments(ClaimsThatNothingWasSent.class, "ALREADY_MEMBER"),
        arguments(RetriesByItself.class, "the call was expected to fail"),
        arguments(EndsAfterTheFirstPage.class, "size"),
        arguments(LeavesAThread.class, "threads that outlive"),
        arguments(LeavesAConnection.class, "open connections"));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aDriverThatBreaksAPromiseDoesNotPass(Class<?> suite, String complaint) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(suite)).build();
    LauncherFactory.create().execute(request, listener);
    assertThat(listener.getSummary().getFailures())
        .anySatisfy(failure -> assertThat(failure.getException()).hasMessageContaining(complaint));
  }

  /** What stands between the kit and a driver that keeps its promises. */
  @FunctionalInterface
  private interface Breach {
    Object respond(MembershipDriver driver, Method method, Object[] arguments) throws Throwable;
  }

  private static ConformanceHarness with(Breach breach) {
    return new MemoryHarness(
        driver ->
            (MembershipDriver)
                Proxy.newProxyInstance(
                    MembershipDriver.class.getClassLoader(),
                    new Class<?>[] {
                      MembershipDriver.class, ListsByGroup.class, ListsByMember.class
                    },
                    (proxy, method, arguments) -> breach.respond(driver, method, arguments)));
  }

  private static Object pass(MembershipDriver driver, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(driver, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  static final class SendsTwice extends MembershipLifecycleConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(
          (driver, method, arguments) -> {
            if (method.getName().equals("getMembership")) {
              pass(driver, method, arguments);
            }
            return pass(driver, method, arguments);
          });
    }
  }

  static final class LogsSecret extends MembershipLifecycleConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(
          (driver, method, arguments) -> {
            LoggerFactory.getLogger(LogsSecret.class).trace("key {}", MemoryHarness.SECRET);
            return pass(driver, method, arguments);
          });
    }
  }

  static final class ShowsSecret extends SecretsConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(
          (driver, method, arguments) ->
              method.getName().equals("toString")
                  ? "Driver[" + MemoryHarness.SECRET + "]"
                  : pass(driver, method, arguments));
    }
  }

  static final class ClaimsTooLittle extends CapabilitiesConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(
          (driver, method, arguments) ->
              method.getName().equals("traits")
                  ? ServiceTraits.builder().abortsBlockedAttempts(true).build()
                  : pass(driver, method, arguments));
    }
  }

  static final class ThrowsWhenAsked extends CapabilitiesConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(
          (driver, method, arguments) -> {
            if (method.getName().equals("describe")) {
              throw new IllegalStateException("cannot describe");
            }
            return pass(driver, method, arguments);
          });
    }
  }

  /** A driver that says something else of certain failures. */
  private static ConformanceHarness describing(UnaryOperator<ErrorDescription> wrongly) {
    return with(
        (driver, method, arguments) -> {
          Object response = pass(driver, method, arguments);
          return response instanceof ErrorDescription right ? wrongly.apply(right) : response;
        });
  }

  static final class TakesThrottlingForAQuota extends ThrottlingConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return describing(
          right ->
              right.code() == ErrorCode.THROTTLED
                  ? right.withCode(ErrorCode.QUOTA_EXCEEDED)
                  : right);
    }
  }

  static final class ForgetsTheHint extends ThrottlingConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return describing(right -> ErrorDescription.of(right.code(), right.reach()));
    }
  }

  static final class ClaimsThatNothingWasSent extends UnknownOutcomeConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return describing(
          right ->
              right.reach() == Reach.MAYBE_APPLIED
                  ? ErrorDescription.of(right.code(), Reach.NOT_SENT)
                  : right);
    }
  }

  static final class RetriesByItself extends RetryConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(
          (driver, method, arguments) -> {
            try {
              return pass(driver, method, arguments);
            } catch (Exception failure) {
              return pass(driver, method, arguments);
            }
          });
    }
  }

  static final class EndsAfterTheFirstPage extends PagingConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return with(
          (driver, method, arguments) -> {
            Object response = pass(driver, method, arguments);
            return response instanceof RawPage<?> page ? RawPage.of(page.items(), null) : response;
          });
    }
  }

  static final class LeavesAThread extends SecretsConformance {

    @Override
    Duration patienceWithThreads() {
      return Duration.ofMillis(1);
    }

    @Override
    protected ConformanceHarness newHarness() {
      return new MemoryHarness(
          driver -> {
            Thread left = new Thread(LockSupport::park, "left behind");
            left.setDaemon(true);
            left.start();
            return driver;
          });
    }
  }

  static final class LeavesAConnection extends SecretsConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return new MemoryHarness() {
        @Override
        public OptionalInt openConnections() {
          return OptionalInt.of(1);
        }
      };
    }
  }
}
