package dev.roster.emulator;

import static dev.roster.emulator.AwsShapes.RESOURCE_ID;
import static dev.roster.emulator.AwsShapes.optional;
import static dev.roster.emulator.AwsShapes.required;

import dev.roster.emulator.AwsShape.Member;
import dev.roster.emulator.AwsShape.Structure;
import dev.roster.memory.StoreOperation;
import java.util.Arrays;
import java.util.stream.Stream;

/** What each operation takes. The facts are from where {@link AwsShapes} has them. */
final class AwsInputs {

  private static final Member USER = required("UserId", RESOURCE_ID);
  private static final Member GROUP = required("GroupId", RESOURCE_ID);
  private static final Member MEMBERSHIP = required("MembershipId", RESOURCE_ID);
  private static final Member MEMBER = required("MemberId", AwsShapes.MEMBER_ID);
  private static final Member MAX_RESULTS = optional("MaxResults", AwsShapes.MAX_RESULTS);
  private static final Member NEXT_TOKEN = optional("NextToken", AwsShapes.NEXT_TOKEN);
  private static final Member FILTERS = optional("Filters", AwsShapes.FILTERS);
  private static final Member CHANGES = required("Operations", AwsShapes.ATTRIBUTE_OPERATIONS);
  private static final Member EXTENSIONS = optional("Extensions", AwsShapes.EXTENSION_NAMES);
  private static final Member ALTERNATE_IDENTIFIER =
      required("AlternateIdentifier", AwsShapes.ALTERNATE_IDENTIFIER);

  private AwsInputs() {}

  static Structure of(StoreOperation operation) {
    return switch (operation) {
      case CREATE_USER ->
          input(AwsAttributeShapes.OF_USERS, optional("Extensions", AwsShapes.EXTENSIONS));
      case CREATE_GROUP -> input(AwsAttributeShapes.OF_GROUPS);
      case DELETE_USER -> input(USER);
      case DELETE_GROUP, DESCRIBE_GROUP -> input(GROUP);
      case DESCRIBE_USER -> input(USER, EXTENSIONS);
      case UPDATE_USER -> input(USER, CHANGES);
      case UPDATE_GROUP -> input(GROUP, CHANGES);
      case LIST_USERS -> input(EXTENSIONS, MAX_RESULTS, NEXT_TOKEN, FILTERS);
      case LIST_GROUPS -> input(MAX_RESULTS, NEXT_TOKEN, FILTERS);
      case GET_USER_ID, GET_GROUP_ID -> input(ALTERNATE_IDENTIFIER);
      case CREATE_GROUP_MEMBERSHIP, GET_GROUP_MEMBERSHIP_ID -> input(GROUP, MEMBER);
      case DELETE_GROUP_MEMBERSHIP, DESCRIBE_GROUP_MEMBERSHIP -> input(MEMBERSHIP);
      case LIST_GROUP_MEMBERSHIPS -> input(GROUP, MAX_RESULTS, NEXT_TOKEN);
      case LIST_GROUP_MEMBERSHIPS_FOR_MEMBER -> input(MEMBER, MAX_RESULTS, NEXT_TOKEN);
      case IS_MEMBER_IN_GROUPS -> input(MEMBER, required("GroupIds", AwsShapes.GROUP_IDS));
    };
  }

  private static Structure input(Structure attributes, Member... others) {
    return input(
        Stream.concat(attributes.members().stream(), Arrays.stream(others)).toArray(Member[]::new));
  }

  private static Structure input(Member... members) {
    Member store = required("IdentityStoreId", AwsShapes.STORE_ID);
    return AwsShapes.structure(
        Stream.concat(Stream.of(store), Arrays.stream(members)).toArray(Member[]::new));
  }
}
