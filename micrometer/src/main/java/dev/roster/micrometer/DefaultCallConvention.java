package dev.roster.micrometer;

import dev.roster.Outcome;
import dev.roster.RosterException;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.ArrayList;
import java.util.List;

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
    KeyValue client = RosterKey.CLIENT.withValue(context.clientName());
    KeyValue provider = RosterKey.PROVIDER.withValue(context.call().provider());
    KeyValue operation = RosterKey.OPERATION.withValue(context.call().operation());
    return context.hasEnded()
        ? KeyValues.of(client, provider, operation, errorType(context), settlement(context))
        : KeyValues.of(client, provider, operation);
  }

  private static KeyValue errorType(CallObservationContext context) {
    return context
        .failure()
        .map(failure -> RosterKey.ERROR_TYPE.withValue(failure.code().name()))
        .orElse(RosterKey.ERROR_TYPE.none());
  }

  /** A call that goes on where another one lost its response can end unknown, too. */
  private static KeyValue settlement(CallObservationContext context) {
    if (context.failure().isPresent()) {
      boolean open = context.failure().get().outcome() == Outcome.UNKNOWN;
      return open ? UNKNOWN : RosterKey.SETTLEMENT.none();
    }
    return context.hasLostResponse() ? SETTLED : RosterKey.SETTLEMENT.none();
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
    if (!context.hasEnded()) {
      return KeyValues.of(RosterKey.STORE.withValue(context.call().identityStoreId().value()));
    }
    List<KeyValue> keys = new ArrayList<>();
    keys.add(RosterKey.ATTEMPTS.withValue(Integer.toString(context.attempts())));
    RosterKey.GAVE_UP_BECAUSE.addTo(keys, context.gaveUpBecause().orElse(null));
    context.failure().ifPresent(failure -> addTo(keys, failure));
    return KeyValues.of(keys);
  }

  private static void addTo(List<KeyValue> keys, RosterException failure) {
    RosterKey.REQUEST_ID.addTo(keys, failure.requestId().orElse(null));
    RosterKey.PROVIDER_CODE.addTo(keys, failure.providerCode().orElse(null));
  }
}
