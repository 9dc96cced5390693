package dev.roster.micrometer;

import io.micrometer.common.KeyValues;

/**
 * Names attempts as OpenTelemetry's conventions for remote procedure calls do, which are not stable
 * yet. To be opted into with {@link RosterObservations#withAttemptConvention}, where nothing else
 * of the application makes observations of the same requests: an agent or the provider's library
 * that does so counts each of them as well.
 *
 * <p>The keys of {@link DefaultAttemptConvention} stay.
 */
public final class RpcAttemptConvention implements AttemptObservationConvention {

  /** The name of the observation, and so of the timer. */
  public static final String NAME = "rpc.client.call.duration";

  /** The one that there is. */
  public static final RpcAttemptConvention INSTANCE = new RpcAttemptConvention();

  private RpcAttemptConvention() {}

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public String getContextualName(AttemptObservationContext context) {
    return method(context);
  }

  private static String method(AttemptObservationContext context) {
    return context.attempt().operation().methodName();
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(AttemptObservationContext context) {
    return DefaultAttemptConvention.INSTANCE
        .getLowCardinalityKeyValues(context)
        .and(
            RosterKey.RPC_SYSTEM.withValue(context.attempt().call().provider()),
            RosterKey.RPC_METHOD.withValue(method(context)));
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(AttemptObservationContext context) {
    return DefaultAttemptConvention.INSTANCE.getHighCardinalityKeyValues(context);
  }
}
