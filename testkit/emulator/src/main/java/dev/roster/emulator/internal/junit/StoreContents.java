package dev.roster.emulator.internal.junit;

import dev.roster.emulator.Emulator;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreQuotas;
import dev.roster.memory.StoreSnapshot;
import java.util.List;

/** What the stores of an emulator held at one moment. */
record StoreContents(List<Content> contents) {

  static StoreContents of(Emulator emulator) {
    return new StoreContents(
        emulator.stores().stream()
            .map(store -> new Content(store, store.snapshot(), store.quotas()))
            .toList());
  }

  /** Brings it back, and forgets faults and requests. */
  void restore(Emulator emulator) {
    contents.forEach(Content::restore);
    emulator.forgetRequests();
  }

  private record Content(MemoryIdentityStore store, StoreSnapshot snapshot, StoreQuotas quotas) {

    void restore() {
      store.faults().clear();
      store.restore(snapshot);
      store.quotas(quotas);
      store.requests().reset();
    }
  }
}
