package dev.roster.huawei;

import dev.roster.conformance.ConformanceHarness;
import dev.roster.conformance.DriverConformance;

/** The driver keeps every promise of the contract over the wire. */
final class HuaweiConformanceTest extends DriverConformance {

  @Override
  protected ConformanceHarness newHarness() {
    return new HuaweiHarness();
  }
}
