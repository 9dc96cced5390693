package dev.roster.campaign.weather;

/**
 * What happens to one attempt.
 *
 * @param fault the kind of fault
 * @param seed for what remains to be decided, such as where a response is cut
 */
public record FaultPlan(Fault fault, long seed) {

  static final FaultPlan NONE = new FaultPlan(Fault.NONE, 0);

  /** The same decisions each time that it is asked. */
  public Dice dice() {
    return Dice.of(seed);
  }
}
