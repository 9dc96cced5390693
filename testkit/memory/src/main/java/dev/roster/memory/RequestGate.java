package dev.roster.memory;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.ServiceTraits;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way in to a store for drivers and servers: what goes through it is one request, which is
 * counted, and spoilt where the store's {@link FaultScript} says so. Thread-safe.
 *
 * <pre>{@code
 * UserId made =
 *     store.gate().handle(StoreOperation.CREATE_USER, attempt, () -> store.users().create(attributes));
 * }</pre>
 */
public final class RequestGate {

  /** Follows an empty page; of the length of every token. */
  private static final String BEGINNING = "TheBeginningOfTheListing";

  private final FaultScript faults;
  private final RequestCounter counter;
  private final ServiceTraits traits;
  private final AtomicLong requestIds = new AtomicLong();

  RequestGate(FaultScript faults, RequestCounter counter, ServiceTraits traits) {
    this.traits = traits;
    this.faults = faults;
    this.counter = counter;
  }

  /**
   * Handles a request.
   *
   * @param operation what is asked for
   * @param attempt the driver's attempt, or a server's stand-in for it
   * @param service what the store does; called once at the most
   * @param <T> the kind of result
   * @return the result
   * @throws MemoryStoreException if the store refuses, or a fault spoils the request
   * @throws InterruptedException if the thread is interrupted while a response is held
   */
  public <T> T handle(StoreOperation operation, AttemptContext attempt, Supplier<T> service)
      throws InterruptedException {
    return handle(operation, attempt, service, (fault, result) -> result);
  }

  /**
   * Handles a request for a page.
   *
   * @param operation what is asked for
   * @param attempt the driver's attempt, or a server's stand-in for it
   * @param page which page is asked for
   * @param service how the store reads a page; a script may have it read another one than that
   * @param <T> the kind of item
   * @return the page
   * @throws MemoryStoreException if the store refuses, or a fault spoils the request
   * @throws InterruptedException if the thread is interrupted while a response is held
   */
  public <T> RawPage<T> page(
      StoreOperation operation,
      AttemptContext attempt,
      PageRequest page,
      Function<PageRequest, RawPage<T>> service)
      throws InterruptedException {
    PageRequest first = PageRequest.first(page.size());
    PageRequest asked = page.token().filter(BEGINNING::equals).isPresent() ? first : page;
    return handle(
        operation,
        attempt,
        () -> service.apply(asked),
        (fault, result) ->
            switch (fault) {
              case PAGE_TOKEN_REPEATED ->
                  page.token().map(token -> RawPage.of(result.items(), token)).orElse(result);
              case PAGE_TOKENS_LOOPED ->
                  RawPage.of(result.items(), service.apply(first).nextToken().orElse(null));
              case PAGE_EMPTY -> RawPage.of(List.of(), BEGINNING);
              default -> result;
            });
  }

  /**
   * Responds to a check of one member in some groups.
   *
   * @param attempt the driver's attempt, or a server's stand-in for it
   * @param groups the groups that are asked for, as many as the service takes
   * @param service what the store does; called once at the most
   * @return a verdict for each group
   * @throws MemoryStoreException if the store refuses, or a fault spoils the request
   * @throws InterruptedException if the thread is interrupted while a response is held
   */
  public Map<GroupId, Boolean> check(
      AttemptContext attempt, List<GroupId> groups, Supplier<Map<GroupId, Boolean>> service)
      throws InterruptedException {
    return handle(
        StoreOperation.IS_MEMBER_IN_GROUPS,
        attempt,
        () -> checked(groups, service),
        (fault, verdicts) ->
            fault == FaultKind.GROUP_LEFT_OUT ? withoutLast(groups, verdicts) : verdicts);
  }

  private Map<GroupId, Boolean> checked(
      List<GroupId> groups, Supplier<Map<GroupId, Boolean>> service) {
    if (groups.isEmpty() || groups.size() > traits.groupsPerCheck()) {
      throw MemoryStoreException.refused(
          ErrorCode.INVALID_ARGUMENT,
          "a check names 1 to %d groups".formatted(traits.groupsPerCheck()));
    }
    return service.get();
  }

  private <T> T handle(
      StoreOperation operation,
      AttemptContext attempt,
      Supplier<T> service,
      BiFunction<FaultKind, T, T> distortion)
      throws InterruptedException {
    counter.add(operation);
    Optional<Fault> fault = faults.next(operation);
    if (fault.isEmpty()) {
      sendRequestId(attempt);
      return service.get();
    }
    return spoil(fault.get(), attempt, service, distortion);
  }

  private <T> T spoil(
      Fault fault,
      AttemptContext attempt,
      Supplier<T> service,
      BiFunction<FaultKind, T, T> distortion)
      throws InterruptedException {
    Supplier<T> result = fault.kind().isApplied() ? applied(service) : service;
    return switch (fault.kind()) {
      case PAGE_TOKEN_REPEATED, PAGE_TOKENS_LOOPED, PAGE_EMPTY, GROUP_LEFT_OUT ->
          distortion.apply(fault.kind(), result.get());
      case RESPONSE_DELAYED -> slowly(fault, attempt, result);
      default -> throw MemoryStoreException.of(fault);
    };
  }

  /**
   * Carries the request out now; the result or refusal is kept for the caller that gets to see it.
   */
  private static <T> Supplier<T> applied(Supplier<T> service) {
    try {
      T result = service.get();
      return () -> result;
    } catch (MemoryStoreException refusal) {
      return () -> {
        throw refusal;
      };
    }
  }

  private <T> T slowly(Fault fault, AttemptContext attempt, Supplier<T> result)
      throws InterruptedException {
    AtomicBoolean aborted = new AtomicBoolean();
    CountDownLatch held = faults.hold();
    try {
      attempt.onAbort(
          () -> {
            aborted.set(true);
            held.countDown();
          });
      awaitKeepingInterrupt(held, fault.delay().orElse(ChronoUnit.FOREVER.getDuration()));
      if (aborted.get()) {
        throw MemoryStoreException.of(fault);
      }
      return result.get();
    } finally {
      faults.release(held);
    }
  }

  private static void awaitKeepingInterrupt(CountDownLatch held, Duration atMost)
      throws InterruptedException {
    try {
      boolean unused = held.await(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw interrupted;
    }
  }

  private void sendRequestId(AttemptContext attempt) {
    attempt.requestId("memory-" + requestIds.incrementAndGet());
  }

  private static Map<GroupId, Boolean> withoutLast(
      List<GroupId> groups, Map<GroupId, Boolean> verdicts) {
    Map<GroupId, Boolean> rest = new LinkedHashMap<>(verdicts);
    rest.remove(groups.get(groups.size() - 1));
    return rest;
  }
}
