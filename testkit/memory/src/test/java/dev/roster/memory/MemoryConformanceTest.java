package dev.roster.memory;

import dev.roster.conformance.ConformanceHarness;
import dev.roster.conformance.DriverConformance;

/** The in-memory driver keeps every promise of the contract. */
final class MemoryConformanceTest extends DriverConformance {

  @Override
  protected ConformanceHarness newHarness() {
    return new MemoryHarness();
  }
}
