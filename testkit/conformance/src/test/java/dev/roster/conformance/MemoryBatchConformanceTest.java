package dev.roster.conformance;

import dev.roster.memory.MemoryPersonality;
import dev.roster.spi.ServiceTraits;
import org.junit.jupiter.api.Nested;

/** Batches of all kinds: all or none or each for itself, with and without telling what changed. */
final class MemoryBatchConformanceTest {

  private static final ServiceTraits TELLING =
      MemoryPersonality.TELLING.traits().toBuilder().membersPerWrite(100, true).build();

  @Nested
  final class AllOrNoneAndTelling extends BatchConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return MemoryHarness.of(TELLING);
    }
  }

  @Nested
  final class EachForItselfAndTelling extends BatchConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return MemoryHarness.of(TELLING.toBuilder().membersPerWrite(7, false).build());
    }
  }

  @Nested
  final class EachForItselfAndSilent extends DriverConformance {

    @Override
    protected ConformanceHarness newHarness() {
      ServiceTraits silent = MemoryPersonality.SILENT.traits();
      return MemoryHarness.of(silent.toBuilder().membersPerWrite(10, false).build());
    }
  }
}
