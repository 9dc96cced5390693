package dev.roster.aws;

import dev.roster.conformance.ConformanceHarness;
import dev.roster.conformance.DriverConformance;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** The driver keeps every promise of the contract over the wire, with its default transport. */
final class AwsConformanceTest extends DriverConformance {

  @Override
  protected ConformanceHarness newHarness() {
    return new AwsHarness(Apache5HttpClient::builder);
  }
}
