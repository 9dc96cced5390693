package dev.roster.spring.test;

import dev.roster.emulator.Emulator;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreQuotas;
import dev.roster.memory.StoreSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** What an emulator's stores held when the application had started, runners included. */
final class EmulatorContents implements ApplicationListener<ApplicationReadyEvent> {

  private final Emulator emulator;
  private @Nullable List<Content> contents;

  EmulatorContents(Emulator emulator) {
    this.emulator = emulator;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    contents = read();
  }

  /** Brings it back, and forgets faults and requests. */
  void bringBack() {
    if (contents == null) {
      contents = read();
    }
    contents.forEach(Content::bringBack);
    emulator.forgetRequests();
  }

  private List<Content> read() {
    return emulator.stores().stream()
        .map(store -> new Content(store, store.snapshot(), store.quotas()))
        .toList();
  }

  private record Content(MemoryIdentityStore store, StoreSnapshot snapshot, StoreQuotas quotas) {

    void bringBack() {
      store.faults().clear();
      store.restore(snapshot);
      store.quotas(quotas);
      store.requests().reset();
    }
  }
}
