package dev.roster.campaign.record;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call went, as its caller saw it.
 *
 * @param record what the listener and the proxy know
 * @param action what was called
 * @param value what it returned; null where it threw, or has nothing to return
 * @param error what it threw; null where it succeeded
 * @param startNanos when it began, on the campaign's clock
 * @param endNanos when it ended
 * @param deadline what it was allowed, on the campaign's clock
 * @param disturbed whether it was interrupted or cancelled
 * @param flagKept whether the interrupt flag was set when it ended
 * @param closed whether the client was closed before it ended
 * @param asynchronous whether it ran on another thread
 */
public record CallReport(
    CallRecord record,
    Action action,
    @Nullable Object value,
    @Nullable Throwable error,
    long startNanos,
    long endNanos,
    Duration deadline,
    boolean disturbed,
    boolean flagKept,
    boolean closed,
    boolean asynchronous) {

  public Duration elapsed() {
    return Duration.ofNanos(endNanos - startNanos);
  }
}
