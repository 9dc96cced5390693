package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopRequestTest {

  @Test
  void theFirstSignalStopsInOrderAndTheSecondAtOnce() {
    List<Object> events = new ArrayList<>();
    StopRequest stop =
        new StopRequest(Thread.currentThread(), () -> events.add("stopping"), events::add);
    assertThat(stop.exitCode()).isEmpty();

    stop.signalled(2);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stop.exitCode()).hasValue(130);
    assertThat(events).containsExactly("stopping");

    stop.signalled(15);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(stop.exitCode()).hasValue(130);
    assertThat(events).containsExactly("stopping", 143);
  }
}
