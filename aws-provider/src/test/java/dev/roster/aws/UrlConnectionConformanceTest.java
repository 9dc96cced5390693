package dev.roster.aws;

import dev.roster.conformance.ClosingConformance;
import dev.roster.conformance.ConformanceHarness;
import dev.roster.conformance.InterruptConformance;
import dev.roster.conformance.TimeoutConformance;
import dev.roster.conformance.UnknownOutcomeConformance;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What depends on the transport holds with the JDK's own, too. */
final class UrlConnectionConformanceTest {

  private static ConformanceHarness harness() {
    return new AwsHarness(UrlConnectionHttpClient::builder);
  }

  @Nested
  final class Interrupt extends InterruptConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return harness();
    }
  }

  @Nested
  final class Closing extends ClosingConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return harness();
    }
  }

  @Nested
  final class Timeout extends TimeoutConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return harness();
    }
  }

  @Nested
  final class UnknownOutcome extends UnknownOutcomeConformance {

    @Override
    protected ConformanceHarness newHarness() {
      return harness();
    }
  }
}
