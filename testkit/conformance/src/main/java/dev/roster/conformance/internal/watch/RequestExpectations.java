package dev.roster.conformance.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.conformance.ConformanceHarness;
import java.util.EnumMap;
import java.util.Map;

/** The requests that a test expects on the wire; what it does not name must not be there. */
public final class RequestExpectations {

  private final Map<Operation, Integer> least = new EnumMap<>(Operation.class);
  private final Map<Operation, Integer> most = new EnumMap<>(Operation.class);

  public void add(Operation operation, int fewest, int highest) {
    least.merge(operation, fewest, Integer::sum);
    most.merge(operation, highest, Integer::sum);
  }

  public void requireMet(ConformanceHarness harness) {
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
