package dev.roster.conformance;

import dev.roster.memory.MemoryPersonality;

/** A service that differs from the others in everything that traits can say. */
final class SilentMemoryConformanceTest extends DriverConformance {

  @Override
  protected ConformanceHarness newHarness() {
    return MemoryHarness.of(MemoryPersonality.SILENT.traits());
  }
}
