package dev.roster;

/**
 * Stands for the kinds of member to come, and is never made. No other package can name it, so that
 * no {@code switch} outside covers all kinds without a default, and a new kind breaks none.
 */
final class OtherMemberId implements MemberId {

  private OtherMemberId() {}

  @Override
  public String value() {
    throw new AssertionError("no such member is ever made");
  }
}
