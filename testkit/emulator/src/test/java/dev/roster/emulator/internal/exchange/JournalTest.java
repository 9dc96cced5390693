package dev.roster.emulator.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.emulator.JournalEntry;
import dev.roster.emulator.Protocol;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournalTest {

  @Test
  void onlyTheLatestAreKeptAndAllAreCounted() {
    Journal journal = new Journal();
    JournalEntry first = entry(0);
    journal.add(first);
    for (int each = 1; each <= Journal.CAPACITY; each++) {
      journal.add(entry(each));
    }

    assertThat(journal.entries()).hasSize(Journal.CAPACITY).doesNotContain(first);
    assertThat(journal.count()).isEqualTo(Journal.CAPACITY + 1);
  }

  private static JournalEntry entry(int status) {
    return new JournalEntry(Instant.EPOCH, Protocol.AWS, "any", JournalEntry.NO_STORE, status);
  }
}
