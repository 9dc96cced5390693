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

/** What is read from successful replies, and which of them are not believed. */
class ReplyTest {

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
  void aReplyWithAnIdAloneBecomesAMembership(OperationCase operation) throws Exception {
    assertThat(call(operation, operation.reply)).isEqualTo(OperationCase.PLAIN);
  }

  @Test
  void aMembershipCarriesItsAuditDetails() throws Exception {
    assertThat(call(OperationCase.GET, OperationCase.GET.reply)).isEqualTo(AUDITED);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIST", "LIST_FOR_MEMBER"})
  void aPageHasItemsAndTheServicesOwnToken(OperationCase operation) throws Exception {
    RawPage<?> page = (RawPage<?>) call(operation, operation.reply);
    assertThat(page.items()).isEqualTo(List.of(AUDITED));
    assertThat(page.nextToken()).contains("token-2");
  }

  @Test
  void everyRowOfAPageIsReadForItself() throws Exception {
    List<List<String>> rows =
        List.of(
            List.of("m-1", "g-1", "u-1"),
            List.of("m-2", "g-1", "u-2"),
            List.of("m-3", "g-2", "u-2"),
            List.of("m-4", "g-1", "u-1"));
    String reply =
        rows.stream()
            .map(
                row ->
                    """
                    {"MembershipId":"%s","GroupId":"%s","MemberId":{"UserId":"%s"}}\
                    """
                        .formatted(row.toArray()))
            .collect(joining(",", "{\"GroupMemberships\":[", "]}"));
    RawPage<?> page = (RawPage<?>) call(OperationCase.LIST, reply);
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
  void noTokenEndsTheListing(String reply) throws Exception {
    RawPage<?> page = (RawPage<?>) call(OperationCase.LIST, reply);
    assertThat(page.items()).isEmpty();
    assertThat(page.nextToken()).isEmpty();
  }

  @Test
  void aCheckAnswersPerGroup() throws Exception {
    assertThat(call(OperationCase.CHECK, OperationCase.CHECK.reply))
        .isEqualTo(Map.of(OperationCase.GROUP, true, new GroupId("group-2"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"More\":1}"})
  void aDeleteNeedsNothingInItsReply(String reply) throws Exception {
    assertThat(call(OperationCase.DELETE, reply)).isEqualTo(OperationCase.MEMBERSHIP);
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheRequestId(OperationCase operation) throws Exception {
    call(operation, operation.reply);
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
          GET | {"MembershipId":"m","MemberId":{"UserId":"u"}} | GroupId
          GET | {"MembershipId":"m","GroupId":"g"} | MemberId
          GET | {"MembershipId":"m","GroupId":"g","MemberId":{}} | kind of member
          GET | {"MembershipId":"m","GroupId":"g","MemberId":{"DeviceId":"d"}} | kind of member
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
          """)
  void aReplyWithoutWhatIsNeededIsABadOne(OperationCase operation, String reply, String part) {
    ErrorDescription description = failure(operation, reply);
    assertThat(description.code()).isEqualTo(ErrorCode.BAD_REPLY);
    assertThat(description.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    assertThat(description.requestId()).contains(IdentityStoreServer.REQUEST_ID);
    assertThat(description.message()).get().asString().contains(part);
  }

  @ParameterizedTest
  @EnumSource
  void aProxysPageIsABadReply(OperationCase operation) {
    ResponseDefinitionBuilder page =
        aResponse().withHeader("Content-Type", "text/html").withBody("<html>Please log in</html>");
    assertThat(failure(operation, page))
        .returns(ErrorCode.BAD_REPLY, ErrorDescription::code)
        .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETE")
  void aReplyThatEndsTooEarlyIsABadOne(OperationCase operation) {
    String half = operation.reply.substring(0, operation.reply.length() / 2);
    assertThat(failure(operation, half))
        .returns(ErrorCode.BAD_REPLY, ErrorDescription::code)
        .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
  }

  @Test
  void pagesAreAskedForOneByOne() throws Exception {
    SERVER.replies(ok(OperationCase.LIST.reply));
    try (MembershipDriver driver = SERVER.driver().build()) {
      driver.listMemberships(OperationCase.GROUP, PageRequest.first(1), attempt);
    }
    assertThat(SERVER.requests()).hasSize(1);
  }

  private Object call(OperationCase operation, String reply) throws Exception {
    SERVER.replies(ok(reply));
    try (MembershipDriver driver = SERVER.driver().build()) {
      return operation.call(driver, attempt);
    }
  }

  private ErrorDescription failure(OperationCase operation, String reply) {
    return failure(operation, ok(reply));
  }

  private ErrorDescription failure(OperationCase operation, ResponseDefinitionBuilder reply) {
    SERVER.replies(reply);
    try (MembershipDriver driver = SERVER.driver().build()) {
      Throwable failure = catchThrowable(() -> operation.call(driver, attempt));
      assertThat(failure).isNotNull();
      assertThat(SERVER.requests()).hasSize(1);
      return driver.describe(failure);
    }
  }
}
