package dev.roster.huawei.internal.driver;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.huawei.internal.attributes.SendableText;
import dev.roster.spi.IdRules;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.TextRule;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The documented lengths, which differ between bodies and addresses, and what no HTTP client can
 * send unaltered. The form of a UUID is only demanded where the caller asks for strict rules.
 */
public final class HuaweiIdRules implements IdRules {

  /** With the form that all documented ids have. */
  static final HuaweiIdRules DOCUMENTED = new HuaweiIdRules(true);

  /** Documented for ids in bodies. */
  private static final int MAX_IN_BODY = 47;

  /** Documented for ids in paths and queries. */
  private static final int MAX_IN_ADDRESS = 64;

  /** The operations about a user or group that is named in the path. */
  private static final Set<Operation> IN_PATH =
      EnumSet.of(
          Operation.GET_USER,
          Operation.UPDATE_USER,
          Operation.DELETE_USER,
          Operation.GET_GROUP,
          Operation.UPDATE_GROUP,
          Operation.DELETE_GROUP);

  private static final TextRule STORE = TextRule.length("identity store id", 12, 12);
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final boolean strict;

  public HuaweiIdRules(boolean strict) {
    this.strict = strict;
  }

  /**
   * Checks a store id.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  public static void check(IdentityStoreId store) {
    try {
      STORE.check(store.value());
      SendableText.require("identity store id", store.value());
    } catch (InvalidInputException broken) {
      throw new IllegalArgumentException(broken.getMessage(), broken);
    }
  }

  @Override
  public void check(Operation operation, GroupId group) {
    check("group id", group.value(), operation, Operation.LIST_MEMBERSHIPS);
  }

  @Override
  public void check(Operation operation, MemberId member) {
    check("user id", member.value(), operation, Operation.LIST_MEMBERSHIPS_FOR_MEMBER);
  }

  /** The listing has the id in its query. */
  private void check(String field, String value, Operation operation, Operation listing) {
    boolean isInPath = IN_PATH.contains(operation);
    check(field, value, isInPath || operation == listing ? MAX_IN_ADDRESS : MAX_IN_BODY);
    if (isInPath) {
      requireNoStep(field, value);
    }
  }

  @Override
  public void check(Operation operation, MembershipId membership) {
    check("membership id", membership.value(), MAX_IN_ADDRESS);
    requireNoStep("membership id", membership.value());
  }

  private static void requireNoStep(String field, String value) {
    if (value.equals(".") || value.equals("..")) {
      throw new InvalidInputException(
          field + " must not be a step in a path, which would address something else");
    }
  }

  private void check(String field, String value, int maxLength) {
    TextRule length = TextRule.length(field, 1, maxLength);
    (strict ? length.matching(UUID, "a UUID") : length).check(value);
    SendableText.require(field, value);
  }
}
