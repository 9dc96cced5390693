package dev.roster.emulator.clients;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of AWS's service: valid parameters, and the errors that its model names. */
enum AwsOperation {
  CreateGroup("'DisplayName': 'FAKE-group'", true, true),
  DescribeGroup("'GroupId': '$GROUP'", false, false),
  GetGroupId(
      "'AlternateIdentifier': {'UniqueAttribute':"
          + " {'AttributePath': 'displayName', 'AttributeValue': 'FAKE-group'}}",
      false,
      false),
  UpdateGroup(
      "'GroupId': '$GROUP', 'Operations':"
          + " [{'AttributePath': 'description', 'AttributeValue': 'made up'}]",
      true,
      true),
  ListGroups("'MaxResults': 10", false, false),
  CreateUser(
      "'UserName': 'FAKE-user', 'DisplayName': 'Fake User',"
          + " 'Name': {'FamilyName': 'User', 'GivenName': 'Fake'},"
          + " 'Emails': [{'Value': 'fake@example.com', 'Primary': true}]",
      true,
      true),
  DescribeUser("'UserId': '$USER'", false, false),
  GetUserId(
      "'AlternateIdentifier': {'UniqueAttribute':"
          + " {'AttributePath': 'userName', 'AttributeValue': 'FAKE-user'}}",
      false,
      false),
  UpdateUser(
      "'UserId': '$USER', 'Operations':"
          + " [{'AttributePath': 'name.familyName', 'AttributeValue': 'Changed'}]",
      true,
      true),
  ListUsers("'MaxResults': 10", false, false),
  CreateGroupMembership("'GroupId': '$GROUP', 'MemberId': {'UserId': '$USER'}", true, true),
  DescribeGroupMembership("'MembershipId': '$MEMBERSHIP'", false, false),
  GetGroupMembershipId("'GroupId': '$GROUP', 'MemberId': {'UserId': '$USER'}", false, false),
  IsMemberInGroups("'GroupIds': ['$GROUP'], 'MemberId': {'UserId': '$USER'}", false, false),
  ListGroupMemberships("'GroupId': '$GROUP'", false, false),
  ListGroupMembershipsForMember("'MemberId': {'UserId': '$USER'}", false, false),
  DeleteGroupMembership("'MembershipId': '$MEMBERSHIP'", true, false),
  DeleteGroup("'GroupId': '$GROUP'", true, false),
  DeleteUser("'UserId': '$USER'", true, false),
  UpdateIdentityStore(
      "'NetworkConfiguration': {'VpceAccessRequired': false,"
          + " 'ApiAllowSourceIps': ['127.0.0.0/8']}",
      true,
      false),
  DescribeIdentityStore("", false, false),
  ListIdentityStores("", false, false);

  /** Those that clients before October 2026 do not have. */
  static final Set<AwsOperation> NEWER =
      EnumSet.of(UpdateIdentityStore, DescribeIdentityStore, ListIdentityStores);

  private final String parameters;
  private final boolean conflicts;
  private final boolean meetsQuotas;

  AwsOperation(String parameters, boolean conflicts, boolean meetsQuotas) {
    this.parameters = parameters;
    this.conflicts = conflicts;
    this.meetsQuotas = meetsQuotas;
  }

  /** The call's parameters as JSON, with ids still to be put in. */
  String parameters(String store) {
    String named = "'IdentityStoreId': '%s'".formatted(store);
    String members =
        Stream.of(this == ListIdentityStores ? "" : named, parameters)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return "{%s}".formatted(members).replace('\'', '"');
  }

  Set<AwsError> errors() {
    Set<AwsError> errors = EnumSet.allOf(AwsError.class);
    if (!conflicts) {
      errors.remove(AwsError.ConflictException);
    }
    if (!meetsQuotas) {
      errors.remove(AwsError.ServiceQuotaExceededException);
    }
    if (this == ListIdentityStores) {
      // Both come from a wrong store, and this operation names none.
      errors.remove(AwsError.ResourceNotFoundException);
      errors.remove(AwsError.ValidationException);
    }
    return errors;
  }
}
