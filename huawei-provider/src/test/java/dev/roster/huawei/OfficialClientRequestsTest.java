package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.ExternalId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.huawei.internal.json.JsonTrees;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The same operations with the same values go out as the official client was seen to send them. */
class OfficialClientRequestsTest {

  private static final UserId USER = new UserId("ac6aa714-daa7-1aaa-aaa2-6715aaaa4dd9");
  private static final GroupId GROUP = new GroupId("0efaa0db-6aa4-7aaa-6aa5-c222aaaaf31a");

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  /** A call with the values of the recorded request. */
  private interface EntryCall {
    void make(EntryDriver<UserId, User> users, EntryDriver<GroupId, Group> groups, OneAttempt once)
        throws Exception;
  }

  private static final Map<String, EntryCall> CALLS =
      Map.ofEntries(
          Map.entry("CreateGroup", (users, groups, once) -> groups.create(newGroup(), once)),
          Map.entry("DescribeGroup", (users, groups, once) -> groups.get(GROUP, once)),
          Map.entry("ListGroups", (users, groups, once) -> groups.list(filter(), ten(), once)),
          Map.entry("UpdateGroup", (users, groups, once) -> groups.update(GROUP, cleared(), once)),
          Map.entry("DeleteGroup", (users, groups, once) -> groups.delete(GROUP, once)),
          Map.entry(
              "GetGroupId",
              (users, groups, once) ->
                  groups.find(LookupKey.groupName("x"), LookupWay.DIRECT, once)),
          Map.entry("CreateUser", (users, groups, once) -> users.create(newUser(), once)),
          Map.entry("DescribeUser", (users, groups, once) -> users.get(USER, once)),
          Map.entry(
              "ListUsers",
              (users, groups, once) ->
                  users.list(LookupKey.userName("u@example.com"), ten(), once)),
          Map.entry("UpdateUser", (users, groups, once) -> users.update(USER, renamed(), once)),
          Map.entry("DeleteUser", (users, groups, once) -> users.delete(USER, once)),
          Map.entry(
              "GetUserId",
              (users, groups, once) ->
                  users.find(
                      LookupKey.user(new ExternalId("iss", "ext")), LookupWay.DIRECT, once)));

  private static FieldValues<Group> newGroup() {
    return GroupFields.named("研发").with(GroupFields.DESCRIPTION, "d");
  }

  private static LookupKey<Group> filter() {
    return LookupKey.groupName("a b*~组");
  }

  private static PageRequest ten() {
    return PageRequest.first(10);
  }

  private static FieldChanges<Group> cleared() {
    return FieldChanges.<Group>none().clear(GroupFields.DESCRIPTION);
  }

  private static FieldChanges<User> renamed() {
    return FieldChanges.<User>none().set(UserFields.DISPLAY_NAME, "N");
  }

  private static FieldValues<User> newUser() {
    return UserFields.named("u")
        .with(UserFields.DISPLAY_NAME, "U")
        .with(UserFields.NAME, PersonName.of("G", "F"))
        .with(UserFields.EMAILS, List.of(ContactPoint.primary("u@example.com").withType("Work")));
  }

  static Stream<JsonNode> recorded() throws IOException {
    try (InputStream stream =
        OfficialClientRequestsTest.class.getResourceAsStream("/huawei-signing-vectors.json")) {
      JsonNode file = JsonTrees.read(Objects.requireNonNull(stream).readAllBytes());
      return file.get("wire_vectors").values().stream()
          .filter(vector -> CALLS.containsKey(vector.get("operation").stringValue()));
    }
  }

  @Test
  void noOperationIsLeftOut() throws IOException {
    assertThat(recorded().map(vector -> vector.get("operation").stringValue()))
        .containsExactlyInAnyOrderElementsOf(CALLS.keySet());
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void sendsWhatTheOfficialClientSends(JsonNode vector) throws Exception {
    SERVICE.respondsAsTheService(
        okJson(
            "{\"user_id\":\"%s\",\"group_id\":\"%s\",\"users\":[],\"groups\":[]}"
                .formatted(USER, GROUP)));
    var driver = SERVICE.driver();

    Objects.requireNonNull(CALLS.get(vector.get("operation").stringValue()))
        .make(EntrySamples.users(driver), EntrySamples.groups(driver), new OneAttempt());

    LoggedRequest sent = SERVICE.onlyRequest();
    URI target = URI.create(vector.get("request_target").stringValue());
    assertThat(sent.getMethod().getName()).isEqualTo(vector.get("method").stringValue());
    assertThat(URI.create(sent.getUrl()).getRawPath()).isEqualTo(target.getRawPath());
    assertThat(json(sent.getBodyAsString())).isEqualTo(json(vector.path("body").stringValue("")));
    for (String parameter :
        target.getQuery() == null ? new String[0] : target.getQuery().split("&")) {
      String[] pair = parameter.split("=", 2);
      assertThat(sent.queryParameter(pair[0]).values()).containsExactly(pair[1]);
    }
  }

  private static JsonNode json(String text) {
    return JsonTrees.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
