package dev.roster.emulator.internal.aws;

import static dev.roster.emulator.internal.aws.Shapes.RESOURCE_ID;
import static dev.roster.emulator.internal.aws.Shapes.optional;
import static dev.roster.emulator.internal.aws.Shapes.required;

import dev.roster.emulator.internal.aws.Shape.Member;
import dev.roster.emulator.internal.aws.Shape.Structure;
import dev.roster.memory.StoreOperation;
import java.util.Arrays;
import java.util.stream.Stream;

/** What each operation takes. The facts are from where {@link Shapes} has them. */
final class Inputs {

  private static final Member USER = required("UserId", RESOURCE_ID);
  private static final Member GROUP = required("GroupId", RESOURCE_ID);
  private static final Member MEMBERSHIP = required("MembershipId", RESOURCE_ID);
  private static final Member MEMBER = required("MemberId", Shapes.MEMBER_ID);
  private static final Member MAX_RESULTS = optional("MaxResults", Shapes.MAX_RESULTS);
  private static final Member NEXT_TOKEN = optional("NextToken", Shapes.NEXT_TOKEN);
  private static final Member FILTERS = optional("Filters", Shapes.FILTERS);
  private static final Member CHANGES = required("Operations", Shapes.ATTRIBUTE_OPERATIONS);
  private static final Member EXTENSIONS = optional("Extensions", Shapes.EXTENSION_NAMES);
  private static final Member ALTERNATE_IDENTIFIER =
      required("AlternateIdentifier", Shapes.ALTERNATE_IDENTIFIER);

  static final String REVISION_NAME = "Revision";
  private static final Member REVISION = optional(REVISION_NAME, Shapes.REVISION);

  private Inputs() {}

  static Structure of(StoreOperation operation) {
    return switch (operation) {
      case CREATE_USER ->
          input(AttributeShapes.OF_USERS, optional("Extensions", Shapes.EXTENSIONS));
      case CREATE_GROUP -> input(AttributeShapes.OF_GROUPS);
      case DELETE_USER -> input(USER, REVISION);
      case DELETE_GROUP -> input(GROUP, REVISION);
      case DESCRIBE_GROUP -> input(GROUP);
      case DESCRIBE_USER -> input(USER, EXTENSIONS);
      case UPDATE_USER -> input(USER, CHANGES, REVISION);
      case UPDATE_GROUP -> input(GROUP, CHANGES, REVISION);
      case LIST_USERS -> input(EXTENSIONS, MAX_RESULTS, NEXT_TOKEN, FILTERS);
      case LIST_GROUPS -> input(MAX_RESULTS, NEXT_TOKEN, FILTERS);
      case GET_USER_ID, GET_GROUP_ID -> input(ALTERNATE_IDENTIFIER);
      case CREATE_GROUP_MEMBERSHIP, GET_GROUP_MEMBERSHIP_ID -> input(GROUP, MEMBER);
      case DELETE_GROUP_MEMBERSHIP, DESCRIBE_GROUP_MEMBERSHIP -> input(MEMBERSHIP);
      case LIST_GROUP_MEMBERSHIPS -> input(GROUP, MAX_RESULTS, NEXT_TOKEN);
      case LIST_GROUP_MEMBERSHIPS_FOR_MEMBER -> input(MEMBER, MAX_RESULTS, NEXT_TOKEN);
      case IS_MEMBER_IN_GROUPS -> input(MEMBER, required("GroupIds", Shapes.GROUP_IDS));
      case DESCRIBE_IDENTITY_STORE -> input();
      case LIST_IDENTITY_STORES -> Shapes.structure(MAX_RESULTS, NEXT_TOKEN);
      case UPDATE_IDENTITY_STORE ->
          input(required("NetworkConfiguration", Shapes.NETWORK_CONFIGURATION));
      case ADD_GROUP_MEMBERS, REMOVE_GROUP_MEMBERS ->
          throw new IllegalArgumentException(operation + " is no operation of this service");
    };
  }

  private static Structure input(Structure attributes, Member... others) {
    return input(
        Stream.concat(attributes.members().stream(), Arrays.stream(others)).toArray(Member[]::new));
  }

  private static Structure input(Member... members) {
    Member store = required("IdentityStoreId", Shapes.STORE_ID);
    return Shapes.structure(
        Stream.concat(Stream.of(store), Arrays.stream(members)).toArray(Member[]::new));
  }
}
