package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.roster.aws.OperationCase.groups;
import static dev.roster.aws.OperationCase.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.ExternalId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.LookupWay;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users and groups are on the wire, beyond one request of each operation. */
class DirectoryWireTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private final RecordedAttempt attempt = new RecordedAttempt();

  @FunctionalInterface
  interface DriverCall {
    Object with(MembershipDriver driver) throws Exception;
  }

  private Object call(String response, DriverCall call) throws Exception {
    SERVER.respondsWith(IdentityStoreServer.ok(response));
    try (MembershipDriver driver = SERVER.driver().build()) {
      return call.with(driver);
    }
  }

  private Object call(OperationCase operation, String response) throws Exception {
    return call(response, driver -> operation.call(driver, attempt));
  }

  private ErrorDescription failure(ResponseDefinitionBuilder response, DriverCall call) {
    SERVER.respondsWith(response);
    try (MembershipDriver driver = SERVER.driver().build()) {
      Throwable failure = catchThrowable(() -> call.with(driver));
      assertThat(failure).isNotNull();
      assertThat(SERVER.requests()).hasSize(1);
      return driver.describe(failure);
    }
  }

  private static void assertSent(String part) {
    assertThat(Json.node(SERVER.requests().get(0).getBodyAsString()).toString())
        .contains(Json.node(part).toString());
  }

  @Test
  void aUserHasEveryFieldOfTheModel() throws Exception {
    assertThat(call(OperationCase.GET_USER, OperationCase.GET_USER.response))
        .isEqualTo(DirectoryCases.READ_USER);
    RawPage<?> page =
        (RawPage<?>) call(OperationCase.LIST_USERS, OperationCase.LIST_USERS.response);
    assertThat(page.items()).isEqualTo(List.of(DirectoryCases.READ_USER));
    assertThat(page.nextToken()).contains("token-2");
  }

  @Test
  void aGroupHasEveryFieldOfTheModel() throws Exception {
    assertThat(call(OperationCase.GET_GROUP, OperationCase.GET_GROUP.response))
        .isEqualTo(DirectoryCases.READ_GROUP);
    RawPage<?> page =
        (RawPage<?>) call(OperationCase.LIST_GROUPS, OperationCase.LIST_GROUPS.response);
    assertThat(page.items()).isEqualTo(List.of(DirectoryCases.READ_GROUP));
  }

  @Test
  void aUserMayHaveNextToNothing() throws Exception {
    User user = (User) call(OperationCase.GET_USER, "{\"UserId\":\"user-1\",\"Emails\":[]}");
    assertThat(user.fields().fields()).isEmpty();
    assertThat(user.enabled()).isEmpty();
    assertThat(user.audit().createdAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ENABLED, true", "DISABLED, false", "LOCKED, "})
  void theStatusSaysWhetherAUserCanSignIn(String status, Boolean enabled) throws Exception {
    String response = "{\"UserId\":\"user-1\",\"UserStatus\":\"" + status + "\"}";
    User user = (User) call(OperationCase.GET_USER, response);
    assertThat(user.enabled().orElse(null)).isEqualTo(enabled);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_USER", "FIND_USER", "CREATE_GROUP", "FIND_GROUP"})
  void aResponseWithAnIdIsAnId(OperationCase operation) throws Exception {
    Object result = call(operation, operation.response);
    Object id = result instanceof CreatedEntry<?> created ? created.id() : result;
    assertThat(id)
        .isEqualTo(operation.name().endsWith("USER") ? OperationCase.USER : OperationCase.GROUP);
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATE_USER", "DELETE_USER", "UPDATE_GROUP", "DELETE_GROUP"})
  void aChangeNeedsNothingInItsResponse(OperationCase operation) throws Exception {
    assertThat(call(operation, "")).isNotNull();
    assertThat(call(operation, "{\"UserId\":\"user-1\",\"Revision\":\"2\"}")).isNotNull();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CREATE_USER | {} | UserId
          CREATE_USER | {"UserId":""} | UserId
          CREATE_USER | {"UserId":"u","IdentityStoreId":"d-0000000000"} | another
          FIND_USER | {"GroupId":"g"} | UserId
          GET_USER | {} | UserId
          GET_USER | {"UserId":"another"} | another UserId
          GET_USER | {"UserId":"user-1","UserName":5} | UserName
          GET_USER | {"UserId":"user-1","UserName":"a","UserName":"b"} | UserName twice
          GET_USER | {"UserId":"user-1","Emails":{}} | Emails
          GET_USER | {"UserId":"user-1","Emails":[{"Value":true}]} | Value
          GET_USER | {"UserId":"user-1","Emails":[{"Primary":"yes"}]} | Primary
          GET_USER | {"UserId":"user-1","Name":"x"} | Name
          GET_USER | {"UserId":"user-1","Extensions":[]} | Extensions
          LIST_USERS | {} | Users
          LIST_USERS | {"Users":[null]} | Users
          LIST_USERS | {"Users":[{}]} | UserId
          LIST_USERS | {"Users":[{"UserId":"u","IdentityStoreId":"d-0000000000"}]} | another
          CREATE_GROUP | {} | GroupId
          FIND_GROUP | {"GroupId":null} | GroupId
          GET_GROUP | {"GroupId":"another"} | another GroupId
          GET_GROUP | {"GroupId":"group-1","DisplayName":["x"]} | DisplayName
          LIST_GROUPS | {"Users":[]} | Groups
          LIST_GROUPS | {"Groups":[{"DisplayName":"x"}]} | GroupId
          """)
  void aResponseWithoutWhatIsNeededIsABadOne(
      OperationCase operation, String response, String part) {
    ErrorDescription description =
        failure(IdentityStoreServer.ok(response), driver -> operation.call(driver, attempt));
    assertThat(description.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(description.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    assertThat(description.message()).get().asString().contains(part);
  }

  @Test
  void anIdIsReadAsTheCallerSpeltIt() throws Exception {
    String response =
        OperationCase.GET_USER.response.replace(
            "\"user-1\"", "\"arn:aws:identitystore:::user/USER-1\"");
    assertThat(((User) call(OperationCase.GET_USER, response)).id()).isEqualTo(OperationCase.USER);
  }

  @Test
  void keysAreSentInTheDocumentedSpelling() throws Exception {
    String id = OperationCase.FIND_USER.response;
    call(id, it -> users(it).find(LookupKey.email("a@b.invalid"), LookupWay.DIRECT, attempt));
    assertSent("{\"AttributePath\":\"emails.value\",\"AttributeValue\":\"a@b.invalid\"}");
    ExternalId external = new ExternalId("idp", "42");
    call(id, it -> users(it).find(LookupKey.user(external), LookupWay.DIRECT, attempt));
    assertSent("{\"ExternalId\":{\"Issuer\":\"idp\",\"Id\":\"42\"}}");
    LookupKey<Group> name = LookupKey.groupName("Analysts");
    call(
        OperationCase.FIND_GROUP.response,
        it -> groups(it).find(name, LookupWay.DIRECT_ALTERNATE, attempt));
    assertSent("{\"AttributePath\":\"DisplayName\",\"AttributeValue\":\"Analysts\"}");
  }

  @Test
  void aListingIsFilteredByTheName() throws Exception {
    PageRequest page = PageRequest.after(100, "t");
    call("{\"Users\":[]}", it -> users(it).list(LookupKey.userName("ada"), page, attempt));
    assertSent("[{\"AttributePath\":\"UserName\",\"AttributeValue\":\"ada\"}]");
    assertThat(SERVER.requests().get(0).getBodyAsString()).contains("\"NextToken\":\"t\"");
    call("{\"Groups\":[]}", it -> groups(it).list(LookupKey.groupName("A"), page, attempt));
    assertSent("[{\"AttributePath\":\"DisplayName\",\"AttributeValue\":\"A\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien\"s\\ group / 100%",
        "rocket \ud83d\ude80 and e\u0301",
        "\u7ec4 \u0433\u0440\u0443\u043f\u043f\u0430",
        "tab\tand\nbreak"
      })
  void namesAreSentAsTheyAre(String name) throws Exception {
    call(
        OperationCase.FIND_GROUP.response,
        it -> groups(it).find(LookupKey.groupName(name), LookupWay.DIRECT, attempt));
    assertThat(
            Json.node(SERVER.requests().get(0).getBodyAsString())
                .at("/AlternateIdentifier/UniqueAttribute/AttributeValue")
                .textValue())
        .isEqualTo(name);
  }

  /** Each is how a store refuses the look-up itself and not the key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UnknownOperationException | whatever
          ValidationException | the attribute must be unique: one of [displayName]
          ValidationException | Value at 'alternateIdentifier.uniqueAttribute.attributePath' failed
          """)
  void aRefusedWayOfLookingUpIsUnsupportedInAFind(String code, String words) {
    String members = ",\"Message\":\"" + words + "\"";
    for (OperationCase find : List.of(OperationCase.FIND_USER, OperationCase.FIND_GROUP)) {
      ErrorDescription description =
          failure(
              IdentityStoreServer.error(400, code, members), driver -> find.call(driver, attempt));
      assertThat(description)
          .returns(ErrorCode.UNSUPPORTED, ErrorDescription::code)
          .returns(Reach.REFUSED, ErrorDescription::reach);
      assertThat(description.providerCode()).contains(code);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FIND_USER | ValidationException | Value at 'uniqueAttribute.attributeValue' | INVALID_ARGUMENT
          FIND_USER | ValidationException | the store id is none | INVALID_ARGUMENT
          GET_USER | ValidationException | attribute path | INVALID_ARGUMENT
          GET_USER | UnknownOperationException | no such | WRONG_ENDPOINT
          LIST_GROUPS | UnknownOperationException | no such | WRONG_ENDPOINT
          LIST_USERS | ValidationException | the token is none | INVALID_PAGE_TOKEN
          CREATE_USER | ValidationException | the token is none | INVALID_ARGUMENT
          CREATE | UnknownOperationException | no such | WRONG_ENDPOINT
          """)
  void elsewhereARefusalIsWhatItSays(
      OperationCase operation, String code, String words, ErrorCode meaning) {
    ResponseDefinitionBuilder response =
        IdentityStoreServer.error(400, code, ",\"Message\":\"" + words + "\"");
    assertThat(failure(response, driver -> operation.call(driver, attempt)).code())
        .isEqualTo(meaning);
  }

  @Test
  void anUnknownOperationWithoutProofIsAWrongEndpointInAFindToo() {
    ResponseDefinitionBuilder response =
        aResponse().withStatus(404).withBody("{\"__type\":\"UnknownOperationException\"}");
    assertThat(failure(response, driver -> OperationCase.FIND_USER.call(driver, attempt)).code())
        .isEqualTo(ErrorCode.WRONG_ENDPOINT);
  }

  @ParameterizedTest
  @CsvSource({"FIND_USER, USER, MEMBER", "FIND_GROUP, GROUP, GROUP", "GET_USER, USER, MEMBER"})
  void whatIsMissingIsNamed(OperationCase operation, String type, Resource missing) {
    ResponseDefinitionBuilder response =
        IdentityStoreServer.error(
            400, "ResourceNotFoundException", ",\"ResourceType\":\"" + type + "\"");
    assertThat(failure(response, driver -> operation.call(driver, attempt)))
        .returns(ErrorCode.NOT_FOUND, ErrorDescription::code)
        .returns(missing, ErrorDescription::missing);
  }

  /** A service that repeats what it was sent does not make this library repeat it. */
  @ParameterizedTest
  @EnumSource(names = {"CREATE_USER", "UPDATE_USER", "FIND_USER", "CREATE_GROUP"})
  void whatIsSentAboutPeopleIsInNoMessage(OperationCase operation) {
    String echo =
        ",\"Reason\":\"UNIQUENESS_CONSTRAINT_VIOLATION\",\"Message\":\"ada, Ada L., Lovelace,"
            + " ada@example.invalid, London, analyst, Analysts and Who counts are taken\"";
    SERVER.respondsWith(IdentityStoreServer.error(400, "ConflictException", echo));
    try (MembershipDriver driver = SERVER.driver().build()) {
      Throwable failure =
          Objects.requireNonNull(catchThrowable(() -> operation.call(driver, attempt)));
      ErrorDescription description = driver.describe(failure);
      assertThat(description.code()).isEqualTo(ErrorCode.ALREADY_MEMBER);
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      String sent = operation.requestBody;
      for (String text : List.of("Lovelace", "ada@example", "Analysts", "Who counts")) {
        if (sent.contains(text)) {
          assertThat(trace + description.message().orElse("")).doesNotContain(text);
        }
      }
      assertThat(description.message()).get().asString().contains("[hidden]", "are taken");
    }
  }

  @Test
  void aProviderFieldIsReadAsItCanBeWritten() throws Exception {
    User user = (User) call(OperationCase.GET_USER, OperationCase.GET_USER.response);
    String extensions = user.get(UserFields.provider("Extensions")).orElseThrow();
    call(
        OperationCase.CREATE_USER.response,
        driver ->
            users(driver)
                .create(
                    UserFields.named("x").with(UserFields.provider("Extensions"), extensions),
                    attempt));
    assertThat(Json.node(SERVER.requests().get(0).getBodyAsString()).get("Extensions").toString())
        .isEqualTo(Json.node(extensions).toString());
  }
}
