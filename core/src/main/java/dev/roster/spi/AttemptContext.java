package dev.roster.spi;

import java.time.Duration;

/**
 * What the pipeline and a driver tell each other during one attempt. Used by the thread that makes
 * the attempt.
 */
public interface AttemptContext {

  /**
   * The time that this attempt may still take. When it has passed, the pipeline runs what {@link
   * #onAbort} registered; a driver without such an action MUST give this time to its network stack
   * as the attempt's timeout.
   *
   * @return positive; what is left of the attempt timeout or of the call's deadline, whichever is
   *     less; not more milliseconds than an {@code int} can count, some 24 days
   */
  Duration timeLeft();

  /**
   * Registers how to end this attempt from outside. The action runs at most once, on a platform
   * thread of the client, when the calling thread is interrupted, the time has passed or the client
   * is closed; at once and on the calling thread if that has happened already. It MUST return
   * quickly, MUST be harmless after the attempt's end, and MUST make a blocked read fail with an
   * exception. A later registration replaces an earlier one.
   *
   * @param abort for example the cancel method of an HTTP call
   */
  void onAbort(Runnable abort);

  /**
   * Tells the service's id of the request, for log lines and events, as soon as it is known.
   *
   * @param requestId as the service spells it
   */
  void requestId(String requestId);

  /**
   * Tells which server the request goes to, for events, as soon as it is known.
   *
   * @param address the host's name or address, without a port; not that of a proxy
   * @param port the port
   */
  default void server(String address, int port) {}

  /**
   * Tells the HTTP status of the response, for events, as soon as it is known. A driver that does
   * not speak HTTP has none.
   *
   * @param status for example 200
   */
  default void httpStatus(int status) {}
}
