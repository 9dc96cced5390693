package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.roster.aws.IdentityStoreServer.ok;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.roster.AuditDetails;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from successful responses, and which of them are not believed. */
class ResponseTest {

  private static final Membership AUDITED =
      new Membership(
          OperationCase.STORE,
          OperationCase.GROUP,
          OperationCase.USER,
          OperationCase.MEMBERSHIP,
          AuditDetails.none()
              .withCreated(
                  Instant.ofEpochSecond(1_700_000_000), "arn:aws:iam::111122223333:role/example")
              .withUpdated(Instant.ofEpochMilli(1_700_000_001_500L), "someone else"));

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private final RecordedAttempt attempt = new RecordedAttempt();

  @ParameterizedTest
  @EnumSource(names = {"CREATE", "FIND"})
  void aResponseWithAnIdAloneBecomesAMembership(OperationCase operation) throws Exception {
    assertThat(call(operation, operation.response)).isEqualTo(OperationCase.PLAIN);
  }

  @Test
  void aMembershipCarriesItsAuditDetails() throws Exception {
    assertThat(call(OperationCase.GET, OperationCase.GET.response)).isEqualTo(AUDITED);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIST", "LIST_FOR_MEMBER"})
  void aPageHasItemsAndTheServicesOwnToken(OperationCase operation) throws Exception {
    RawPage<?> page = (RawPage<?>) call(operation, operation.response);
    assertThat(page.items()).isEqualTo(List.of(AUDITED));
    assertThat(page.nextToken()).contains("token-2");
  }

  @Test
  void everyRowOfAPageIsReadForItself() throws Exception {
    assertRowsAreRead(
        OperationCase.LIST,
        List.of(
            List.of("m-1", "group-1", "u-1"),
            List.of("m-2", "group-1", "u-2"),
            List.of("m-3", "group-1", "u-1")));
    assertRowsAreRead(
        OperationCase.LIST_FOR_MEMBER,
        List.of(
            List.of("m-1", "g-1", "user-1"),
            List.of("m-2", "g-2", "user-1"),
            List.of("m-3", "g-1", "user-1")));
  }

  @Test
  void membersOfAnotherKindAreSkippedAndCountedWhereAGroupIsListed() throws Exception {
    RawPage<?> page =
        (RawPage<?>)
            call(
                OperationCase.LIST,
                """
                {"GroupMemberships":[
                {"MembershipId":"m-1","GroupId":"group-1","MemberId":{"GroupId":"g-9"}},
                {"MembershipId":"m-2","GroupId":"group-1","MemberId":{"UserId":"u-2"}}]}\
                """);
    assertThat(page.items().stream().map(row -> ids((Membership) row)))
        .containsExactly(List.of("m-2", "group-1", "u-2"));
    assertThat(page.skipped()).isEqualTo(1);
  }

  private void assertRowsAreRead(OperationCase operation, List<List<String>> rows)
      throws Exception {
    String response =
        rows.stream()
            .map(
                row ->
                    """
                    {"MembershipId":"%s","GroupId":"%s","MemberId":{"UserId":"%s"}}\
                    """
                        .formatted(row.toArray()))
            .collect(joining(",", "{\"GroupMemberships\":[", "]}"));
    RawPage<?> page = (RawPage<?>) call(operation, response);
    assertThat(page.items().stream().map(row -> ids((Membership) row)))
        .containsExactlyElementsOf(rows);
  }

  private static List<String> ids(Membership row) {
    return List.of(row.membershipId().value(), row.groupId().value(), row.memberId().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"GroupMemberships\":[]}",
        "{\"GroupMemberships\":[],\"NextToken\":null}",
        "{\"GroupMemberships\":[],\"NextToken\":\"\"}"
      })
  void noTokenEndsTheListing(String response) throws Exception {
    RawPage<?> page = (RawPage<?>) call(OperationCase.LIST, response);
    assertThat(page.items()).isEmpty();
    assertThat(page.nextToken()).isEmpty();
  }

  @Test
  void aCheckAnswersPerGroup() throws Exception {
    assertThat(call(OperationCase.CHECK, OperationCase.CHECK.response))
        .isEqualTo(Map.of(OperationCase.GROUP, true, new GroupId("group-2"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"More\":1}"})
  void aDeleteNeedsNothingInItsResponse(String response) throws Exception {
    assertThat(call(OperationCase.DELETE, response)).isEqualTo(OperationCase.MEMBERSHIP);
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheRequestId(OperationCase operation) throws Exception {
    call(operation, operation.response);
    assertThat(attempt.requestId()).isEqualTo(IdentityStoreServer.REQUEST_ID);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CREATE | {} | MembershipId
          CREATE | {"MembershipId":null} | MembershipId
          CREATE | {"MembershipId":""} | MembershipId
          FIND | {} | MembershipId
          GET | {} | GroupId
          GET | {"MembershipId":"membership-1","MemberId":{"UserId":"u"}} | GroupId
          GET | {"MembershipId":"membership-1","GroupId":"g"} | MemberId
          GET | {"MembershipId":"membership-1","GroupId":"g","MemberId":{}} | kind of member
          GET | {"MembershipId":"membership-1","GroupId":"g","MemberId":{"DeviceId":"d"}} | kind of member
          GET | {"GroupId":"g","MemberId":{"UserId":"u"}} | MembershipId
          LIST | {} | GroupMemberships
          LIST | {"GroupMemberships":[{}]} | GroupId
          LIST_FOR_MEMBER | {} | GroupMemberships
          LIST_FOR_MEMBER | {"GroupMemberships":[{"GroupId":"g","MemberId":{"R":"r"}}]} | kind
          CHECK | {} | Results
          CHECK | {"Results":[{"MembershipExists":true}]} | GroupId
          CHECK | {"Results":[{"GroupId":"g"}]} | MembershipExists
          CHECK | {"Results":[{"GroupId":"g","MembershipExists":true},\
          {"GroupId":"g","MembershipExists":false}]} | both yes and no
          CHECK | {"Results":[{"GroupId":"group-1","MembershipExists":true,\
          "MemberId":{"UserId":"another"}}]} | another MemberId
          CHECK | {"Results":[{"GroupId":"group-1","MembershipExists":"yes"}]} | MembershipExists
          CHECK | {"Results":[{"GroupId":"group-1","MembershipExists":1}]} | MembershipExists
          CHECK | {"Results":[{"MembershipExists":true,"MembershipExists":false}]} | twice
          CHECK | {"Results":[null]} | Results
          CHECK | {"Results":{}} | Results
          LIST | {"GroupMemberships":[null]} | GroupMemberships
          LIST | {"GroupMemberships":[],"GroupMemberships":[]} | GroupMemberships twice
          LIST | {"GroupMemberships":[],"\\u0047roupMemberships":[]} | GroupMemberships twice
          LIST | {"GroupMemberships":"x"} | GroupMemberships
          LIST | {"GroupMemberships":[],"NextToken":5} | NextToken
          LIST | {"GroupMemberships":[],"NextToken":{}} | NextToken
          LIST | {"GroupMemberships":[],"NextToken":false} | NextToken
          LIST | {"GroupMemberships":[{"MembershipId":"m","GroupId":"another",\
          "MemberId":{"UserId":"u"}}]} | another GroupId
          LIST_FOR_MEMBER | {"GroupMemberships":[{"MembershipId":"m","GroupId":"g",\
          "MemberId":{"UserId":"another"}}]} | another MemberId
          GET | {"MembershipId":"another","GroupId":"g","MemberId":{"UserId":"u"}} | another
          GET | {"CreatedAt":"yesterday"} | CreatedAt
          GET | {"UpdatedAt":true} | UpdatedAt
          GET | {"CreatedAt":1e300} | CreatedAt
          GET | {"CreatedAt":-1e18} | CreatedAt
          CREATE | {"MembershipId":5} | MembershipId
          CREATE | {"MembershipId":{"a":1}} | MembershipId
          CREATE | {"MembershipId":"m","IdentityStoreId":"d-0000000000"} | another
          CREATE | {"MembershipId":"m"} more | one complete JSON object
          CREATE | {"MembershipId":"m",} | one complete JSON object
          CREATE | null | not the JSON
          CREATE | [null] | not the JSON
          """)
  void aResponseWithoutWhatIsNeededIsABadOne(
      OperationCase operation, String response, String part) {
    ErrorDescription description = failure(operation, response);
    assertThat(description.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(description.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    assertThat(description.requestId()).contains(IdentityStoreServer.REQUEST_ID);
    assertThat(description.message()).get().asString().contains(part);
  }

  /** As moto 5.2 sends it, a server that was written elsewhere. */
  @ParameterizedTest
  @EnumSource
  void motosResponsesAreTheServices(HttpClientKind http) throws Exception {
    String requestId = "QHvEoB8Afag2eCtm5cOm2e1rLaXtd6Q57syt3N37wkuzf4Pg6mK3";
    SERVER.respondsWith(
        aResponse()
            .withHeader("Server", "Werkzeug/3.1.8 Python/3.11.7", "amazon.com")
            .withHeader("x-amzn-requestid", requestId)
            .withHeader("Content-Type", "text/html; charset=utf-8")
            .withHeader("Connection", "close")
            .withBody("{}"));
    try (MembershipDriver driver = SERVER.driver().httpClientBuilder(http.builder()).build()) {
      driver.deleteMembership(OperationCase.MEMBERSHIP, attempt);
    }
    assertThat(attempt.requestId()).isEqualTo(requestId);
  }

  @ParameterizedTest
  @EnumSource
  void aProxysPageIsAnInvalidResponse(OperationCase operation) {
    ResponseDefinitionBuilder page =
        aResponse().withHeader("Content-Type", "text/html").withBody("<html>Please log in</html>");
    assertThat(failure(operation, page))
        .returns(ErrorCode.INVALID_RESPONSE, ErrorDescription::code)
        .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETE")
  void aResponseThatEndsTooEarlyIsABadOne(OperationCase operation) {
    String half = operation.response.substring(0, operation.response.length() / 2);
    assertThat(failure(operation, half))
        .returns(ErrorCode.INVALID_RESPONSE, ErrorDescription::code)
        .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
  }

  @Test
  void pagesAreAskedForOneByOne() throws Exception {
    SERVER.respondsWith(ok(OperationCase.LIST.response));
    try (MembershipDriver driver = SERVER.driver().build()) {
      ((ListsByGroup) driver).listMemberships(OperationCase.GROUP, PageRequest.first(1), attempt);
    }
    assertThat(SERVER.requests()).hasSize(1);
  }

  private Object call(OperationCase operation, String response) throws Exception {
    SERVER.respondsWith(ok(response));
    try (MembershipDriver driver = SERVER.driver().build()) {
      return operation.call(driver, attempt);
    }
  }

  private ErrorDescription failure(OperationCase operation, String response) {
    return failure(operation, ok(response));
  }

  private ErrorDescription failure(OperationCase operation, ResponseDefinitionBuilder response) {
    SERVER.respondsWith(response);
    try (MembershipDriver driver = SERVER.driver().build()) {
      Throwable failure = catchThrowable(() -> operation.call(driver, attempt));
      assertThat(failure).isNotNull();
      assertThat(SERVER.requests()).hasSize(1);
      return driver.describe(failure);
    }
  }
}
