package dev.roster.micrometer;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.memory.ManualTime;
import dev.roster.memory.MemoryIdentityStore;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** A store in memory behind a client whose calls are observed. */
final class ObservedStore implements AutoCloseable {

  private static final AtomicLong NUMBERS = new AtomicLong();

  final String name = "observed-" + NUMBERS.incrementAndGet();
  final MemoryIdentityStore store = MemoryIdentityStore.named(name);
  final ManualTime time = new ManualTime();
  final TestObservationRegistry registry = TestObservationRegistry.create();
  final RecordedContexts recorded = new RecordedContexts();
  final GroupId group = store.addGroup();
  final UserId user = store.addUser();
  final RosterClient client;

  ObservedStore() {
    registry.observationConfig().observationHandler(recorded);
    client =
        RosterClient.builder("memory://" + name)
            .timeSource(time)
            .listener(RosterObservations.of(registry))
            .build();
  }

  /** Runs something within an observation of the application. */
  void within(String name, Runnable work) {
    Observation.createNotStarted(name, registry).observe(work);
  }

  @Override
  public void close() {
    client.close();
    MemoryIdentityStore.forget(name);
  }
}
