package dev.roster.conformance.internal.scene;

import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.conformance.ConformanceHarness;
import dev.roster.spi.ServiceTraits;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a harness and its drivers state about the service. A driver can cost as much as a test that
 * opens it, so each thing is asked once.
 */
public final class StatedService {

  private final ConformanceHarness harness;
  private final Map<Operation, Boolean> operations = new EnumMap<>(Operation.class);
  private @Nullable ServiceTraits traits;

  public StatedService(ConformanceHarness harness) {
    this.harness = harness;
  }

  public ServiceTraits traits() throws Exception {
    ServiceTraits known = traits;
    if (known == null) {
      known = harness.traits();
      traits = known;
    }
    return known;
  }

  /** Whether the driver has an operation that is optional. */
  public boolean has(Operation operation) {
    return operations.computeIfAbsent(operation, this::asked);
  }

  private boolean asked(Operation operation) {
    try (RosterClient client = RosterClient.builder(harness.openDriver()).build()) {
      return Scene.isThere(operation, client);
    } catch (Exception noDriver) {
      throw new AssertionError("the harness makes no driver", noDriver);
    }
  }
}
