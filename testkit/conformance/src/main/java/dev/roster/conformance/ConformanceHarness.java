package dev.roster.conformance;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ServiceTraits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the kit needs of a provider: a driver, and power over the service behind it. The kit makes a
 * new harness before each test and closes it after the test.
 *
 * <p>A harness MUST start with no fault injected and all counts at zero. It MAY share a server with
 * other harnesses, as long as every group and user that it hands out is new; tests run one after
 * the other. Nothing but loopback is to be reached.
 *
 * <p>Identifiers MUST have the form of the service's real ones, and be made up.
 */
public interface ConformanceHarness extends AutoCloseable {

  /**
   * Makes a driver for the harness's store.
   *
   * @return a new driver at each call; the kit closes it
   * @throws Exception if that fails, which fails the test
   */
  MembershipDriver openDriver() throws Exception;

  /**
   * What the service behind this harness is like. What it cannot tell is not asked, and requests
   * are counted as this says; that the drivers state the same is checked.
   *
   * @return the traits of a driver unless overridden
   * @throws Exception if no driver can be made, which fails the test
   */
  default ServiceTraits traits() throws Exception {
    try (MembershipDriver driver = openDriver()) {
      return driver.traits();
    }
  }

  /**
   * Makes a driver of the same provider for a store with another id. Nothing will be sent through
   * it, so the store need not exist.
   *
   * @return a new driver; the kit closes it
   * @throws Exception if that fails, which fails the test
   */
  MembershipDriver openDriverOfAnotherStore() throws Exception;

  /**
   * Makes a driver whose connections are refused, for example at a port without a listener.
   *
   * @return a new driver; the kit closes it
   * @throws Exception if that fails, which fails the test
   */
  MembershipDriver openUnreachableDriver() throws Exception;

  /**
   * Adds a group to the store, behind the wire: neither counted nor spoilt by faults.
   *
   * @return an empty group
   */
  GroupId newGroup();

  /**
   * Adds a user to the store, behind the wire.
   *
   * @return a user in no group
   */
  UserId newUser();

  /**
   * Adds a membership to the store, behind the wire. MUST be quick: some tests need hundreds.
   *
   * @param group a group of this harness
   * @param user a user of this harness that is not in the group
   * @return the new membership
   */
  Membership addMembership(GroupId group, UserId user);

  /**
   * Makes a group a member of another, behind the wire.
   *
   * @param outer a group of this harness
   * @param inner another group of this harness
   * @return whether it is one now; false unless overridden, for a service that has users as members
   *     only, or a harness that cannot
   */
  default boolean nest(GroupId outer, GroupId inner) {
    return false;
  }

  /**
   * A well-formed id of a group that does not exist.
   *
   * @return an id
   */
  GroupId absentGroup();

  /**
   * A well-formed id of a user that does not exist.
   *
   * @return an id
   */
  UserId absentUser();

  /**
   * A well-formed id of a membership that does not exist.
   *
   * @return an id
   */
  MembershipId absentMembership();

  /**
   * Whether this harness can make a fault happen to requests of an operation. Tests that need one
   * that it cannot are reported as skipped, with the reason.
   *
   * @param operation the operation
   * @param fault what goes wrong; its hint when to come back matters too
   * @return false for a fault that the service does not know
   */
  boolean canInject(Operation operation, Fault fault);

  /**
   * Spoils one request to come. A read that belongs to a write ({@link ServiceTraits#requestsOf})
   * is neither spoilt nor counted here.
   *
   * @param operation the operation whose requests are counted
   * @param request which of them, counted from the harness's start: 1 is the first
   * @param fault what goes wrong; one that this harness {@linkplain #canInject can inject}
   */
  void inject(Operation operation, int request, Fault fault);

  /**
   * Waits until so many responses are held back by {@link FaultKind#RESPONSE_DELAYED} at the same
   * time.
   *
   * @param responses how many
   * @param atMost how long to wait
   * @return whether so many are held
   * @throws InterruptedException if the calling thread is interrupted
   */
  boolean awaitHeldResponses(int responses, Duration atMost) throws InterruptedException;

  /** Releases all responses that are held back now. */
  void releaseHeldResponses();

  /**
   * The requests that arrived since the harness's start, spoilt ones included. It MUST count on the
   * side of the service, where a transport's silent retries show. A read that belongs to a write
   * ({@link ServiceTraits#requestsOf}) is one of the write's requests.
   *
   * @param operation the operation
   * @return how many
   */
  int requests(Operation operation);

  /**
   * The secrets that the drivers were given: keys, tokens, whatever must not be seen.
   *
   * @return the texts that must not stand in any log line, message or {@code toString()}; none
   *     unless overridden
   */
  default Set<String> secrets() {
    return Set.of();
  }

  /**
   * The loggers by which a third-party transport or SDK writes whole requests, secrets included,
   * once an application turns them up. They are left out of the check of log lines; the provider's
   * documentation MUST warn of them. A logger of the provider's own MUST NOT be among them.
   *
   * @return names of loggers, each standing for those below it too; none unless overridden
   */
  default Set<String> loggersOfWholeRequests() {
    return Set.of();
  }

  /**
   * Texts that break a documented rule of the service for identifiers of groups, users and
   * memberships alike, such as one character more than the documented maximum.
   *
   * @return at most 2,048 characters each; none unless overridden, for a service without rules
   */
  default Set<String> malformedIds() {
    return Set.of();
  }

  /**
   * The native client that the driver lets applications take out.
   *
   * @return empty unless overridden, for a driver that has none
   */
  default Optional<Class<?>> nativeClient() {
    return Optional.empty();
  }

  /**
   * How to make native calls with a client of this provider.
   *
   * @return empty unless overridden, for a driver that has none, or none over the wire
   */
  default Optional<NativeCalls> nativeCalls() {
    return Optional.empty();
  }

  /**
   * The native error that stands behind an exception when the service denies access.
   *
   * @return empty unless overridden, for a driver that has none
   */
  default Optional<Class<? extends Throwable>> nativeError() {
    return Optional.empty();
  }

  /**
   * Tells threads that rightly live on after a driver's end: those of a server that harnesses
   * share, and those that a transport keeps once for the whole process. Everything else that was
   * started during a test must have ended soon after it.
   *
   * @param thread a thread that was started during a test and runs on
   * @return false unless overridden
   */
  default boolean outlivesDrivers(Thread thread) {
    return false;
  }

  /**
   * The connections of this harness's drivers that are open now. The kit asks after it closed the
   * drivers, and expects none.
   *
   * @return empty unless overridden, for a harness that cannot tell
   */
  default OptionalInt openConnections() {
    return OptionalInt.empty();
  }

  /** Frees what this harness made, drivers excepted. */
  @Override
  void close();
}
