package dev.roster.sync;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests under way and the lines of an audit when each change begins. The first
 * request waits until another thread has the next item and has begun a request for it, or waits for
 * its turn: so a run that makes two calls at a time does so here every time.
 */
final class RequestsOfOneGroup implements CallListener {

  private static final Set<Operation> CHANGES =
      Set.of(Operation.CREATE_MEMBERSHIP, Operation.DELETE_MEMBERSHIP);

  private final IntSupplier lines;
  private final List<Integer> linesAtEachChange = new ArrayList<>();
  private int begun;
  private int underWay;
  private int mostUnderWay;
  private volatile @Nullable Thread second;

  RequestsOfOneGroup(IntSupplier lines) {
    this.lines = lines;
  }

  /** The input, which shows the thread that has taken the second item. */
  <T> Iterator<T> watching(Iterator<T> items) {
    return new Iterator<>() {
      private int taken;

      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public T next() {
        if (++taken == 2) {
          second = Thread.currentThread();
        }
        return items.next();
      }
    };
  }

  @Override
  public void attemptStarted(AttemptInfo attempt) {
    if (begin(attempt) == 1) {
      while (!isSecondWaiting() && begun() == 1) {
        Thread.onSpinWait();
      }
    }
  }

  private synchronized int begin(AttemptInfo attempt) {
    underWay++;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    if (CHANGES.contains(attempt.operation())) {
      linesAtEachChange.add(lines.getAsInt());
    }
    return ++begun;
  }

  private boolean isSecondWaiting() {
    Thread thread = second;
    return thread != null && thread.getState() == Thread.State.WAITING;
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    end();
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    end();
  }

  private synchronized void end() {
    underWay--;
  }

  private synchronized int begun() {
    return begun;
  }

  synchronized int mostUnderWay() {
    return mostUnderWay;
  }

  synchronized List<Integer> linesAtEachChange() {
    return List.copyOf(linesAtEachChange);
  }
}
