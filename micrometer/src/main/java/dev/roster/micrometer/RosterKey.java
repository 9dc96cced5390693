package dev.roster.micrometer;

import dev.roster.AttemptResult;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import io.micrometer.common.KeyValue;
import io.micrometer.common.docs.KeyName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of observations and meters. Those that are not of this library are of OpenTelemetry's
 * stable semantic conventions.
 *
 * <p>A meter must have all its keys, so that one without a value is {@code none} there. A span does
 * not have it then.
 */
public enum RosterKey implements KeyName {

  /** The name that the listener has for its client; {@code default} unless set. */
  CLIENT("roster.client"),

  /** The provider's short name. */
  PROVIDER("roster.provider"),

  /** The client's method: the name of a {@link ClientMethod}. */
  OPERATION("roster.operation"),

  /** What an attempt sends: the name of an {@link Operation}. */
  REQUEST("roster.request"),

  /** Why a call or an attempt failed: the name of an {@link ErrorCode}. */
  ERROR_TYPE("error.type"),

  /**
   * What became of a write whose response was lost: {@code settled} where the call found out, and
   * {@code unknown} where it did not.
   */
  SETTLEMENT("roster.settlement"),

  /** What an attempt that failed may have changed: the name of an {@link Outcome}. */
  OUTCOME("roster.outcome"),

  /** The HTTP status of a response. */
  HTTP_STATUS("http.response.status_code"),

  /** The host that a request went to. */
  SERVER_ADDRESS("server.address"),

  /** The port that a request went to; in spans only. */
  SERVER_PORT("server.port"),

  /**
   * Which retry of its request an attempt is, from 1; in spans only, and not of a first attempt.
   */
  RESEND_COUNT("http.request.resend_count"),

  /** The identity store; in spans only. */
  STORE("roster.store"),

  /** How many attempts a call has made; in spans only. */
  ATTEMPTS("roster.attempts"),

  /** The service's id of the request; in spans only. */
  REQUEST_ID("roster.request_id"),

  /** {@link AttemptResult#providerCode The service's own code} of an error; in spans only. */
  PROVIDER_CODE("roster.provider_code"),

  /** Why a failure that is worth a retry was not retried, in words; in spans only. */
  GAVE_UP_BECAUSE("roster.gave_up_because"),

  /** How long an attempt waited for its turn at the rate limiter, in ms; in spans only. */
  WAITED_MILLIS("roster.waited_ms"),

  /** The provider's short name; only in {@linkplain RpcAttemptConvention RPC names}. */
  RPC_SYSTEM("rpc.system.name"),

  /** What an attempt sends; only in {@linkplain RpcAttemptConvention RPC names}. */
  RPC_METHOD("rpc.method");

  private final String name;

  RosterKey(String name) {
    this.name = name;
  }

  @Override
  public String asString() {
    return name;
  }

  /** The key without a value. */
  KeyValue none() {
    return KeyValue.of(name, KeyValue.NONE_VALUE);
  }

  /** The key with a value, or without where it has none. */
  KeyValue of(@Nullable String value) {
    return value == null ? none() : withValue(value);
  }

  /** Adds the key to those of a span, if it has a value. */
  void addTo(List<KeyValue> keys, @Nullable String value) {
    if (value != null) {
      keys.add(withValue(value));
    }
  }
}
