package dev.roster.micrometer;

import dev.roster.AttemptResult;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.OptionalInt;

/** The names and keys of attempts, unless an application gives its own. */
public final class DefaultAttemptConvention implements AttemptObservationConvention {

  /** The name of the observation, and so of the timer. */
  public static final String NAME = "roster.attempt";

  /** The one that is used unless set otherwise. */
  public static final DefaultAttemptConvention INSTANCE = new DefaultAttemptConvention();

  private static final String NONE = KeyValue.NONE_VALUE;

  private DefaultAttemptConvention() {}

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public String getContextualName(AttemptObservationContext context) {
    return "roster " + context.attempt().operation().methodName() + " attempt";
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(AttemptObservationContext context) {
    KeyValues keys =
        KeyValues.of(
            RosterKey.CLIENT.withValue(context.clientName()),
            RosterKey.PROVIDER.withValue(context.attempt().call().provider()),
            RosterKey.OPERATION.withValue(context.attempt().call().operation()),
            RosterKey.REQUEST.withValue(context.attempt().operation().methodName()));
    return context.result().map(result -> keys.and(bounded(result))).orElse(keys);
  }

  private static KeyValues bounded(AttemptResult result) {
    return KeyValues.of(
        RosterKey.ERROR_TYPE.withValue(result.error().map(Enum::name).orElse(NONE)),
        RosterKey.OUTCOME.withValue(result.outcome().map(Enum::name).orElse(NONE)),
        RosterKey.SERVER_ADDRESS.withValue(result.serverAddress().orElse(NONE)),
        RosterKey.HTTP_STATUS.withValue(text(result.httpStatus())));
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : NONE;
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(AttemptObservationContext context) {
    KeyValues keys = started(context);
    return context.result().map(result -> keys.and(unbounded(result))).orElse(keys);
  }

  private static KeyValues started(AttemptObservationContext context) {
    KeyValues keys = KeyValues.empty();
    int retry = context.attempt().number() - 1;
    if (retry > 0) {
      keys = keys.and(RosterKey.RESEND_COUNT.withValue(Integer.toString(retry)));
    }
    if (!context.waited().isZero()) {
      String waited = Long.toString(context.waited().toMillis());
      keys = keys.and(RosterKey.WAITED_MILLIS.withValue(waited));
    }
    return keys;
  }

  private static KeyValues unbounded(AttemptResult result) {
    return KeyValues.of(
        RosterKey.SERVER_PORT.withValue(text(result.serverPort())),
        RosterKey.REQUEST_ID.withValue(result.requestId().orElse(NONE)),
        RosterKey.PROVIDER_CODE.withValue(result.providerCode().orElse(NONE)));
  }
}
