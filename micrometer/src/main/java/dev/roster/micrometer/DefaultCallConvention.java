package dev.roster.micrometer;

import dev.roster.RosterException;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

/** The names and keys of calls, unless an application gives its own. */
public final class DefaultCallConvention implements CallObservationConvention {

  /** The name of the observation, and so of the timer. */
  public static final String NAME = "roster.call";

  /** The one that is used unless set otherwise. */
  public static final DefaultCallConvention INSTANCE = new DefaultCallConvention();

  private static final KeyValue SETTLED = RosterKey.SETTLEMENT.withValue("settled");
  private static final KeyValue UNKNOWN = RosterKey.SETTLEMENT.withValue("unknown");

  private DefaultCallConvention() {}

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public String getContextualName(CallObservationContext context) {
    return "roster " + context.call().operation();
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
    KeyValues keys =
        KeyValues.of(
            RosterKey.CLIENT.withValue(context.clientName()),
            RosterKey.PROVIDER.withValue(context.call().provider()),
            RosterKey.OPERATION.withValue(context.call().operation()));
    return context.hasEnded() ? keys.and(errorType(context), settlement(context)) : keys;
  }

  private static KeyValue errorType(CallObservationContext context) {
    return context
        .failure()
        .map(failure -> RosterKey.ERROR_TYPE.withValue(failure.code().name()))
        .orElseGet(RosterKey.ERROR_TYPE::none);
  }

  private static KeyValue settlement(CallObservationContext context) {
    if (!context.hasLostResponse()) {
      return RosterKey.SETTLEMENT.none();
    }
    return context.failure().isEmpty() ? SETTLED : UNKNOWN;
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
    KeyValues keys =
        KeyValues.of(RosterKey.STORE.withValue(context.call().identityStoreId().value()));
    return context.hasEnded() ? atEnd(keys, context) : keys;
  }

  private static KeyValues atEnd(KeyValues started, CallObservationContext context) {
    KeyValues keys =
        started.and(RosterKey.ATTEMPTS.withValue(Integer.toString(context.attempts())));
    String why = context.gaveUpBecause().orElse(KeyValue.NONE_VALUE);
    keys = keys.and(RosterKey.GAVE_UP_BECAUSE.withValue(why));
    return context.failure().isEmpty() ? keys : ofFailure(keys, context.failure().get());
  }

  private static KeyValues ofFailure(KeyValues keys, RosterException failure) {
    String none = KeyValue.NONE_VALUE;
    return keys.and(
        RosterKey.REQUEST_ID.withValue(failure.requestId().orElse(none)),
        RosterKey.PROVIDER_CODE.withValue(failure.providerCode().orElse(none)));
  }
}
