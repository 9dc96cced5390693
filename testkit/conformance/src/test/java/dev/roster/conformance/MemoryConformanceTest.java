package dev.roster.conformance;

/** The in-memory driver keeps every promise of the contract. */
final class MemoryConformanceTest extends DriverConformance {

  @Override
  protected ConformanceHarness newHarness() {
    return new MemoryHarness();
  }
}
