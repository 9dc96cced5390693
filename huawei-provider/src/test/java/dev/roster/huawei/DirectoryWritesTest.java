package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.roster.huawei.FakeService.CONFLICT;
import static dev.roster.huawei.FakeService.LOST;
import static dev.roster.huawei.FakeService.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.memory.ManualTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a write of a user or group comes to when the wire misbehaves, attempt by attempt. */
class DirectoryWritesTest {

  private static final ResponseDefinitionBuilder DONE =
      aResponse().withStatus(204).withHeader("X-Request-Id", "fake-request");

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final RosterClient client =
      RosterClient.builder(SERVICE.driver()).timeSource(new ManualTime()).build();

  @AfterEach
  void close() {
    client.close();
  }

  private static List<String> sent() {
    return SERVICE.requests().stream()
        .map(request -> request.getMethod() + " " + request.getUrl().replaceAll("^.*/", ""))
        .map(request -> request.replace(Samples.USER.value(), "ID"))
        .toList();
  }

  private CreatedEntry<UserId> create() {
    return client.directory().users().create(EntrySamples.NEW_USER);
  }

  private static RosterException failureOf(Runnable call) {
    return catchThrowableOfType(RosterException.class, call::run);
  }

  @Test
  void aNewUserComesWithItsOneTimePassword() {
    SERVICE.respondsInTurn(okJson(EntrySamples.CREATED_USER_RESPONSE).withStatus(201));

    CreatedEntry<UserId> created = create();

    assertThat(created.id()).isEqualTo(Samples.USER);
    assertThat(created.wasSettled()).isFalse();
    assertThat(created.oneTimePassword())
        .hasValueSatisfying(
            password -> assertThat(password.reveal()).isEqualTo("fake-one-time-password"));
  }

  @Test
  void whoWantsTheServiceToWriteToThePersonSaysSo() {
    SERVICE.respondsInTurn(okJson(EntrySamples.USER_ID_RESPONSE).withStatus(201));

    CreatedEntry<UserId> created =
        client
            .directory()
            .users()
            .create(EntrySamples.NEW_USER.with(UserFields.provider("password_mode"), "\"EMAIL\""));

    assertThat(created.oneTimePassword()).isEmpty();
    assertThat(SERVICE.onlyRequest().getBodyAsString())
        .contains("\"password_mode\":\"EMAIL\"")
        .doesNotContain("OTP");
  }

  @Test
  void aGroupHasNoPasswordMode() {
    SERVICE.respondsInTurn(okJson(EntrySamples.GROUP_ID_RESPONSE));

    client.directory().groups().create(GroupFields.named("研发"));

    assertThat(SERVICE.onlyRequest().getBodyAsString()).isEqualTo("{\"display_name\":\"研发\"}");
  }

  @Test
  void aConflictIsSettledByTheName() {
    SERVICE.respondsInTurn(CONFLICT, okJson(EntrySamples.USER_ID_RESPONSE));

    RosterException failure = failureOf(this::create);

    assertThat(failure.code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(sent()).containsExactly("POST users", "POST retrieve-user-id");
  }

  @Test
  void aConflictThatIsNotAboutTheNameStaysOne() {
    SERVICE.respondsWith(NOT_FOUND);
    SERVICE.respondsInTurn(CONFLICT);

    RosterException failure = failureOf(this::create);

    assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(sent().subList(0, 2)).containsExactly("POST users", "POST retrieve-user-id");
  }

  @Test
  void aCreateWhoseResponseIsLostEndsWithTheUserAndWithoutItsPassword() {
    SERVICE.respondsInTurn(
        LOST, CONFLICT, okJson(EntrySamples.USER_ID_RESPONSE), okJson(EntrySamples.USER_RESPONSE));

    CreatedEntry<UserId> created = create();

    assertThat(created.id()).isEqualTo(Samples.USER);
    assertThat(created.wasSettled()).isTrue();
    assertThat(created.oneTimePassword()).isEmpty();
  }

  /** The spelling of the look-up may be refused when it is needed most. */
  @Test
  void aCreateWhoseResponseIsLostIsSettledByTheListingWhereThereIsNoOtherWay() {
    SERVICE.respondsInTurn(
        LOST,
        CONFLICT,
        aResponse().withStatus(400).withBody("{\"error_code\":\"IIC.400\"}"),
        okJson(EntrySamples.page("users", EntrySamples.USER_RESPONSE).replace("bmV4dA==", "")));

    assertThat(create().id()).isEqualTo(Samples.USER);
    assertThat(sent())
        .containsExactly(
            "POST users",
            "POST users",
            "POST retrieve-user-id",
            "GET users?limit=100&user_name=jdoe%40example.com");
  }

  @Test
  void aConcurrentChangeIsTriedAgain() {
    SERVICE.respondsInTurn(
        aResponse().withStatus(409).withBody("{\"error_code\":\"IIC.1006\"}"), DONE);

    client.directory().users().update(Samples.USER, EntrySamples.USER_CHANGES);

    assertThat(sent()).containsExactly("PUT ID", "PUT ID");
  }

  /** The service may write what a JSON text means in another way. */
  @Test
  void anUpdateWhoseResponsesAreLostIsSettledByWhatTheTextsMean() {
    FieldChanges<User> changes =
        FieldChanges.<User>none()
            .set(
                UserFields.provider("enterprise"),
                "{ \"manager\": {\"value\": \"boss\"}, \"division\": \"\\u0045\" }")
            .clear(UserFields.provider("nickname"));
    SERVICE.respondsInTurn(
        LOST,
        LOST,
        LOST,
        LOST,
        okJson(
            """
            {"user_id":"%s","enterprise":{"division":"E","manager":{"value":"boss"}}}
            """
                .formatted(Samples.USER)));

    client.directory().users().update(Samples.USER, changes);

    assertThat(sent()).containsExactly("PUT ID", "PUT ID", "PUT ID", "PUT ID", "GET ID");
  }

  @Test
  void anUpdateThatIsNotFoundAppliedIsUnknown() {
    SERVICE.respondsWith(okJson(EntrySamples.USER_RESPONSE));
    SERVICE.respondsInTurn(LOST, LOST, LOST, LOST);

    RosterException failure =
        failureOf(
            () ->
                client
                    .directory()
                    .users()
                    .update(
                        Samples.USER,
                        FieldChanges.<User>none().set(UserFields.DISPLAY_NAME, "Carol Fake")));

    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.getMessage()).doesNotContain("Carol");
  }

  /** An empty description and none are the same to the service's readers. */
  @Test
  void anEmptyDescriptionIsNone() {
    SERVICE.respondsInTurn(
        LOST, LOST, LOST, LOST, okJson("{\"group_id\":\"%s\"}".formatted(Samples.GROUP)));

    client
        .directory()
        .groups()
        .update(Samples.GROUP, FieldChanges.<Group>none().set(GroupFields.DESCRIPTION, ""));

    assertThat(SERVICE.requests()).hasSize(5);
  }

  @Test
  void aDeleteWhoseResponseIsLostSucceedsWhenTheUserIsGone() {
    SERVICE.respondsInTurn(LOST, NOT_FOUND);

    client.directory().users().delete(Samples.USER);

    assertThat(sent()).containsExactly("DELETE ID", "DELETE ID");
  }

  @Test
  void aForeignSuccessOfADeleteIsNotBelieved() {
    SERVICE.respondsInTurn(aResponse().withStatus(200).withBody("<html>log in</html>"), NOT_FOUND);

    client.directory().users().delete(Samples.USER);

    assertThat(sent()).containsExactly("DELETE ID", "DELETE ID");
  }
}
