package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Operation;
import dev.roster.RosterException;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a handler of the application throws, calls go on, and no thread keeps an observation
 * that would be the parent of all that it does next.
 */
class BrokenHandlerTest {

  private final ObservedStore observed = new ObservedStore();
  private final List<Moment> moments = Collections.synchronizedList(new ArrayList<>());

  /** When the handler throws. */
  enum Moment {
    START,
    SCOPE_OPENED,
    ERROR,
    SCOPE_CLOSED,
    STOP
  }

  /**
   * Throws an error rather than an exception: an assertion in a handler, or a missing class. It
   * counts as the handler of timers does, which keeps what has started until it is stopped.
   */
  private final class Broken implements ObservationHandler<Observation.Context> {

    private final Moment broken;

    Broken(Moment broken) {
      this.broken = broken;
    }

    private void at(Moment moment) {
      moments.add(moment);
      if (moment == broken) {
        throw new AssertionError("a broken handler");
      }
    }

    @Override
    public void onStart(Observation.Context context) {
      at(Moment.START);
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
      at(Moment.SCOPE_OPENED);
    }

    @Override
    public void onError(Observation.Context context) {
      at(Moment.ERROR);
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
      at(Moment.SCOPE_CLOSED);
    }

    @Override
    public void onStop(Observation.Context context) {
      at(Moment.STOP);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }

  private void handledBy(Moment broken) {
    observed.registry.observationConfig().observationHandler(new Broken(broken));
  }

  /** What is current belongs to the thread and not to a registry: the next test would have it. */
  @AfterEach
  void close() {
    observed.registry.setCurrentObservationScope(null);
    observed.close();
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aCallGoesOnAndItsThreadKeepsNoObservation(Moment broken) {
    handledBy(broken);

    assertThat(observed.client.findMembership(observed.group, observed.user)).isEmpty();
    assertThat(observed.registry.getCurrentObservation()).isNull();
    observed.store.faults().on(Operation.FIND_MEMBERSHIP).next(Fault.of(FaultKind.ACCESS_DENIED));
    assertThatThrownBy(() -> observed.client.findMembership(observed.group, observed.user))
        .isInstanceOf(RosterException.class);
    assertThat(observed.registry.getCurrentObservation()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void whatHasStartedIsStopped(Moment broken) {
    handledBy(broken);

    observed.client.findMembership(observed.group, observed.user);

    assertThat(moments).contains(Moment.START);
    assertThat(Collections.frequency(moments, Moment.STOP))
        .isEqualTo(Collections.frequency(moments, Moment.START));
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"SCOPE_OPENED", "SCOPE_CLOSED"})
  void aThreadThatWorksForAnotherKeepsNoObservation(Moment broken) throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      Observation caller = Observation.start("caller", observed.registry);
      try (Observation.Scope scope = caller.openScope()) {
        assertThat(scope.getCurrentObservation()).isSameAs(caller);
        handledBy(broken);
        observed.client.async(one).findMembership(observed.group, observed.user).join();
        assertThat(one.submit(() -> observed.registry.getCurrentObservation()).get()).isNull();
      }
    } finally {
      one.shutdownNow();
    }
  }
}
