package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.roster.huawei.FakeService.CONFLICT;
import static dev.roster.huawei.FakeService.LOST;
import static dev.roster.huawei.FakeService.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.AlreadyMemberException;
import dev.roster.DirectoryEntries;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MembershipId;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.memory.ManualTime;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call comes to, attempt by attempt, when the wire misbehaves. */
class CallsOverTheWireTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final ManualTime time = new ManualTime();
  private final RosterClient client = newClient();

  private RosterClient newClient() {
    return RosterClient.builder(SERVICE.driver()).timeSource(time).build();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static List<String> sent() {
    return SERVICE.requests().stream().map(CallsOverTheWireTest::operation).toList();
  }

  private static String operation(LoggedRequest request) {
    String path = request.getUrl().replace("/v1/identity-stores/d-1234567890", "");
    return request.getMethod() + " " + path.replace(Samples.ID.value(), "ID");
  }

  @Test
  void aThrottledCallIsOneRequestPerAttemptAndSucceedsInTheEnd() {
    ResponseDefinitionBuilder throttled =
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", "2")
            .withBody("{\"error_code\":\"APIGW.0308\",\"error_msg\":\"slow down\"}");
    SERVICE.respondsInTurn(
        throttled,
        throttled,
        throttled,
        throttled,
        throttled,
        throttled,
        okJson(Samples.MEMBERSHIP_RESPONSE));

    assertThat(client.getMembership(Samples.ID)).isEqualTo(Samples.MEMBERSHIP);

    assertThat(SERVICE.requests()).hasSize(7);
  }

  @Test
  void everyAttemptOfA503WithAWaitOfZeroIsOneRequest() {
    SERVICE.respondsWith(aResponse().withStatus(503).withHeader("Retry-After", "0"));

    RosterException failure =
        catchThrowableOfType(RosterException.class, () -> client.getMembership(Samples.ID));

    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(SERVICE.requests()).hasSize(failure.attempts());
  }

  @Test
  void aCreateWhoseResponseIsLostEndsWithTheMembership() {
    SERVICE.respondsInTurn(LOST, CONFLICT, okJson(Samples.MEMBERSHIP_ID_RESPONSE));

    assertThat(client.createMembership(Samples.GROUP, Samples.USER)).isEqualTo(Samples.MEMBERSHIP);

    assertThat(sent())
        .containsExactly(
            "POST /group-memberships",
            "POST /group-memberships",
            "POST /group-memberships/retrieve-group-membership-id");
  }

  @Test
  void aCreateWhoseResponseCannotBeReadEndsWithTheMembership() {
    SERVICE.respondsInTurn(okJson("<html>"), CONFLICT, okJson(Samples.MEMBERSHIP_ID_RESPONSE));

    assertThat(client.createMembership(Samples.GROUP, Samples.USER)).isEqualTo(Samples.MEMBERSHIP);
    assertThat(SERVICE.requests()).hasSize(3);
  }

  @Test
  void aConflictIsSettledByASecondRequest() {
    SERVICE.respondsInTurn(CONFLICT, okJson(Samples.MEMBERSHIP_ID_RESPONSE));

    assertThatThrownBy(() -> client.createMembership(Samples.GROUP, Samples.USER))
        .isInstanceOf(AlreadyMemberException.class)
        .extracting(failure -> ((RosterException) failure).outcome())
        .isEqualTo(Outcome.NOT_APPLIED);
    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void aConcurrentChangeIsTriedAgain() {
    SERVICE.respondsInTurn(
        aResponse().withStatus(409).withBody("{\"error_code\":\"IIC.1006\"}"),
        okJson(Samples.MEMBERSHIP_ID_RESPONSE));

    assertThat(client.createMembership(Samples.GROUP, Samples.USER)).isEqualTo(Samples.MEMBERSHIP);
    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void aDeleteWhoseResponseIsLostSucceedsWhenTheMembershipIsGone() {
    SERVICE.respondsInTurn(LOST, NOT_FOUND);

    client.deleteMembership(Samples.ID);

    assertThat(sent())
        .containsExactly("DELETE /group-memberships/ID", "DELETE /group-memberships/ID");
  }

  @Test
  void aDeleteOfWhatIsNotThereFailsAfterOneRequest() {
    SERVICE.respondsWith(NOT_FOUND);

    assertThatThrownBy(() -> client.deleteMembership(Samples.ID))
        .extracting(failure -> ((RosterException) failure).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void findAnswersEmptyForANotFoundOfTheServiceAndFailsForTheGateways() {
    SERVICE.respondsWith(NOT_FOUND);
    assertThat(client.findMembership(Samples.GROUP, Samples.USER)).isEmpty();

    SERVICE.respondsWith(aResponse().withStatus(404).withBody("{\"error_code\":\"APIGW.0101\"}"));
    assertThatThrownBy(() -> client.findMembership(Samples.GROUP, Samples.USER))
        .extracting(failure -> ((RosterException) failure).code())
        .isEqualTo(ErrorCode.WRONG_ENDPOINT);
    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void aRepeatedMarkerEndsTheListingWithAnError() {
    SERVICE.respondsWith(okJson(Samples.PAGE_RESPONSE));

    assertThatThrownBy(() -> client.listMemberships(Samples.GROUP).forEach(membership -> {}))
        .extracting(failure -> ((RosterException) failure).code())
        .isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void aMarkerIsSentBackAsItCame() {
    String firstPage = Samples.PAGE_RESPONSE.replace("bmV4dA==", "a/b+c= d");
    String lastPage = Samples.PAGE_RESPONSE.replace("\"bmV4dA==\"", "null");
    SERVICE.respondsInTurn(okJson(firstPage), okJson(lastPage));

    assertThat(client.listMembershipsForMember(Samples.USER).stream().count()).isEqualTo(2);

    assertThat(SERVICE.requests().get(1).queryParameter("marker").values())
        .containsExactly("a/b+c= d");
    assertThat(SERVICE.requests().get(1).getUrl()).contains("marker=a%2Fb%2Bc%3D%20d");
  }

  @Test
  void anExpiredSignatureIsSignedAgainOnceByTheServicesTime() {
    SERVICE.respondsInTurn(
        aResponse()
            .withStatus(401)
            .withHeader("Date", "Fri, 02 Jan 2026 05:00:00 GMT")
            .withBody("{\"error_code\":\"APIGW.0301\",\"error_msg\":\"signature expired\"}"),
        okJson(Samples.MEMBERSHIP_RESPONSE));

    assertThat(client.getMembership(Samples.ID)).isEqualTo(Samples.MEMBERSHIP);
    assertThat(SERVICE.requests())
        .extracting(request -> request.getHeader("X-Sdk-Date"))
        .containsExactly("20260102T030405Z", "20260102T050000Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 65})
  void overlongIdsAreNotSent(int length) {
    MembershipId overlong = new MembershipId("x".repeat(Math.max(length, 65)));

    assertThatThrownBy(() -> client.createMembership(new GroupId("x".repeat(length)), Samples.USER))
        .hasMessageContaining("group id must have 1 to 47 characters, but has " + length);
    assertThatThrownBy(() -> client.getMembership(overlong))
        .hasMessageContaining("membership id must have 1 to 64 characters, but has 65");
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void theNativeObjectsCanBeTakenOut() {
    SERVICE.respondsWith(aResponse().withStatus(403).withBody("{\"error_code\":\"IIC.1000\"}"));

    RosterException failure =
        catchThrowableOfType(RosterException.class, () -> client.getMembership(Samples.ID));

    assertThat(client.unwrap(OkHttpClient.class)).isPresent();
    assertThat(failure.unwrap(HuaweiServiceException.class))
        .hasValueSatisfying(error -> assertThat(error.status()).isEqualTo(403));
  }

  @ParameterizedTest
  @EnumSource
  void oneCallWithoutFaultsIsOneRequest(WireOperation operation) {
    SERVICE.respondsAsTheService(okJson(operation.goodResponse().replace("\"bmV4dA==\"", "null")));

    switch (operation) {
      case CREATE -> client.createMembership(Samples.GROUP, Samples.USER);
      case DELETE -> client.deleteMembership(Samples.ID);
      case GET -> client.getMembership(Samples.ID);
      case FIND -> client.findMembership(Samples.GROUP, Samples.USER);
      case LIST -> client.listMemberships(Samples.GROUP).forEach(membership -> {});
      case LIST_FOR_MEMBER ->
          client.listMembershipsForMember(Samples.USER).forEach(membership -> {});
      case CHECK ->
          client.isMemberInGroups(Samples.USER, List.of(Samples.GROUP, Samples.OTHER_GROUP));
      default -> directoryCall(operation);
    }
    assertThat(SERVICE.requests()).hasSize(1);
  }

  private void directoryCall(WireOperation operation) {
    DirectoryEntries<UserId, User> users = client.directory().users();
    DirectoryEntries<GroupId, Group> groups = client.directory().groups();
    switch (operation) {
      case GET_USER -> users.get(Samples.USER);
      case QUERY_USERS -> users.getAll(List.of(Samples.USER));
      case QUERY_GROUPS -> groups.getAll(List.of(Samples.OTHER_GROUP, Samples.GROUP));
      case FIND_USER -> users.findId(LookupKey.user(EntrySamples.EXTERNAL_ID));
      case LIST_USERS -> users.list().forEach(user -> {});
      case CREATE_USER -> users.create(EntrySamples.NEW_USER);
      case UPDATE_USER -> users.update(Samples.USER, EntrySamples.USER_CHANGES);
      case DELETE_USER -> users.delete(Samples.USER);
      case GET_GROUP -> groups.get(Samples.GROUP);
      case FIND_GROUP -> groups.findId(EntrySamples.groupKey());
      case LIST_GROUPS -> groups.list(EntrySamples.groupKey()).forEach(group -> {});
      case CREATE_GROUP -> groups.create(EntrySamples.NEW_GROUP);
      case UPDATE_GROUP -> groups.update(Samples.GROUP, EntrySamples.GROUP_CHANGES);
      case DELETE_GROUP -> groups.delete(Samples.GROUP);
      default -> throw new AssertionError(operation + " is about memberships");
    }
  }
}
