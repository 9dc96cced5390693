package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.RosterException;
import dev.roster.conformance.internal.scene.Listed;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.conformance.internal.scene.StatedService;
import dev.roster.conformance.internal.watch.CallOnThread;
import dev.roster.conformance.internal.watch.LogWatch;
import dev.roster.conformance.internal.watch.RequestExpectations;
import dev.roster.conformance.internal.watch.ThreadWatch;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.ManualTime;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ServiceTraits;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all suites share: a new harness for each test, and what is checked after each. Extend one of
 * the suites, or all at once with {@link DriverConformance}.
 */
public abstract sealed class ConformanceSuite
    permits BatchConformance,
        CapabilitiesConformance,
        CheckConformance,
        ClosingConformance,
        ConcurrencyConformance,
        ConflictConformance,
        DirectoryConformance,
        DirectoryUpdatesConformance,
        EnsureConformance,
        InputConformance,
        InterruptConformance,
        IsMemberConformance,
        MembershipLifecycleConformance,
        NativeCallConformance,
        NotFoundConformance,
        PageTokenConformance,
        PagingConformance,
        RetryConformance,
        SecretsConformance,
        ThrottlingConformance,
        TimeoutConformance,
        UnknownOutcomeConformance {

  /**
   * Every wait of a thread turns the clock of all, so threads that wait for turns at a new client
   * would use up each other's deadlines. A ceiling that is never reached spares them these waits.
   */
  private static final double NO_LIMIT = 1e9;

  private static final Duration SHORTEST_WAIT = Duration.ofNanos(1_000);

  /** How long throttled callers are asked to wait. */
  static final Duration HINT = Duration.ofSeconds(90);

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final RequestExpectations requests = new RequestExpectations();

  /** Near the system's, because a service may judge a request's time. */
  private final ManualTime time = new ManualTime(Instant.now());

  private ThreadWatch threads;
  private ConformanceHarness harness;
  private StatedService service;
  private LogWatch log;

  /** For subclasses, which have nothing to construct. */
  protected ConformanceSuite() {}

  /**
   * Makes the harness for one test.
   *
   * @return a new harness; the suite closes it
   * @throws Exception if that fails, which fails the test
   */
  protected abstract ConformanceHarness newHarness() throws Exception;

  @BeforeEach
  final void openHarness() throws Exception {
    threads = new ThreadWatch(patienceWithThreads());
    harness = newHarness();
    service = new StatedService(harness);
    log = new LogWatch(harness.secrets(), harness.loggersOfWholeRequests());
  }

  @AfterEach
  final void closeHarness() throws Exception {
    harness.releaseHeldResponses();
    closeOpened();
    log.close();
    assertAll(
        () -> requests.requireMet(harness),
        () -> log.requireDiscreet(),
        () -> assertThat(harness.openConnections().orElse(0)).as("open connections").isZero(),
        () -> harness.close(),
        () -> threads.requireNoneLeft(harness::outlivesDrivers));
  }

  private void closeOpened() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  /** How long a thread may take to end after its driver; less where the kit itself is tried. */
  Duration patienceWithThreads() {
    return ThreadWatch.PATIENCE;
  }

  ConformanceHarness harness() {
    return harness;
  }

  ServiceTraits traits() throws Exception {
    return service.traits();
  }

  void assumeAddingTells() throws Exception {
    assumeTrue(traits().addingTells(), "adding does not tell that the member was there");
  }

  void assumeRemovingTells() throws Exception {
    assumeTrue(traits().removingTells(), "removing does not tell that there was nothing");
  }

  /** One look, where a retried create tells that the member is there. */
  void expectLookAfterRetriedCreate() throws Exception {
    expectRequests(Operation.FIND_MEMBERSHIP, traits().addingTells() ? 1 : 0);
  }

  ManualTime time() {
    return time;
  }

  /** Calls at a limit that none reaches still start one after the other, nanoseconds apart. */
  List<Duration> waits() {
    return time.waits().stream().filter(wait -> wait.compareTo(SHORTEST_WAIT) > 0).toList();
  }

  /** The one wait was as long as the service asked for, or longer. */
  void requireHintWasWaitedFor() {
    assertThat(waits()).as("the waits after a hint of %s", HINT).hasSize(1);
    assertThat(waits().get(0)).isGreaterThanOrEqualTo(HINT);
  }

  LogWatch log() {
    return log;
  }

  Scene newScene() {
    return Scene.set(harness);
  }

  /** A client as most applications have it, but for the clock. */
  RosterClient newClient() throws Exception {
    return newClient(builder -> builder);
  }

  RosterClient newClient(UnaryOperator<RosterClientBuilder> setting) throws Exception {
    return newClient(harness.openDriver(), setting);
  }

  /** A client whose attempts do not end by themselves. */
  RosterClient newPatientClient() throws Exception {
    return newClient(builder -> builder.attemptTimeout(Duration.ofMinutes(4)));
  }

  RosterClient newClient(MembershipDriver driver, UnaryOperator<RosterClientBuilder> set) {
    RosterClientBuilder builder =
        RosterClient.builder(driver).timeSource(time).rateLimiter(RateLimiter.adaptive(NO_LIMIT));
    return closedLater(set.apply(builder).build());
  }

  <T extends AutoCloseable> T closedLater(T resource) {
    opened.add(resource);
    return resource;
  }

  /** Says how many more requests the test expects. */
  void expectRequests(Operation operation, int count) {
    requests.add(operation, count, count * requestsOf(operation));
  }

  private int requestsOf(Operation operation) {
    try {
      return traits().requestsOf(operation);
    } catch (Exception noDriver) {
      throw new AssertionError("the harness cannot tell what its service is like", noDriver);
    }
  }

  /** Says that the test expects one more request of each. */
  void expectOneRequestEach(Operation... operations) {
    for (Operation operation : operations) {
      expectRequests(operation, 1);
    }
  }

  /** Says how many more requests the test allows, where providers rightly differ. */
  void expectRequests(Operation operation, int fewest, int most) {
    requests.add(operation, fewest, most);
  }

  /** A service may only notice on an empty page that a full one was the last. */
  void expectPages(Operation listing, int items, int wantedSize) throws Exception {
    if (!traits().isPaged(listing)) {
      expectRequests(listing, 1);
      return;
    }
    int size = Math.min(wantedSize, traits().largestPage(listing));
    int pages = Math.max(1, (items + size - 1) / size);
    boolean lastIsFull = items > 0 && items % size == 0;
    expectRequests(listing, pages, lastIsFull ? pages + 1 : pages);
  }

  /** Skips the test where the driver does not have an operation that is optional. */
  void assumeExists(Operation operation) {
    assumeTrue(service.has(operation), () -> "the driver does not have " + operation);
  }

  /** A listing over memberships of its own, or skips the test where the driver has none such. */
  Listed newListed(Listed.By by, int memberships) {
    assumeExists(by.operation());
    return Listed.make(harness, by, memberships);
  }

  /** Spoils a request, or skips the test where the harness cannot. */
  void inject(Operation operation, int request, Fault fault) {
    assumeExists(operation);
    assumeTrue(
        harness.canInject(operation, fault),
        () -> "the harness cannot inject %s into %s".formatted(fault, operation));
    harness.inject(operation, request, fault);
  }

  /** As {@link #inject(Operation, int, Fault)}, without a hint when to come back. */
  void inject(Operation operation, int request, FaultKind fault) {
    inject(operation, request, Fault.of(fault));
  }

  /** Spoils requests one after the other. */
  void injectFrom(Operation operation, int firstRequest, int count, Fault fault) {
    for (int request = firstRequest; request < firstRequest + count; request++) {
      inject(operation, request, fault);
    }
  }

  /** As {@link #injectFrom(Operation, int, int, Fault)}, without a hint when to come back. */
  void injectFrom(Operation operation, int firstRequest, int count, FaultKind fault) {
    injectFrom(operation, firstRequest, count, Fault.of(fault));
  }

  void assumeAborts() throws Exception {
    assumeTrue(
        traits().abortsBlockedAttempts(), "the driver does not state that it aborts attempts");
  }

  /** What a call may have changed whose one request got no response. */
  static Outcome outcomeOfLost(Operation operation) {
    return operation.isWrite() ? Outcome.UNKNOWN : Outcome.NOT_APPLIED;
  }

  void awaitHeldResponses(int count) throws InterruptedException {
    assertThat(harness.awaitHeldResponses(count, CallOnThread.PATIENCE))
        .as("%d requests have arrived", count)
        .isTrue();
  }

  /** Starts a call on a thread of its own, and interrupts it when its response is held back. */
  CallOnThread interruptOnceHeld(Callable<?> call) throws InterruptedException {
    CallOnThread started = CallOnThread.start(call);
    awaitHeldResponses(1);
    started.interrupt();
    return started;
  }

  /** What a call fails with, after a look for secrets in all that would be printed of it. */
  RosterException failureOf(Runnable call) {
    RosterException failure = catchThrowableOfType(RosterException.class, call::run);
    assertThat(failure).as("the call was expected to fail").isNotNull();
    log.requireDiscreet("the exception of " + failure.operation(), printed(failure));
    return failure;
  }

  /** As {@link #failureOf(Runnable)}, for a certain code. */
  RosterException failureOf(ErrorCode code, Runnable call) {
    RosterException failure = failureOf(call);
    assertThat(failure.code()).as("%s", failure.getMessage()).isEqualTo(code);
    return failure;
  }

  /** As {@link #failureOf(ErrorCode, Runnable)}, for a certain outcome. */
  RosterException failureOf(ErrorCode code, Outcome outcome, Runnable call) {
    RosterException failure = failureOf(code, call);
    assertThat(failure.outcome()).as("%s", failure.getMessage()).isEqualTo(outcome);
    return failure;
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
