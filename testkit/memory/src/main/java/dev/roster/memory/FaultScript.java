package dev.roster.memory;

import dev.roster.Operation;
import dev.roster.memory.internal.faults.HeldResponses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong, and when. A test writes lines into it; the in-memory driver and servers ask
 * {@link #next} once per request. Thread-safe.
 *
 * <pre>{@code
 * store.faults().on(Operation.CREATE_MEMBERSHIP).call(3, Fault.throttle());
 * store.faults().onAnyOperation().next(Fault.of(FaultKind.RESPONSE_LOST));
 * }</pre>
 *
 * <p>A request meets one fault at the most: where several lines are due, the oldest goes first and
 * the others stay due.
 */
public final class FaultScript {

  private final List<Line> lines = new ArrayList<>();
  private final HeldResponses held = new HeldResponses();

  /** Makes a script in which nothing goes wrong. */
  public FaultScript() {}

  /**
   * Starts a line for one operation.
   *
   * @param operation the client's operation
   * @return where to say what goes wrong when
   */
  public Cue on(Operation operation) {
    return on(StoreOperation.of(operation));
  }

  /**
   * Starts a line for one operation.
   *
   * @param operation the service's operation
   * @return where to say what goes wrong when
   */
  public Cue on(StoreOperation operation) {
    return new Cue(Objects.requireNonNull(operation, "operation must not be null"));
  }

  /**
   * Starts a line for requests of any operation.
   *
   * @return where to say what goes wrong when
   */
  public Cue onAnyOperation() {
    return new Cue(null);
  }

  /**
   * Takes the fault for a request that has just come.
   *
   * @param operation the client's operation
   * @return empty where nothing goes wrong
   */
  public Optional<Fault> next(Operation operation) {
    return next(StoreOperation.of(operation));
  }

  /**
   * Takes the fault for a request that has just come.
   *
   * @param operation the service's operation
   * @return empty where nothing goes wrong
   */
  public Optional<Fault> next(StoreOperation operation) {
    synchronized (lines) {
      Fault due = null;
      for (Line line : List.copyOf(lines)) {
        if (line.concerns(operation) && line.isDue() && due == null) {
          due = line.fault;
          line.use(lines);
        }
      }
      return Optional.ofNullable(due);
    }
  }

  /** Takes all lines out, and releases the responses that are held. */
  public void clear() {
    synchronized (lines) {
      lines.clear();
    }
    release();
  }

  /**
   * Holds a response, for {@link FaultKind#RESPONSE_DELAYED}.
   *
   * @return opens at {@link #release()}; a caller that stops waiting for it calls {@link
   *     #release(CountDownLatch)}
   */
  public CountDownLatch hold() {
    return held.add();
  }

  /**
   * Opens a held response, and forgets it.
   *
   * @param response what {@link #hold} returned
   */
  public void release(CountDownLatch response) {
    held.remove(response);
  }

  /** Releases all responses that are held now. */
  public void release() {
    held.release();
  }

  /**
   * Waits until so many responses are held at once, so that a test knows that its requests have
   * come.
   *
   * @param responses how many
   * @param atMost how long to wait at the most
   * @return whether so many are held
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean awaitHeld(int responses, Duration atMost) throws InterruptedException {
    return held.await(responses, atMost);
  }

  /** Says when a fault comes. */
  public final class Cue {

    private final @Nullable StoreOperation operation;

    private Cue(@Nullable StoreOperation operation) {
      this.operation = operation;
    }

    /**
     * Spoils the next requests, one after the other.
     *
     * @param faults what goes wrong with the first, the second and so on
     * @return the script
     */
    public FaultScript next(Fault... faults) {
      for (Fault fault : faults) {
        add(0, 1, fault);
      }
      return FaultScript.this;
    }

    /**
     * Spoils several requests in the same way.
     *
     * @param calls how many, at least 1
     * @param fault what goes wrong
     * @return the script
     */
    public FaultScript times(int calls, Fault fault) {
      return add(0, atLeastOne(calls), fault);
    }

    /**
     * Spoils one request.
     *
     * @param ordinal which, counted from now: 1 is the next
     * @param fault what goes wrong
     * @return the script
     */
    public FaultScript call(int ordinal, Fault fault) {
      return add(atLeastOne(ordinal) - 1, 1, fault);
    }

    /**
     * Spoils every request until {@link FaultScript#clear()}.
     *
     * @param fault what goes wrong
     * @return the script
     */
    public FaultScript always(Fault fault) {
      return add(0, Integer.MAX_VALUE, fault);
    }

    private FaultScript add(int skip, int uses, Fault fault) {
      Objects.requireNonNull(fault, "fault must not be null");
      synchronized (lines) {
        lines.add(new Line(operation, fault, skip, uses));
      }
      return FaultScript.this;
    }

    private static int atLeastOne(int number) {
      if (number < 1) {
        throw new IllegalArgumentException("requests are counted from 1, but got " + number);
      }
      return number;
    }
  }

  private static final class Line {

    private final @Nullable StoreOperation operation;
    private final Fault fault;
    private int skip;
    private int uses;

    Line(@Nullable StoreOperation operation, Fault fault, int skip, int uses) {
      this.operation = operation;
      this.fault = fault;
      this.skip = skip;
      this.uses = uses;
    }

    boolean concerns(StoreOperation asked) {
      return operation == null || operation == asked;
    }

    /** Counts the request, also when another line spoils it: ordinals are of requests. */
    boolean isDue() {
      if (skip > 0) {
        skip--;
        return false;
      }
      return true;
    }

    void use(List<Line> script) {
      if (uses != Integer.MAX_VALUE && --uses == 0) {
        script.remove(this);
      }
    }
  }
}
