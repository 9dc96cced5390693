package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.roster.aws.IdentityStoreServer.error;
import static dev.roster.aws.IdentityStoreServer.ok;
import static dev.roster.aws.OperationCase.GROUP;
import static dev.roster.aws.OperationCase.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.Capability;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What calls about users and groups come to, request by request. */
class DirectoryCallsTest {

  private static final ResponseDefinitionBuilder LOST =
      aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
  private static final ResponseDefinitionBuilder TAKEN =
      error(400, "ConflictException", ",\"Reason\":\"UNIQUENESS_CONSTRAINT_VIOLATION\"");
  private static final ResponseDefinitionBuilder NO_SUCH_USER =
      error(400, "ResourceNotFoundException", ",\"ResourceType\":\"USER\"");
  private static final ResponseDefinitionBuilder NO_SUCH_GROUP =
      error(400, "ResourceNotFoundException", ",\"ResourceType\":\"GROUP\"");
  private static final ResponseDefinitionBuilder WRONG_PATH =
      error(400, "ValidationException", ",\"Message\":\"the attribute path is not known\"");
  private static final ResponseDefinitionBuilder NO_LOOKUP =
      error(400, "UnknownOperationException", "");
  private static final ResponseDefinitionBuilder FOUND_GROUP =
      ok(OperationCase.FIND_GROUP.response);
  private static final ResponseDefinitionBuilder FOUND_USER = ok(OperationCase.FIND_USER.response);
  private static final ResponseDefinitionBuilder NEW_USER_READ =
      ok(
          OperationCase.FIND_USER
              .response
              .strip()
              .replaceFirst(
                  "}$",
                  ",\"UserName\":\"ada\",\"DisplayName\":\"Ada L.\","
                      + "\"Name\":{\"GivenName\":\"Ada\",\"FamilyName\":\"Lovelace\"},"
                      + "\"Emails\":[{\"Value\":\"ada@example.invalid\",\"Type\":\"work\","
                      + "\"Primary\":true}],\"Addresses\":[{\"Locality\":\"London\"}]}"));

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private final RosterClient client =
      RosterClient.builder(SERVER.driver().build()).timeSource(new SkippingTime()).build();

  @AfterEach
  void close() {
    client.close();
  }

  private static List<String> sent() {
    return SERVER.requests().stream().map(DirectoryCallsTest::operation).toList();
  }

  private static String operation(LoggedRequest request) {
    return request.getHeader("X-Amz-Target").replace("AWSIdentityStore.", "");
  }

  private static String body(int request) {
    return SERVER.requests().get(request).getBodyAsString();
  }

  private static RosterException failure(ThrowingCallable call) {
    return catchThrowableOfType(RosterException.class, call);
  }

  @Test
  void theDirectoryIsACapability() {
    assertThat(client.capabilities()).contains(Capability.DIRECTORY);
  }

  @Test
  void aCreateWhoseResponseIsLostIsSettledByTheName() {
    SERVER.respondsWith(LOST, TAKEN, FOUND_USER, NEW_USER_READ);
    CreatedEntry<?> made = client.directory().users().create(DirectoryCases.NEW_USER);
    assertThat(made.id()).isEqualTo(USER);
    assertThat(made.wasSettled()).isTrue();
    assertThat(sent()).containsExactly("CreateUser", "CreateUser", "GetUserId", "DescribeUser");
  }

  @Test
  void anExternalIdWithoutContentIsLeftOut() {
    SERVER.respondsWith(
        ok(
            "{\"IdentityStoreId\":\"d-1234567890\",\"UserId\":\"user-1\","
                + "\"ExternalIds\":[{\"Issuer\":\" \",\"Id\":\"1\"},{\"Issuer\":\"i\"}]}"));
    assertThat(client.directory().users().get(USER).externalIds()).isEmpty();
  }

  @Test
  void whatHadTheNameBeforeIsNotWhatALostCreateMade() {
    SERVER.respondsWith(LOST, TAKEN, FOUND_USER, ok(OperationCase.GET_USER.response));
    RosterException failure =
        failure(() -> client.directory().users().create(DirectoryCases.NEW_USER));
    assertThat(failure.code()).isIn(ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aNameThatIsTakenIsSaidAsSuch() {
    SERVER.respondsWith(TAKEN);
    RosterException failure =
        failure(() -> client.directory().groups().create(DirectoryCases.NEW_GROUP));
    assertThat(failure.code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure.getMessage()).doesNotContain("Analysts");
  }

  @Test
  void aConcurrentChangeIsTriedAgain() {
    SERVER.respondsWith(
        error(400, "ConflictException", ",\"Reason\":\"CONCURRENT_MODIFICATION\""), ok("{}"));
    client.directory().groups().update(GROUP, DirectoryCases.GROUP_CHANGES);
    assertThat(sent()).containsExactly("UpdateGroup", "UpdateGroup");
  }

  /** The service has its own order of members and no blanks. */
  @Test
  void anUpdateWhoseResponseIsLostIsSettledByTheMeaningOfItsJson() {
    SERVER.respondsWith(LOST, LOST, LOST, LOST, ok(OperationCase.GET_USER.response));
    FieldChanges<User> changes =
        FieldChanges.<User>none()
            .set(
                UserFields.provider("Roles"),
                "[ {\"Primary\" : true, \"Type\":\"r\", \"Value\":\"\\u0061nalyst\"} ]");
    client.directory().users().update(USER, changes);
    assertThat(sent())
        .containsExactly("UpdateUser", "UpdateUser", "UpdateUser", "UpdateUser", "DescribeUser");
  }

  @Test
  void aDeleteWhoseResponseIsLostSucceedsWhenTheUserIsGone() {
    SERVER.respondsWith(LOST, NO_SUCH_USER);
    client.directory().users().delete(USER);
    assertThat(sent()).containsExactly("DeleteUser", "DeleteUser");
  }

  @Test
  void theOtherSpellingIsASecondRequestOnceAndTheFirstFromThenOn() {
    SERVER.respondsWith(WRONG_PATH, FOUND_GROUP);
    LookupKey<Group> name = LookupKey.groupName("Analysts");
    assertThat(client.directory().groups().findId(name)).contains(GROUP);
    assertThat(client.directory().groups().findId(name)).contains(GROUP);
    assertThat(sent()).containsExactly("GetGroupId", "GetGroupId", "GetGroupId");
    assertThat(body(0)).contains("\"displayName\"");
    assertThat(body(1)).contains("\"DisplayName\"");
    assertThat(body(2)).contains("\"DisplayName\"");
  }

  /** As a directory is that another one feeds. */
  @Test
  void aStoreWithoutLookUpsIsAskedForAFilteredListing() {
    SERVER.respondsWith(NO_LOOKUP, NO_LOOKUP, ok(groups("Analysts", "analysts", "Analysts 2")));
    assertThat(client.directory().groups().findId(LookupKey.groupName("Analysts")))
        .contains(new GroupId("g-0"));
    assertThat(client.directory().groups().findId(LookupKey.groupName("ANALYSTS"))).isEmpty();
    assertThat(sent()).containsExactly("GetGroupId", "GetGroupId", "ListGroups", "ListGroups");
    assertThat(body(2)).contains("\"Filters\":[{\"AttributePath\":\"DisplayName\"");
  }

  @Test
  void twoExactHitsAreAnErrorThatListsThem() {
    SERVER.respondsWith(NO_LOOKUP, NO_LOOKUP, ok(groups("Analysts", "Analysts")));
    RosterException failure =
        failure(() -> client.directory().groups().findId(LookupKey.groupName("Analysts")));
    assertThat(failure.code()).isEqualTo(ErrorCode.AMBIGUOUS);
    assertThat(failure.getMessage()).contains("g-0").contains("g-1").doesNotContain("Analysts");
  }

  private static String groups(String... names) {
    StringBuilder groups = new StringBuilder("{\"Groups\":[");
    for (int index = 0; index < names.length; index++) {
      groups
          .append(index == 0 ? "" : ",")
          .append("{\"GroupId\":\"g-%d\",\"DisplayName\":\"%s\"}".formatted(index, names[index]));
    }
    return groups.append("]}").toString();
  }

  @Test
  void aUserOfAStoreWithoutLookUpsIsFoundByTheFilter() {
    String other = OperationCase.GET_USER.response.replace("\"ada\"", "\"ADA\"");
    SERVER.respondsWith(
        NO_LOOKUP,
        ok("{\"Users\":[" + other.replace("user-1", "user-2") + "],\"NextToken\":\"t\"}"),
        ok(OperationCase.LIST_USERS.response.replace("token-2", "")));
    assertThat(client.directory().users().find(LookupKey.userName("ada")))
        .contains(DirectoryCases.READ_USER);
    assertThat(sent()).containsExactly("GetUserId", "ListUsers", "ListUsers");
  }

  @Test
  void anAddressThatTheStoreDoesNotLookUpIsUnsupportedAndNotMissing() {
    SERVER.respondsWith(NO_LOOKUP);
    RosterException failure =
        failure(() -> client.directory().users().findId(LookupKey.email("ada@example.invalid")));
    assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(failure.providerCode()).contains("UnknownOperationException");
    assertThat(failure.getMessage()).doesNotContain("ada@");
  }

  @Test
  void whatIsNotThereIsEmptyAndAMissingStoreIsAnError() {
    SERVER.respondsWith(
        NO_SUCH_GROUP,
        error(400, "ResourceNotFoundException", ",\"ResourceType\":\"IDENTITY_STORE\""));
    LookupKey<Group> name = LookupKey.groupName("Analysts");
    assertThat(client.directory().groups().findId(name)).isEmpty();
    assertThat(failure(() -> client.directory().groups().findId(name)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aThrottledLookUpIsOneRequestMore() {
    SERVER.respondsWith(error(400, "ThrottlingException", ""), FOUND_USER);
    assertThat(client.directory().users().findId(LookupKey.email("ada@example.invalid")))
        .contains(USER);
    assertThat(SERVER.requests()).hasSize(2);
  }

  static Stream<FieldValues<User>> brokenFields() {
    FieldValues<User> ada = UserFields.named("ada");
    return Stream.of(
        UserFields.named("secret".repeat(30)),
        ada.with(UserFields.DISPLAY_NAME, "secret".repeat(200)),
        ada.with(UserFields.provider("NickName"), "secret"),
        ada.with(UserFields.provider("Secrets"), "\"secret\""),
        ada.with(UserFields.provider("Roles"), "[{\"secret\":1}]"));
  }

  @ParameterizedTest
  @MethodSource("brokenFields")
  void whatBreaksARuleIsNotSent(FieldValues<User> fields) {
    RosterException failure = failure(() -> client.directory().users().create(fields));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.getMessage()).doesNotContain("secret");
    assertThat(SERVER.requests()).isEmpty();
  }

  @Test
  void keysAndChangesAreCheckedToo() {
    String long129 = "x".repeat(129);
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> client.directory().users().findId(LookupKey.userName(long129)),
            () -> client.directory().users().findId(LookupKey.email("x".repeat(1025))),
            () -> client.directory().groups().findId(LookupKey.groupName("x".repeat(1025))),
            () -> client.directory().users().list(LookupKey.userName(long129)),
            () -> client.directory().users().update(USER, clear("UserStatus")),
            () ->
                client
                    .directory()
                    .groups()
                    .update(
                        GROUP,
                        FieldChanges.<Group>none().set(GroupFields.provider("Owner"), "\"x\"")))) {
      assertThat(failure(call).code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  private static FieldChanges<User> clear(String field) {
    return FieldChanges.<User>none().clear(UserFields.provider(field));
  }

  @Test
  void theFormOfNamesCountsWithStrictIds() {
    SERVER.respondsWith(FOUND_USER);
    LookupKey<User> blank = LookupKey.userName("a b");
    assertThat(client.directory().users().findId(blank)).contains(USER);
    try (RosterClient strict = RosterClient.builder(SERVER.driver().strictIds().build()).build()) {
      assertThat(failure(() -> strict.directory().users().findId(blank)).code())
          .isEqualTo(ErrorCode.INVALID_ARGUMENT);
    }
    assertThat(SERVER.requests()).hasSize(1);
  }
}
