package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every behavior of AWS that is assumed can be another one, where another is plausible. */
class AwsAlternativesTest {

  private static final String MEMBERSHIP = "'MembershipId':'" + AwsSamples.ID + '\'';

  @Test
  void anEmptyResponseCanBeAnObject() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_EMPTY_RESPONSE_IS_AN_OBJECT)) {
      String group = emulator.store().addGroup().value();

      String body =
          new PlainClient(emulator)
              .aws(
                  "DeleteGroup",
                  "{\"IdentityStoreId\":\"d-1234567890\",\"GroupId\":\"" + group + "\"}")
              .body();

      assertThat(body).isEqualTo("{}");
    }
  }

  @Test
  void theTypeOfAnErrorCanHaveANamespace() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_ERROR_TYPE_IS_QUALIFIED)) {
      assertThat(send(emulator, "DescribeGroupMembership", MEMBERSHIP).type())
          .endsWith("#ResourceNotFoundException");
      assertThat(send(emulator, "DescribeGroupMembership", "").type())
          .endsWith("#ValidationException");
    }
  }

  @Test
  void aConflictCanLackItsReason() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_CONFLICT_HAS_NO_REASON)) {
      send(emulator, "CreateGroup", "'DisplayName':'x'");

      AwsResponse conflict = send(emulator, "CreateGroup", "'DisplayName':'x'");

      assertThat(conflict.type()).isEqualTo("ConflictException");
      assertThat(conflict.body().has("Reason")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACCESS_DENIED,AccessDeniedException,KMS_ACCESS_DENIED",
    "THROTTLED,ThrottlingException,KMS_THROTTLING",
    "PAGE_TOKEN_EXPIRED,ValidationException,KMS_DISABLED"
  })
  void theCustomersKeyCanBeTheReason(FaultKind fault, String type, String reason) throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_REASON_IS_THE_KEY)) {
      emulator.store().faults().onAnyOperation().next(Fault.of(fault));

      AwsResponse response = send(emulator, "ListUsers", "");

      assertThat(response.type()).isEqualTo(type);
      assertThat(response.text("/Reason")).isEqualTo(reason);
    }
  }

  @Test
  void aStoreWhoseKeyIsGoneIsNotFound() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_REASON_IS_THE_KEY)) {
      AwsResponse response = elsewhere(emulator);

      assertThat(response.text("/ResourceType")).isEqualTo("IDENTITY_STORE");
      assertThat(response.text("/Reason")).isEqualTo("KMS_KEY_NOT_FOUND");
      assertThat(send(emulator, "DescribeGroupMembership", MEMBERSHIP).body().has("Reason"))
          .isFalse();
    }
  }

  @Test
  void aMissingStoreCanBeDenied() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_MISSING_STORE_IS_DENIED)) {
      assertThat(elsewhere(emulator).type()).isEqualTo("AccessDeniedException");
      assertThat(send(emulator, "DescribeGroupMembership", MEMBERSHIP).type())
          .isEqualTo("ResourceNotFoundException");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_GROUP_PATH_IS_CAMEL_CASE,displayName,DisplayName",
    "AWS_GROUP_PATH_IS_PASCAL_CASE,DisplayName,displayName"
  })
  void aGroupCanBeFoundByOneSpellingOnly(AlternativeBehavior behavior, String known, String other)
      throws Exception {
    try (Emulator emulator = emulator(behavior)) {
      send(emulator, "CreateGroup", "'DisplayName':'x'");

      assertThat(find(emulator, "GetGroupId", known).status()).isEqualTo(200);
      assertThat(find(emulator, "GetGroupId", other).type()).isEqualTo("ValidationException");
      assertThat(find(emulator, "GetUserId", "UserName").type())
          .isEqualTo("ResourceNotFoundException");
    }
  }

  @Test
  void aStoreCanBeOneThatLooksNothingUp() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_LOOKS_NOTHING_UP)) {
      send(emulator, "CreateGroup", "'DisplayName':'x'");

      assertThat(find(emulator, "GetGroupId", "displayName").type())
          .isEqualTo("UnknownOperationException");
      assertThat(find(emulator, "GetUserId", "userName").type())
          .isEqualTo("UnknownOperationException");
      AwsResponse filtered =
          send(
              emulator,
              "ListGroups",
              "'Filters':[{'AttributePath':'DisplayName','AttributeValue':'x'}]");
      assertThat(filtered.text("/Groups/0/DisplayName")).isEqualTo("x");
    }
  }

  @Test
  void anIdentifierCanBeAnArn() throws Exception {
    try (Emulator emulator = Emulator.builder().withoutSignatures().start()) {
      GroupId group = emulator.store().addGroup();
      UserId user = emulator.store().addUser();
      emulator.store().createMembership(group, user);
      String arns =
          """
          {"IdentityStoreId":"arn:aws:identitystore::111122223333:identitystore/d-1234567890",
           "MemberId":{"UserId":"arn:aws:identitystore:::user/%s"},
           "GroupIds":["arn:aws:identitystore:::group/%s","%s"]}
          """
              .formatted(user.value(), group.value(), AwsSamples.ID);

      String body = new PlainClient(emulator).aws("IsMemberInGroups", arns).body();

      assertThat(body).contains("ResourceNotFoundException").contains(AwsSamples.ID);
      assertThat(
              new PlainClient(emulator)
                  .aws("IsMemberInGroups", arns.replace("\"," + quoted(AwsSamples.ID), "\""))
                  .body())
          .contains(quoted(group.value()), quoted(user.value()), "true");
      assertThat(
              send(emulator, "DescribeGroup", "'GroupId':'arn:aws:identitystore:::user/x'").type())
          .isEqualTo("ValidationException");
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static AwsResponse find(Emulator emulator, String operation, String path)
      throws Exception {
    return send(
        emulator,
        operation,
        "'AlternateIdentifier':{'UniqueAttribute':{'AttributePath':'%s','AttributeValue':'x'}}"
            .formatted(path));
  }

  @ParameterizedTest
  @CsvSource({"DeleteUser,UserId", "DeleteGroup,GroupId", "DeleteGroupMembership,MembershipId"})
  void aRepeatedDeleteCanSucceed(String operation, String id) throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_REPEATED_DELETE_SUCCEEDS)) {
      AwsResponse response = send(emulator, operation, "'%s':'%s'".formatted(id, AwsSamples.ID));

      assertThat(response.status()).isEqualTo(200);
      assertThat(elsewhere(emulator).type()).isEqualTo("ResourceNotFoundException");
    }
  }

  @Test
  void aMissingGroupCanBeOneWithoutMembers() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_MISSING_GROUP_IS_NO_MEMBERSHIP)) {
      GroupId group = emulator.store().addGroup();
      UserId user = emulator.store().addUser();
      emulator.store().createMembership(group, user);

      assertThat(verdicts(check(emulator, user, AwsSamples.ID, group.value())))
          .containsExactly(AwsSamples.ID + "=false", group.value() + "=true");
      assertThat(verdicts(check(emulator, user, AwsSamples.ID)))
          .containsExactly(AwsSamples.ID + "=false");
    }
  }

  @Test
  void verdictsCanComeInAnotherOrder() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_VERDICTS_ARE_REVERSED)) {
      String first = emulator.store().addGroup().value();
      String second = emulator.store().addGroup().value();

      assertThat(verdicts(check(emulator, emulator.store().addUser(), first, second)))
          .containsExactly(second + "=false", first + "=false");
    }
  }

  @Test
  void aPageCanHoldFewerUnlessToldOtherwise() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_DEFAULT_PAGE_IS_50)) {
      for (int i = 0; i < 51; i++) {
        emulator.store().addUser();
      }

      assertThat(send(emulator, "ListUsers", "").body().get("Users").size()).isEqualTo(50);
      assertThat(send(emulator, "ListUsers", "'MaxResults':100").body().get("Users").size())
          .isEqualTo(51);
    }
  }

  @Test
  void namesCanBeOptional() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_NAMES_ARE_OPTIONAL)) {
      assertThat(send(emulator, "CreateUser", "").status()).isEqualTo(200);
      assertThat(send(emulator, "CreateGroup", "").status()).isEqualTo(200);
    }
  }

  @Test
  void aUserNameCanBeForEver() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_USER_NAME_NEVER_CHANGES)) {
      String user = emulator.store().addUser().value();

      AwsResponse response =
          send(
              emulator,
              "UpdateUser",
              "'UserId':'%s','Operations':[{'AttributePath':'userName','AttributeValue':'x'}]"
                  .formatted(user));

      assertThat(response.type()).isEqualTo("ValidationException");
      assertThat(response.text("/Message")).contains("cannot be changed");
    }
  }

  @Test
  void identifiersCanBeReadable() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_IDS_HAVE_ANY_FORM)) {
      assertThat(send(emulator, "DescribeUser", "'UserId':'jane'").type())
          .isEqualTo("ResourceNotFoundException");
      assertThat(send(emulator, "DescribeUser", "'UserId':'" + "x".repeat(48) + '\'').type())
          .isEqualTo("ValidationException");
    }
  }

  private static AwsResponse check(Emulator emulator, UserId user, String... groups)
      throws Exception {
    return send(
        emulator,
        "IsMemberInGroups",
        "'MemberId':{'UserId':'%s'},'GroupIds':['%s']"
            .formatted(user.value(), String.join("','", Arrays.asList(groups))));
  }

  private static List<String> verdicts(AwsResponse response) {
    return response.body().at("/Results").values().stream()
        .map(
            verdict ->
                verdict.get("GroupId").stringValue()
                    + '='
                    + verdict.get("MembershipExists").booleanValue())
        .toList();
  }

  private static AwsResponse elsewhere(Emulator emulator) throws Exception {
    return AwsResponse.to(
        new PlainClient(emulator),
        "d-0000000000",
        "DeleteUser",
        "'UserId':'" + AwsSamples.ID + '\'');
  }

  private static AwsResponse send(Emulator emulator, String operation, String input)
      throws Exception {
    return AwsResponse.to(new PlainClient(emulator), operation, input);
  }

  private static Emulator emulator(AlternativeBehavior behavior) {
    return Emulator.builder().withoutSignatures().alternatives(behavior).start();
  }
}
