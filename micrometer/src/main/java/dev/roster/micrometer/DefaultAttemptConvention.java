package dev.roster.micrometer;

import dev.roster.AttemptResult;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The names and keys of attempts, unless an application gives its own. Those of the end add to
 * those of the start.
 */
public final class DefaultAttemptConvention implements AttemptObservationConvention {

  /** The name of the observation, and so of the timer. */
  public static final String NAME = "roster.attempt";

  /** The one that is used unless set otherwise. */
  public static final DefaultAttemptConvention INSTANCE = new DefaultAttemptConvention();

  private static final KnownKeys<Start> STARTS = new KnownKeys<>(Start::keys);
  private static final KnownKeys<End> ENDS = new KnownKeys<>(End::keys);

  /** What is known of an attempt when it begins. */
  private record Start(String client, String provider, String operation, Operation request) {

    KeyValues keys() {
      return KeyValues.of(
          RosterKey.CLIENT.withValue(client),
          RosterKey.PROVIDER.withValue(provider),
          RosterKey.OPERATION.withValue(operation),
          RosterKey.REQUEST.withValue(request.methodName()));
    }
  }

  /** What its end adds. */
  private record End(
      @Nullable ErrorCode error, @Nullable Outcome outcome, @Nullable String server, int status) {

    KeyValues keys() {
      return KeyValues.of(
          RosterKey.ERROR_TYPE.of(error == null ? null : error.name()),
          RosterKey.OUTCOME.of(outcome == null ? null : outcome.name()),
          RosterKey.SERVER_ADDRESS.of(server),
          RosterKey.HTTP_STATUS.of(status == 0 ? null : Integer.toString(status)));
    }
  }

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
    AttemptResult result = context.result().orElse(null);
    return result == null ? STARTS.of(start(context)) : ENDS.of(end(result));
  }

  private static Start start(AttemptObservationContext context) {
    return new Start(
        context.clientName(),
        context.attempt().call().provider(),
        context.attempt().call().operation(),
        context.attempt().operation());
  }

  private static End end(AttemptResult result) {
    return new End(
        result.error().orElse(null),
        result.outcome().orElse(null),
        result.serverAddress().orElse(null),
        result.httpStatus().orElse(0));
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
