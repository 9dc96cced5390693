package dev.roster.examples.lines;

import dev.roster.conformance.ConformanceHarness;
import dev.roster.conformance.DriverConformance;
import java.io.IOException;

/** A provider that was written from nothing keeps every promise of the contract. */
final class LineConformanceTest extends DriverConformance {

  @Override
  protected ConformanceHarness newHarness() throws IOException {
    return new LineHarness();
  }
}
