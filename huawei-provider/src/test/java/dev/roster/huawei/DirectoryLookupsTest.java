package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.ExternalId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.huawei.internal.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look-up by name comes to: exactly the name, whatever the service's filter finds. */
class DirectoryLookupsTest {

  private static final String REFUSED = "{\"error_code\":\"IIC.400\",\"error_msg\":\"no such\"}";
  private static final ResponseDefinitionBuilder NOT_FOUND =
      aResponse().withStatus(404).withBody("{\"error_code\":\"IIC.404\"}");

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final RosterClient client = RosterClient.builder(SERVICE.driver()).build();

  @AfterEach
  void close() {
    client.close();
  }

  private static void lookupsGet(ResponseDefinitionBuilder response) {
    SERVICE.server().stubFor(post(urlPathMatching(".*/retrieve-.*-id")).willReturn(response));
  }

  private static void listingsGet(ResponseDefinitionBuilder response) {
    SERVICE.server().stubFor(get(urlPathMatching(".*/(users|groups)")).willReturn(response));
  }

  private static String groups(String... names) {
    return Stream.of(names)
        .map(
            name ->
                "{\"group_id\":%s,\"display_name\":%s}"
                    .formatted(json("id of " + name), json(name)))
        .collect(Collectors.joining(",", "{\"groups\":[", "]}"));
  }

  private static String json(String text) {
    return JsonText.of(json -> json.writeString(text));
  }

  private static List<String> sent() {
    return SERVICE.requests().stream()
        .map(request -> request.getMethod() + " " + request.getUrl().replaceAll("^.*/|\\?.*", ""))
        .toList();
  }

  private Optional<GroupId> find(String name) {
    return client.directory().groups().findId(LookupKey.groupName(name));
  }

  static Stream<String> names() {
    return Stream.of(
        "O'Brien \"quoted\" \\ back",
        "rocket 🚀 組 é",
        " padded ",
        "%20+&=?#/",
        "x".repeat(255),
        "🚀".repeat(127));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameIsAskedForAsItIs(String name) {
    lookupsGet(okJson(EntrySamples.GROUP_ID_RESPONSE));

    assertThat(find(name)).isPresent();

    assertThat(SERVICE.onlyRequest().getBodyAsString())
        .isEqualTo(
            "{\"alternate_identifier\":{\"unique_attribute\":"
                + "{\"attribute_path\":\"display_name\",\"attribute_value\":"
                + json(name)
                + "}}}");
  }

  /** A look-up takes 255 characters, a name can have 1,024. */
  @ParameterizedTest
  @ValueSource(ints = {256, 1024})
  void aNameThatIsTooLongForTheLookupIsFoundByTheListing(int length) {
    String name = "🚀 \"" + "x".repeat(length - 4);
    listingsGet(okJson(groups(name + "y", name, name.replace('x', 'X'))));
    lookupsGet(okJson(EntrySamples.GROUP_ID_RESPONSE));

    assertThat(find(name)).contains(new GroupId("id of " + name));
    assertThat(find("short")).isPresent();

    LoggedRequest listing = SERVICE.requests().get(0);
    assertThat(listing.queryParameter("display_name").values()).containsExactly(name);
    assertThat(sent()).containsExactly("GET groups", "POST retrieve-group-id");
  }

  @Test
  void aNameThatNoUserHasIsEmpty() {
    lookupsGet(NOT_FOUND);

    assertThat(find("Unknown")).isEmpty();
    assertThat(client.directory().users().find(LookupKey.userName("unknown"))).isEmpty();
    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void aSpellingThatIsRefusedForThreeNamesIsTriedNoMore() {
    lookupsGet(aResponse().withStatus(400).withBody(REFUSED));
    listingsGet(okJson(groups("Admins and more", "admins", "Admins", "Ádmins")));

    assertThat(find("Admins")).contains(new GroupId("id of Admins"));
    assertThat(find("Admin")).isEmpty();
    assertThat(find("ADMINS")).isEmpty();
    SERVICE.server().resetRequests();
    assertThat(find("Admins")).contains(new GroupId("id of Admins"));

    assertThat(sent()).containsExactly("GET groups");
  }

  @Test
  void oneNameThatIsRefusedDoesNotChangeHowOthersAreLookedUp() {
    lookupsGet(aResponse().withStatus(400).withBody(REFUSED));
    listingsGet(okJson(groups("odd")));
    assertThat(find("odd")).contains(new GroupId("id of odd"));
    lookupsGet(okJson("{\"group_id\":\"g-1\"}"));
    SERVICE.server().resetRequests();

    assertThat(find("Admins")).contains(new GroupId("g-1"));

    assertThat(sent()).containsExactly("POST retrieve-group-id");
  }

  /** Users and groups are looked up by different spellings. */
  @Test
  void whatIsRefusedOfGroupsIsTriedOfUsers() {
    lookupsGet(aResponse().withStatus(400).withBody(REFUSED));
    listingsGet(okJson("{\"users\":[],\"groups\":[]}"));

    assertThat(find("Admins")).isEmpty();
    assertThat(client.directory().users().findId(LookupKey.userName("jdoe"))).isEmpty();

    assertThat(sent())
        .containsExactly(
            "POST retrieve-group-id", "GET groups", "POST retrieve-user-id", "GET users");
    assertThat(SERVICE.requests().get(3).queryParameter("user_name").values())
        .containsExactly("jdoe");
  }

  /** What a service lets another client store is no reason to fail. */
  @Test
  void blankNamesAndAddressesInAListingSpoilNothing() {
    lookupsGet(aResponse().withStatus(400).withBody(REFUSED));
    listingsGet(
        okJson(
            """
            {"users":[{"user_id":"u-1","user_name":" ","emails":[{"value":" "}]},
                      {"user_id":"u-2","user_name":"jdoe","emails":[{"value":""}]}],
             "groups":[{"group_id":"g-1","display_name":" "},
                       {"group_id":"g-2","display_name":"Admins"}]}
            """));

    assertThat(find("Admins")).contains(new GroupId("g-2"));
    assertThat(client.directory().users().findId(LookupKey.userName("jdoe")))
        .contains(new UserId("u-2"));
  }

  @Test
  void twoOfOneNameAreAnErrorThatListsThem() {
    lookupsGet(aResponse().withStatus(400).withBody(REFUSED));
    listingsGet(
        okJson(
            """
            {"groups":[{"group_id":"g-1","display_name":"Twins"},
                       {"group_id":"g-2","display_name":"Twins"}]}
            """));

    RosterException failure = failureOf(() -> find("Twins"));

    assertThat(failure.code()).isEqualTo(ErrorCode.AMBIGUOUS);
    assertThat(failure).hasMessageContaining("g-1").hasMessageContaining("g-2");
    assertThat(failure.getMessage()).doesNotContain("Twins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"APIGW.0106", "APIG.0201"})
  void whatTheGatewayRefusesIsNoMatterOfSpelling(String code) {
    lookupsGet(aResponse().withStatus(400).withBody(REFUSED.replace("IIC.400", code)));

    assertThat(failureOf(() -> find("Admins")).code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void aRefusedExternalIdIsAnInvalidArgument() {
    lookupsGet(aResponse().withStatus(400).withBody(REFUSED));
    LookupKey<User> key = LookupKey.user(EntrySamples.EXTERNAL_ID);

    RosterException failure = failureOf(() -> client.directory().users().findId(key));

    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  /** No document has a look-up or a filter for it. */
  @Test
  void anEmailAddressIsRefusedBeforeAnythingIsSent() {
    LookupKey<User> key = LookupKey.email("jane@example.com");

    assertThat(failureOf(() -> client.directory().users().find(key)).code())
        .isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(failureOf(() -> client.directory().users().list(key)).code())
        .isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void keysThatBreakARuleAreNotSent() {
    List<LookupKey<User>> users =
        List.of(
            LookupKey.userName("x"),
            LookupKey.userName("x".repeat(129)),
            LookupKey.userName("half \ud83d"),
            LookupKey.user(new ExternalId("i".repeat(101), "id")),
            LookupKey.user(new ExternalId("idp", "i".repeat(257))),
            LookupKey.user(new ExternalId("idp", "half \ud83d")));
    for (LookupKey<User> key : users) {
      RosterException failure = failureOf(() -> client.directory().users().findId(key));

      assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
      assertThat(failure.getMessage())
          .containsPattern("(userName|external id) must (have|be)")
          .doesNotContain("xx", "ii", "half");
    }
    LookupKey<Group> group = LookupKey.groupName("x".repeat(1025));
    assertThat(failureOf(() -> client.directory().groups().findId(group)))
        .hasMessageContaining("displayName must have 1 to 1024 characters, but has 1025");
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void aUserThatIsFoundIsRead() {
    lookupsGet(okJson(EntrySamples.USER_ID_RESPONSE));
    SERVICE
        .server()
        .stubFor(
            get(urlPathMatching(".*/users/.*")).willReturn(okJson(EntrySamples.USER_RESPONSE)));

    assertThat(client.directory().users().find(LookupKey.userName(EntrySamples.NAME)))
        .contains(EntrySamples.USER);
    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void aListingGoesThroughItsPagesWithTheSameFilter() {
    SERVICE
        .server()
        .stubFor(
            get(urlPathMatching(".*/users"))
                .willReturn(okJson("{\"users\":[],\"page_info\":{\"next_marker\":\"a/b+c= d\"}}")));
    SERVICE
        .server()
        .stubFor(
            get(urlPathMatching(".*/users"))
                .withQueryParam("marker", equalTo("a/b+c= d"))
                .willReturn(okJson(EntrySamples.USER_PAGE.replace("\"bmV4dA==\"", "null"))));

    List<UserId> listed =
        client.directory().users().list(LookupKey.userName("jd oe")).stream()
            .map(User::id)
            .toList();

    assertThat(listed).containsExactly(WireOperation.Samples.USER);
    assertThat(SERVICE.requests())
        .allSatisfy(
            request ->
                assertThat(request.queryParameter("user_name").values()).containsExactly("jd oe"));
  }

  private static RosterException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(RosterException.class, call);
  }
}
