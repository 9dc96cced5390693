package dev.roster;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;
import org.testng.annotations.Test;

/**
 * The rules of Reactive Streams, by their own test kit. The kit is written for TestNG; here each of
 * its rules is a test of JUnit, so that one engine runs all tests.
 */
class PublisherContractTest {

  /** Generous: it is waited for only where a rule is broken. */
  private static final long SIGNAL_MILLIS = 20_000;

  /** Waited for whenever a rule says that nothing comes. */
  private static final long SILENCE_MILLIS = 50;

  /** Slept once, before the kit looks whether a cancelled subscriber can be collected. */
  private static final long COLLECTION_MILLIS = 200;

  private static final int PAGE = 7;

  private final RosterClient client = RosterClient.builder(new CountingDriver()).build();

  @AfterEach
  void close() {
    client.close();
  }

  @TestFactory
  Stream<DynamicTest> itemsKeepEveryRule() {
    return rules(members -> listing(members), foreign());
  }

  @TestFactory
  Stream<DynamicTest> pagesKeepEveryRule() {
    return rules(
        pages -> listing(pages > Long.MAX_VALUE / PAGE ? pages : pages * PAGE).pages(),
        foreign().pages());
  }

  private AsyncPager<Membership> listing(long members) {
    return client.async().listMemberships(CountingDriver.groupOf(members)).withPageSize(PAGE);
  }

  /** A listing that fails before anything is asked for. */
  private AsyncPager<Membership> foreign() {
    return listing(1).startingAt(new PageToken("of-another-listing"));
  }

  private static <T> Stream<DynamicTest> rules(
      LongFunction<Flow.Publisher<T>> publishers, Flow.Publisher<T> failed) {
    return Stream.of(Verification.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .filter(method -> !method.getName().startsWith("untested"))
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getName(), () -> verify(rule, new Verification<>(publishers, failed))));
  }

  private static void verify(Method rule, Verification<?> verification) throws Throwable {
    verification.setUp();
    try {
      rule.invoke(verification);
    } catch (InvocationTargetException thrown) {
      throw isOptional(rule) && thrown.getCause() instanceof SkipException skipped
          ? new TestAbortedException(skipped.getMessage())
          : thrown.getCause();
    }
  }

  /** Such as that several subscribers of one publisher get equal objects. */
  private static boolean isOptional(Method rule) {
    return rule.getName().startsWith("optional");
  }

  /** Public, because the rules are called by reflection. */
  public static final class Verification<T> extends FlowPublisherVerification<T> {

    private final LongFunction<Flow.Publisher<T>> publishers;
    private final Flow.Publisher<T> failed;

    Verification(LongFunction<Flow.Publisher<T>> publishers, Flow.Publisher<T> failed) {
      super(new TestEnvironment(SIGNAL_MILLIS, SILENCE_MILLIS, SILENCE_MILLIS), COLLECTION_MILLIS);
      this.publishers = publishers;
      this.failed = failed;
    }

    @Override
    public Flow.Publisher<T> createFlowPublisher(long elements) {
      return publishers.apply(elements);
    }

    @Override
    public Flow.Publisher<T> createFailedFlowPublisher() {
      return failed;
    }
  }
}
