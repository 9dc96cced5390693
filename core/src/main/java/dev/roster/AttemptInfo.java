package dev.roster;

import java.util.Objects;

/** Which attempt an event belongs to. Immutable. */
public final class AttemptInfo {

  private final CallInfo call;
  private final Operation operation;
  private final int number;
  private final int numberInCall;

  private AttemptInfo(CallInfo call, Operation operation, int number, int numberInCall) {
    this.call = Objects.requireNonNull(call, "call must not be null");
    this.operation = Objects.requireNonNull(operation, "operation must not be null");
    this.number = number;
    this.numberInCall = numberInCall;
  }

  /**
   * An attempt of a call's first request; tests of listeners make them too.
   *
   * @param call the call
   * @param operation the wire operation
   * @param number 1 for the first attempt
   * @return an attempt
   */
  public static AttemptInfo of(CallInfo call, Operation operation, int number) {
    return new AttemptInfo(call, operation, number, number);
  }

  /**
   * This attempt with another number among those of the call.
   *
   * @param counted the number over all requests of the call
   * @return a new info
   */
  public AttemptInfo withNumberInCall(int counted) {
    return new AttemptInfo(call, operation, number, counted);
  }

  /**
   * This attempt of {@link CallInfo#withoutIdentifiers}.
   *
   * @return a new info
   */
  public AttemptInfo withoutIdentifiers() {
    return new AttemptInfo(call.withoutIdentifiers(), operation, number, numberInCall);
  }

  /**
   * The call.
   *
   * @return never null
   */
  public CallInfo call() {
    return call;
  }

  /**
   * The wire operation. A call may need several, such as a read-back after a create.
   *
   * @return never null
   */
  public Operation operation() {
    return operation;
  }

  /**
   * Its number among the attempts of its request. A call that needs a second request, such as the
   * removal after a look-up, starts again at 1 with it.
   *
   * @return 1 for the first attempt, more for a retry
   */
  public int number() {
    return number;
  }

  /**
   * Its number among the attempts of the call, counted over all its requests as {@link
   * RosterException#attempts} counts them.
   *
   * @return 1 for the first
   */
  public int numberInCall() {
    return numberInCall;
  }

  @Override
  public String toString() {
    return "AttemptInfo[call=%s, operation=%s, number=%d, numberInCall=%d]"
        .formatted(call, operation, number, numberInCall);
  }
}
