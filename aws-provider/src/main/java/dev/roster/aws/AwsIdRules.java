package dev.roster.aws;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.spi.IdRules;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.TextRule;
import java.util.regex.Pattern;

/** The documented lengths of identifiers and, where asked for, their documented form. */
final class AwsIdRules implements IdRules {

  private static final int MAX_LENGTH = 47;
  private static final int MAX_STORE_LENGTH = 93;
  private static final String UUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
  private static final Pattern ID = Pattern.compile("([0-9a-f]{10}-)?" + UUID);
  private static final Pattern STORE =
      Pattern.compile(
          "(arn:aws[a-z-]*:identitystore::[0-9]{12}:identitystore/)?(d-[0-9a-f]{10}|" + UUID + ")");
  private static final TextRule STORE_RULE =
      TextRule.length("identity store id", 1, MAX_STORE_LENGTH)
          .matching(
              STORE,
              "d- and ten lower-case hexadecimal digits, a UUID, or an ARN ending in either");

  private final TextRule group;
  private final TextRule member;
  private final TextRule membership;

  private AwsIdRules(boolean strict) {
    this.group = rule("group id", strict);
    this.member = rule("user id", strict);
    this.membership = rule("membership id", strict);
  }

  /** Lengths alone: the service widens its formats before its SDK follows. */
  static AwsIdRules lengths() {
    return new AwsIdRules(false);
  }

  /** Lengths and the UUID form. */
  static AwsIdRules strict() {
    return new AwsIdRules(true);
  }

  static void check(IdentityStoreId store) {
    try {
      STORE_RULE.check(store.value());
    } catch (InvalidInputException broken) {
      throw new IllegalArgumentException(broken.getMessage(), broken);
    }
  }

  @Override
  public void check(Operation operation, GroupId id) {
    group.check(id.value());
  }

  @Override
  public void check(Operation operation, MemberId id) {
    member.check(id.value());
  }

  @Override
  public void check(Operation operation, MembershipId id) {
    membership.check(id.value());
  }

  private static TextRule rule(String field, boolean strict) {
    TextRule length = TextRule.length(field, 1, MAX_LENGTH);
    return strict
        ? length.matching(ID, "a UUID, with or without ten hexadecimal digits and a hyphen before")
        : length;
  }
}
