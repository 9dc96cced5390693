package dev.roster.aws.internal.driver;

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
public final class AwsIdRules implements IdRules {

  /** Documented for group, user and membership ids, ARNs included. */
  private static final int MAX_LENGTH = 100;

  /** Documented for store ids, ARNs included. */
  private static final int MAX_STORE_LENGTH = 93;

  private static final String UUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

  private static final AwsIdRules DOCUMENTED = new AwsIdRules(true);
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

  private final boolean strict;

  private AwsIdRules(boolean strict) {
    this.strict = strict;
    this.group = rule("group", strict);
    this.member = rule("user", strict);
    this.membership = rule("membership", strict);
  }

  /** Lengths alone: the service widens its formats before its SDK follows. */
  public static AwsIdRules lengths() {
    return new AwsIdRules(false);
  }

  /** Lengths and every form that the service documents: a UUID, or an ARN that ends in one. */
  public static AwsIdRules strict() {
    return DOCUMENTED;
  }

  boolean isStrict() {
    return strict;
  }

  public static void check(IdentityStoreId store) {
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

  private static TextRule rule(String kind, boolean strict) {
    TextRule length = TextRule.length(kind + " id", 1, MAX_LENGTH);
    return strict
        ? length.matching(
            Pattern.compile(
                "(arn:aws[a-z-]*:identitystore:::%s/)?([0-9a-f]{10}-)?%s".formatted(kind, UUID)),
            "a UUID, with or without ten hexadecimal digits and a hyphen before, or an ARN that"
                + " ends in one")
        : length;
  }
}
