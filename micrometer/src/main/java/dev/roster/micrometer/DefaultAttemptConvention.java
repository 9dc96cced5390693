package dev.roster.micrometer;

import dev.roster.AttemptResult;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The names and keys of attempts, unless an application gives its own. */
public final class DefaultAttemptConvention implements AttemptObservationConvention {

  /** The name of the observation, and so of the timer. */
  public static final String NAME = "roster.attempt";

  /** The one that is used unless set otherwise. */
  public static final DefaultAttemptConvention INSTANCE = new DefaultAttemptConvention();

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
    KeyValue[] started = {
      RosterKey.CLIENT.withValue(context.clientName()),
      RosterKey.PROVIDER.withValue(context.attempt().call().provider()),
      RosterKey.OPERATION.withValue(context.attempt().call().operation()),
      RosterKey.REQUEST.withValue(context.attempt().operation().methodName())
    };
    return context
        .result()
        .map(result -> KeyValues.of(atEnd(started, result)))
        .orElseGet(() -> KeyValues.of(started));
  }

  private static KeyValue[] atEnd(KeyValue[] started, AttemptResult result) {
    KeyValue[] all = Arrays.copyOf(started, started.length + 4);
    all[started.length] = RosterKey.ERROR_TYPE.of(result.error().map(Enum::name).orElse(null));
    all[started.length + 1] = RosterKey.OUTCOME.of(result.outcome().map(Enum::name).orElse(null));
    all[started.length + 2] = RosterKey.SERVER_ADDRESS.of(result.serverAddress().orElse(null));
    all[started.length + 3] = RosterKey.HTTP_STATUS.of(text(result.httpStatus()));
    return all;
  }

  private static @Nullable String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : null;
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(AttemptObservationContext context) {
    List<KeyValue> keys = new ArrayList<>();
    if (context.result().isEmpty()) {
      started(context, keys);
    } else {
      ended(context.result().get(), keys);
    }
    return KeyValues.of(keys);
  }

  private static void started(AttemptObservationContext context, List<KeyValue> keys) {
    int retry = context.attempt().number() - 1;
    if (retry > 0) {
      keys.add(RosterKey.RESEND_COUNT.withValue(Integer.toString(retry)));
    }
    if (!context.waited().isZero()) {
      keys.add(RosterKey.WAITED_MILLIS.withValue(Long.toString(context.waited().toMillis())));
    }
  }

  private static void ended(AttemptResult result, List<KeyValue> keys) {
    RosterKey.SERVER_PORT.addTo(keys, text(result.serverPort()));
    RosterKey.REQUEST_ID.addTo(keys, result.requestId().orElse(null));
    RosterKey.PROVIDER_CODE.addTo(keys, result.providerCode().orElse(null));
  }
}
