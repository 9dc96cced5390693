package dev.roster.micrometer;

import dev.roster.CallInfo;
import dev.roster.RosterException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call. Its key values become keys of meters and spans; see {@link
 * CallObservationConvention}. Written by the thread of the call.
 */
public final class CallObservationContext extends SortedContext {

  private final String clientName;
  private final CallInfo call;
  private boolean lost;
  private boolean ended;
  private int attempts;
  private @Nullable String gaveUpBecause;
  private @Nullable RosterException failure;

  /**
   * A call that has begun; tests of conventions make them too.
   *
   * @param clientName the name that the listener has for its client
   * @param call the call
   */
  public CallObservationContext(String clientName, CallInfo call) {
    this.clientName = Objects.requireNonNull(clientName, "client name must not be null");
    this.call = Objects.requireNonNull(call, "call must not be null");
  }

  void responseLost() {
    lost = true;
  }

  void gaveUp(String why) {
    gaveUpBecause = why;
  }

  void ended(int made, @Nullable RosterException error) {
    ended = true;
    attempts = made;
    failure = error;
  }

  /**
   * The name that the listener has for its client.
   *
   * @return {@code default} unless set
   */
  public String clientName() {
    return clientName;
  }

  /**
   * The call, without the group and the member that it is about.
   *
   * @return never null
   */
  public CallInfo call() {
    return call;
  }

  /**
   * Whether the call is over, so that the rest of this context is known.
   *
   * @return false when the observation starts
   */
  public boolean hasEnded() {
    return ended;
  }

  /**
   * How many attempts the call has made.
   *
   * @return 0 until it has ended
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Whether the response to one of the call's writes was lost.
   *
   * @return true where an attempt failed that may have been applied
   */
  public boolean hasLostResponse() {
    return lost;
  }

  /**
   * Why a failure that is worth a retry was not retried.
   *
   * @return empty where it was, or where there was none
   */
  public Optional<String> gaveUpBecause() {
    return Optional.ofNullable(gaveUpBecause);
  }

  /**
   * What the caller gets. Its message names the group and the member: no convention of this library
   * uses it, and {@link #getError} is another exception that does not.
   *
   * @return empty where the call succeeded
   */
  public Optional<RosterException> failure() {
    return Optional.ofNullable(failure);
  }
}
