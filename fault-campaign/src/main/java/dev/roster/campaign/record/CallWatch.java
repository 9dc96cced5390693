package dev.roster.campaign.record;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import dev.roster.campaign.weather.AttemptKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what the client says of its calls, and marks the thread of each attempt with the
 * attempt, so that the transport below knows what it sends.
 */
public final class CallWatch implements CallListener {

  /** The correlation id that says which call of the campaign it is. */
  public static final String CALL = "campaign-call";

  private static final ThreadLocal<@Nullable AttemptKey> CURRENT = new ThreadLocal<>();

  private final Map<Long, CallRecord> records = new ConcurrentHashMap<>();
  private final TimeSource time;
  private final AtomicLong heldUntil = new AtomicLong();

  public CallWatch(TimeSource time) {
    this.time = time;
  }

  public CallRecord begin(long call) {
    CallRecord record = new CallRecord(call);
    records.put(call, record);
    return record;
  }

  /** The record of a call; a new one where a call is unknown, which only a fault makes. */
  public CallRecord record(long call) {
    return records.computeIfAbsent(call, CallRecord::new);
  }

  /** The service asked all calls to wait. */
  public void held(Duration hint) {
    heldUntil.accumulateAndGet(time.nanoTime() + hint.toNanos(), Math::max);
  }

  /** Until when the service asked all calls to wait, counted from when it did. */
  public long heldUntil() {
    return heldUntil.get();
  }

  /** The attempt that this thread makes now. */
  public static @Nullable AttemptKey current() {
    return CURRENT.get();
  }

  /** The attempt that this thread makes now, which the transport is about to send. */
  public @Nullable AttemptKey sending() {
    AttemptKey key = CURRENT.get();
    if (key != null) {
      PartRecord part = record(key.call()).partNumber(key.part());
      if (part != null) {
        part.sending(key);
      }
    }
    return key;
  }

  @Override
  public void operationStarted(CallInfo call) {
    part(call);
  }

  @Override
  public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
    part(call).succeeded(attempts, time.nanoTime());
    record(call).partEnded();
  }

  @Override
  public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
    part(call).failed(error, time.nanoTime(), heldUntil.get());
    record(call).partEnded();
  }

  @Override
  public void attemptStarted(AttemptInfo attempt) {
    CURRENT.set(part(attempt.call()).started(attempt));
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    CURRENT.remove();
    part(attempt.call()).ended(attempt, null, time.nanoTime());
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    CURRENT.remove();
    part(attempt.call()).ended(attempt, result.error().orElse(null), time.nanoTime());
  }

  private PartRecord part(CallInfo call) {
    return record(call).part(call.callId(), time.nanoTime());
  }

  private CallRecord record(CallInfo call) {
    return record(Long.parseLong(call.correlationIds().getOrDefault(CALL, "-1")));
  }
}
