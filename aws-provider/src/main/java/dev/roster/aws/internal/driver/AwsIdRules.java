package dev.roster.aws.internal.driver;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.spi.IdRules;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.TextRule;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The documented lengths of identifiers and, where asked for, their documented form. */
public final class AwsIdRules implements IdRules {

  /** Documented for group, user and membership ids. */
  private static final int MAX_LENGTH = 47;

  /** Documented for store ids, ARNs included. */
  private static final int MAX_STORE_LENGTH = 93;

  private static final String UUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
  private static final Pattern ID = Pattern.compile("([0-9a-f]{10}-)?" + UUID);

  /** Room for the prefix of an ARN before the longest id. */
  private static final int MAX_ARN_LENGTH = 100;

  private static final AwsIdRules DOCUMENTED = new AwsIdRules(AwsIdRules::documented);
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

  private AwsIdRules(Function<String, TextRule> rule) {
    this.group = rule.apply("group id");
    this.member = rule.apply("user id");
    this.membership = rule.apply("membership id");
  }

  /** Lengths alone: the service widens its formats before its SDK follows. */
  public static AwsIdRules lengths() {
    return new AwsIdRules(AwsIdRules::length);
  }

  /** Lengths and the UUID form. */
  public static AwsIdRules strict() {
    return new AwsIdRules(AwsIdRules::uuid);
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

  /** Every form that the service documents, ARNs too; for what it has refused, not before. */
  static AwsIdRules documented() {
    return DOCUMENTED;
  }

  private static TextRule length(String field) {
    return TextRule.length(field, 1, MAX_LENGTH);
  }

  private static TextRule uuid(String field) {
    return length(field)
        .matching(ID, "a UUID, with or without ten hexadecimal digits and a hyphen before");
  }

  private static TextRule documented(String field) {
    String kind = field.substring(0, field.indexOf(' '));
    Pattern form = Pattern.compile("(arn:aws[a-z-]*:identitystore:::%s/)?".formatted(kind) + ID);
    return TextRule.length(field, 1, MAX_ARN_LENGTH)
        .matching(
            form,
            "a UUID, with or without ten hexadecimal digits and a hyphen before, or an ARN that"
                + " ends in one");
  }
}
