package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.huawei.internal.http.CappedInputStream;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a good response, and what does not. */
class ResponsesTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @ParameterizedTest
  @EnumSource
  void anyStatusFrom200To299IsSuccessAlsoWithoutContentType(WireOperation operation)
      throws Exception {
    for (int status : List.of(200, 201, 202, 206, 299)) {
      SERVICE.respondsAsTheService(
          aResponse().withStatus(status).withBody(operation.goodResponse()));

      assertThat(operation.call(SERVICE.driver(), new OneAttempt()))
          .as("status %d", status)
          .isEqualTo(operation.result());
    }
  }

  @Test
  void everyRowOfAPageIsReadForItself() throws Exception {
    List<List<String>> rows =
        List.of(
            List.of("m-1", "g-1", "u-1"),
            List.of("m-2", "g-1", "u-2"),
            List.of("m-3", "g-1", "u-2"),
            List.of("m-4", "g-1", "u-1"));
    SERVICE.respondsWith(
        okJson(
            rows.stream()
                .map(
                    row ->
                        """
                        {"membership_id":"%s","group_id":"%s","member_id":{"user_id":"%s"}}\
                        """
                            .formatted(row.toArray()))
                .collect(joining(",", "{\"group_memberships\":[", "]}"))));
    RawPage<Membership> page =
        SERVICE
            .listing()
            .listMemberships(new GroupId("g-1"), PageRequest.first(100), new OneAttempt());
    assertThat(page.items().stream().map(ResponsesTest::ids)).containsExactlyElementsOf(rows);
  }

  @Test
  void membersOfAnotherKindAreSkippedAndCountedWhereAGroupIsListed() throws Exception {
    SERVICE.respondsWith(
        okJson(
            """
            {"group_memberships":[
            {"membership_id":"m-1","group_id":"g-1","member_id":{"group_id":"g-9"}},
            {"membership_id":"m-2","group_id":"g-1","member_id":{"user_id":"u-2"}}]}\
            """));
    RawPage<Membership> page =
        SERVICE
            .listing()
            .listMemberships(new GroupId("g-1"), PageRequest.first(100), new OneAttempt());
    assertThat(page.items().stream().map(ResponsesTest::ids))
        .containsExactly(List.of("m-2", "g-1", "u-2"));
    assertThat(page.skipped()).isEqualTo(1);
  }

  private static List<String> ids(Membership row) {
    return List.of(row.membershipId().value(), row.groupId().value(), row.memberId().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>log in first</html>", "\n<!doctype html>", "welcome"})
  void aPageOfSomethingInBetweenDoesNotPassForADelete(String body) {
    SERVICE.respondsWith(aResponse().withStatus(200).withBody(body));

    ErrorDescription described = Failing.describedCall(SERVICE.driver(), WireOperation.DELETE);

    assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = Samples.WITHOUT_CONTENT)
  void aSuccessThatCannotBeUnderstoodIsAnInvalidResponseThatMayHaveBeenApplied(
      WireOperation operation) {
    for (String body :
        List.of("", " ", "null", "[]", "{}", "\"x\"", "<html></html>", "{\"membership_id\":")) {
      SERVICE.respondsWith(
          aResponse().withStatus(200).withBody(body).withHeader("X-Request-Id", "r-1"));

      ErrorDescription described = Failing.describedCall(SERVICE.driver(), operation);

      assertThat(described.code()).as(body).isEqualTo(ErrorCode.INVALID_RESPONSE);
      assertThat(described.reach()).as(body).isEqualTo(Reach.MAYBE_APPLIED);
      assertThat(described.requestId()).as(body).contains("r-1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"membership_id\":null}",
        "{\"membership_id\":7}",
        "{\"membership_id\":\"\"}",
        "{\"membership_id\":{\"membership_id\":\"x\"}}",
        "{\"membership_id\":\"a\\u0000b\"}"
      })
  void aCreateWithoutAUsableIdIsAnInvalidResponse(String body) {
    SERVICE.respondsWith(okJson(body));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.CREATE).code())
        .isEqualTo(ErrorCode.INVALID_RESPONSE);
  }

  @Test
  void unknownFieldsAreIgnoredWhereverTheyStand() throws Exception {
    SERVICE.respondsWith(
        okJson(
            """
            {"x":{"membership_id":"wrong","y":[{"group_id":"wrong"}]},"membership_id":"%s","z":[1,[2]],
             "member_id":{"future_id":"wrong","user_id":"%s"},"group_id":"%s","created_at":1}
            """
                .formatted(Samples.ID, Samples.USER, Samples.GROUP)));

    assertThat(WireOperation.GET.call(SERVICE.driver(), new OneAttempt()))
        .isEqualTo(Samples.MEMBERSHIP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"group_memberships\":[]}",
        "{\"group_memberships\":[],\"page_info\":null}",
        "{\"group_memberships\":[],\"page_info\":{}}",
        "{\"group_memberships\":[],\"page_info\":{\"next_marker\":null,\"current_count\":0}}",
        "{\"group_memberships\":[],\"page_info\":{\"next_marker\":\"\"}}",
        "{\"page_info\":{\"next_marker\":null},\"group_memberships\":[]}"
      })
  void aListingWithoutAMarkerEnds(String body) throws Exception {
    SERVICE.respondsWith(okJson(body));

    var page =
        SERVICE.listing().listMemberships(Samples.GROUP, PageRequest.first(100), new OneAttempt());

    assertThat(page.items()).isEmpty();
    assertThat(page.nextToken()).isEmpty();
  }

  @Test
  void anEmptyPageKeepsItsMarker() throws Exception {
    SERVICE.respondsWith(
        okJson("{\"page_info\":{\"next_marker\":\"m\"},\"group_memberships\":[]}"));

    var page =
        SERVICE.listing().listMemberships(Samples.GROUP, PageRequest.first(1), new OneAttempt());

    assertThat(page.nextToken()).contains("m");
  }

  @Test
  void aRowThatLacksAnIdMakesTheListingAnInvalidResponse() {
    SERVICE.respondsWith(
        okJson(
            "{\"group_memberships\":[{\"membership_id\":\"x\",\"group_id\":\"%s\"}]}"
                .formatted(Samples.GROUP)));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.LIST))
        .satisfies(
            described -> {
              assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
              assertThat(described.message())
                  .hasValueSatisfying(
                      words -> assertThat(words).contains("the response has no member_id.user_id"));
            });
  }

  @Test
  void aCheckAnswersOnlyWhatTheResponseSays() throws Exception {
    SERVICE.respondsWith(
        okJson(
            "{\"results\":[{\"group_id\":\"%s\",\"membership_exists\":true}]}"
                .formatted(Samples.GROUP)));

    assertThat(WireOperation.CHECK.call(SERVICE.driver(), new OneAttempt()))
        .isEqualTo(Map.of(Samples.GROUP, true));
  }

  @Test
  void aResponseWithoutEndIsGivenUpAtTheCap() {
    String filler = "{\"filler\":\"%s\",".formatted("x".repeat(CappedInputStream.RESPONSE_CAP));
    SERVICE.respondsWith(okJson(filler + Samples.PAGE_RESPONSE.substring(1)));

    ErrorDescription described = Failing.describedCall(SERVICE.driver(), WireOperation.LIST);

    assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }
}
