package dev.roster.emulator.internal.state;

import dev.roster.Resource;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMembershipDriver;
import dev.roster.memory.MemoryMemberships;
import dev.roster.memory.MemoryStoreException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stores behind one emulator, each through a driver that counts and spoils its requests. */
public final class Stores {

  private final List<MemoryIdentityStore> stores;
  private final Map<String, MemoryMembershipDriver> drivers = new LinkedHashMap<>();

  public Stores(List<MemoryIdentityStore> stores) {
    this.stores = List.copyOf(stores);
    for (MemoryIdentityStore store : stores) {
      if (drivers.put(store.identityStoreId().value(), MemoryMemberships.driver(store)) != null) {
        throw new IllegalArgumentException("store " + store.identityStoreId() + " is given twice");
      }
    }
  }

  public void dump(Writer target) {
    StateJson.write(stores.stream().map(MemoryIdentityStore::snapshot).toList(), target);
  }

  public List<MemoryIdentityStore> all() {
    return stores;
  }

  /** The state of a store, for what drivers do not offer. */
  public MemoryIdentityStore state(String id) {
    return stores.stream()
        .filter(store -> store.identityStoreId().value().equals(id))
        .findFirst()
        .orElseThrow(() -> MemoryStoreException.notFound(Resource.IDENTITY_STORE, id));
  }

  public MemoryMembershipDriver require(String id) {
    MemoryMembershipDriver driver = drivers.get(id);
    if (driver == null) {
      throw MemoryStoreException.notFound(Resource.IDENTITY_STORE, id);
    }
    return driver;
  }
}
