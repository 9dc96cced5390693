package dev.roster.campaign.record;

import dev.roster.campaign.weather.AttemptKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The journal of users and groups: which request changed what, when. Thread-safe. */
public final class EntryLedger extends Journal<EntryName, StoredEntry> {

  private final Map<String, EntryName> names = new ConcurrentHashMap<>();
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  EntryLedger() {}

  public void created(EntryName name, StoredEntry entry, long fromNanos, long toNanos) {
    names.put(entry.id(), name);
    add(name, new Change<>(fromNanos, toNanos, entry.maker(), entry, null));
  }

  public void updated(
      EntryName name, @Nullable String value, AttemptKey by, long fromNanos, long toNanos) {
    StoredEntry before = now(name).orElseThrow();
    StoredEntry after = new StoredEntry(before.id(), before.maker(), value, before.revision() + 1);
    add(name, new Change<>(fromNanos, toNanos, by, after, null));
  }

  public void deleted(EntryName name, AttemptKey by, long fromNanos, long toNanos) {
    add(name, new Change<>(fromNanos, toNanos, by, null, now(name).orElseThrow()));
  }

  /** The name that the entry of an id has, or had. */
  public @Nullable EntryName name(String id) {
    return names.get(id);
  }

  /** The service gave out a one-time password. */
  public void gaveOut(String password) {
    secrets.add(password);
  }

  /** Every one-time password that the service gave out. */
  public Set<String> secrets() {
    return Set.copyOf(secrets);
  }
}
