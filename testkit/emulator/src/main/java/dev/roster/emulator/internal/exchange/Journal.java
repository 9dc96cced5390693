package dev.roster.emulator.internal.exchange;

import dev.roster.emulator.JournalEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, and how many there were. Thread-safe. */
public final class Journal {

  public static final int CAPACITY = 10_000;

  private final Deque<JournalEntry> entries = new ArrayDeque<>();
  private long count;

  synchronized void add(JournalEntry entry) {
    count++;
    if (entries.size() == CAPACITY) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  public synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  synchronized void clear() {
    entries.clear();
    count = 0;
  }

  public synchronized long count() {
    return count;
  }
}
