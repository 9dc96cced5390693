package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import java.util.EnumMap;
import java.util.Map;

/** The requests that a test expects on the wire; what it does not name must not be there. */
final class RequestExpectations {

  private final Map<Operation, Integer> least = new EnumMap<>(Operation.class);
  private final Map<Operation, Integer> most = new EnumMap<>(Operation.class);

  void add(Operation operation, int fewest, int highest) {
    least.merge(operation, fewest, Integer::sum);
    most.merge(operation, highest, Integer::sum);
  }

  void requireMet(ConformanceHarness harness) {
    for (Operation operation : Operation.values()) {
      if (operation.isNative()) {
        continue;
      }
      assertThat(harness.requests(operation))
          .as("requests for %s", operation.methodName())
          .isBetween(least.getOrDefault(operation, 0), most.getOrDefault(operation, 0));
    }
  }
}
