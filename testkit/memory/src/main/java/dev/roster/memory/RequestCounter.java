package dev.roster.memory;

import dev.roster.Operation;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the requests that come to a store through a driver or a server, spoilt ones included, so
 * that a test can say how many went over the wire. Thread-safe.
 */
public final class RequestCounter {

  private final Map<StoreOperation, AtomicLong> counts =
      Stream.of(StoreOperation.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), each -> new AtomicLong()));

  /** Makes a counter that stands at zero. */
  public RequestCounter() {}

  /**
   * Counts a request.
   *
   * @param operation the client's operation
   */
  public void add(Operation operation) {
    add(StoreOperation.of(operation));
  }

  /**
   * Counts a request.
   *
   * @param operation the service's operation
   */
  public void add(StoreOperation operation) {
    of(operation, counts).incrementAndGet();
  }

  /**
   * The requests of one operation.
   *
   * @param operation the service's operation
   * @return how many since the start or the last {@link #reset()}
   */
  public long of(StoreOperation operation) {
    return of(operation, counts).get();
  }

  /**
   * The requests of one operation.
   *
   * @param operation the client's operation
   * @return how many since the start or the last {@link #reset()}
   */
  public long of(Operation operation) {
    return of(StoreOperation.of(operation));
  }

  /**
   * The requests of all operations together.
   *
   * @return how many since the start or the last {@link #reset()}
   */
  public long total() {
    return counts.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** Sets all counts to zero. */
  public void reset() {
    counts.values().forEach(count -> count.set(0));
  }

  @Override
  public String toString() {
    return "RequestCounter" + counts;
  }

  private static AtomicLong of(StoreOperation operation, Map<StoreOperation, AtomicLong> counts) {
    Objects.requireNonNull(operation, "operation must not be null");
    return Objects.requireNonNull(counts.get(operation), "every operation has a count");
  }
}
