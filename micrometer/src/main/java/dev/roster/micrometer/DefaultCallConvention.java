package dev.roster.micrometer;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterException;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names and keys of calls, unless an application gives its own. Those of the end add to those
 * of the start.
 */
public final class DefaultCallConvention implements CallObservationConvention {

  /** The name of the observation, and so of the timer. */
  public static final String NAME = "roster.call";

  /** The one that is used unless set otherwise. */
  public static final DefaultCallConvention INSTANCE = new DefaultCallConvention();

  private static final KnownKeys<Start> STARTS = new KnownKeys<>(Start::keys);
  private static final KnownKeys<End> ENDS = new KnownKeys<>(End::keys);
  private static final KeyValues ONE_ATTEMPT = KeyValues.of(RosterKey.ATTEMPTS.withValue("1"));

  /** What is known of a call when it begins. */
  private record Start(String client, String provider, String operation) {

    KeyValues keys() {
      return KeyValues.of(
          RosterKey.CLIENT.withValue(client),
          RosterKey.PROVIDER.withValue(provider),
          RosterKey.OPERATION.withValue(operation));
    }
  }

  /** What its end adds. */
  private record End(@Nullable ErrorCode error, @Nullable String settlement) {

    KeyValues keys() {
      return KeyValues.of(
          RosterKey.ERROR_TYPE.of(error == null ? null : error.name()),
          RosterKey.SETTLEMENT.of(settlement));
    }
  }

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
    if (!context.hasEnded()) {
      return STARTS.of(
          new Start(context.clientName(), context.call().provider(), context.call().operation()));
    }
    RosterException failure = context.failure().orElse(null);
    return ENDS.of(new End(failure == null ? null : failure.code(), settlement(context, failure)));
  }

  /** A call that goes on where another one lost its response can end unknown, too. */
  private static @Nullable String settlement(
      CallObservationContext context, @Nullable RosterException failure) {
    if (failure != null) {
      return failure.outcome() == Outcome.UNKNOWN ? "unknown" : null;
    }
    return context.hasLostResponse() ? "settled" : null;
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
    if (!context.hasEnded()) {
      return KeyValues.of(RosterKey.STORE.withValue(context.call().identityStoreId().value()));
    }
    KeyValues attempts = attempts(context.attempts());
    return context.failure().isEmpty() && context.gaveUpBecause().isEmpty()
        ? attempts
        : attempts.and(ofTrouble(context));
  }

  private static KeyValues attempts(int made) {
    return made == 1
        ? ONE_ATTEMPT
        : KeyValues.of(RosterKey.ATTEMPTS.withValue(Integer.toString(made)));
  }

  private static List<KeyValue> ofTrouble(CallObservationContext context) {
    List<KeyValue> keys = new ArrayList<>();
    RosterKey.GAVE_UP_BECAUSE.addTo(keys, context.gaveUpBecause().orElse(null));
    context.failure().ifPresent(failure -> addTo(keys, failure));
    return keys;
  }

  private static void addTo(List<KeyValue> keys, RosterException failure) {
    RosterKey.REQUEST_ID.addTo(keys, failure.requestId().orElse(null));
    RosterKey.PROVIDER_CODE.addTo(keys, failure.providerCode().orElse(null));
  }
}
