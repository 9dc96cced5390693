package dev.roster;

import java.util.Objects;

/** Which attempt an event belongs to. Immutable. */
public final class AttemptInfo {

  private final CallInfo call;
  private final Operation operation;
  private final int number;

  private AttemptInfo(CallInfo call, Operation operation, int number) {
    this.call = Objects.requireNonNull(call, "call must not be null");
    this.operation = Objects.requireNonNull(operation, "operation must not be null");
    this.number = number;
  }

  /**
   * An attempt; tests of listeners make them too.
   *
   * @param call the call
   * @param operation the wire operation
   * @param number 1 for the call's first attempt
   * @return an attempt
   */
  public static AttemptInfo of(CallInfo call, Operation operation, int number) {
    return new AttemptInfo(call, operation, number);
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
   * Its number among the attempts of the call, counted over all its requests.
   *
   * @return 1 for the first
   */
  public int number() {
    return number;
  }

  @Override
  public String toString() {
    return "AttemptInfo[call=%s, operation=%s, number=%d]".formatted(call, operation, number);
  }
}
