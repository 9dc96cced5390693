package dev.roster.emulator;

/**
 * One input at an edge of the model.
 *
 * @param rule the rule that it breaks, as an error says it; empty where it breaks none
 */
record AwsInputCase(String operation, String what, String body, String place, String rule) {

  boolean isInside() {
    return rule.isEmpty();
  }

  @Override
  public String toString() {
    return operation + ' ' + place + ": " + what;
  }
}
