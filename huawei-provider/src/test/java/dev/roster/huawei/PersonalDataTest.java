package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.LookupKey;
import dev.roster.directory.OneTimePassword;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.huawei.internal.json.JsonText;
import dev.roster.spi.MembershipDriver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, addresses and passwords are in no message and no log line, whatever the service says. */
class PersonalDataTest {

  /** All that the samples say of a person, and how an address has it. */
  private static final List<String> PERSONAL =
      List.of(
          EntrySamples.NAME,
          "jdoe%40example.com",
          "Jane Doe",
          "Jane",
          "Carol \"J\" Doe",
          "Carol",
          "jane@example.com",
          "+44 0000",
          "1 Fake Street",
          "N1",
          "Jay Dee",
          "Boss",
          EntrySamples.GROUP_NAME,
          "Platform%20Admins",
          "研发",
          "4711");

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final RosterClient client =
      RosterClient.builder(SERVICE.driver())
          .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
          .settlingTime(Duration.ZERO)
          .build();

  @AfterEach
  void close() {
    client.close();
  }

  private List<Runnable> calls() {
    return List.of(
        () -> client.directory().users().create(EntrySamples.NEW_USER),
        () -> client.directory().users().update(Samples.USER, EntrySamples.USER_CHANGES),
        () -> client.directory().users().findId(LookupKey.userName(EntrySamples.NAME)),
        () -> client.directory().users().findId(LookupKey.user(EntrySamples.EXTERNAL_ID)),
        () ->
            client
                .directory()
                .users()
                .list(LookupKey.userName(EntrySamples.NAME))
                .forEach(each -> {}),
        () -> client.directory().groups().create(EntrySamples.NEW_GROUP),
        () -> client.directory().groups().update(Samples.GROUP, EntrySamples.GROUP_CHANGES),
        () -> client.directory().groups().findId(EntrySamples.groupKey()),
        () -> client.directory().groups().list(EntrySamples.groupKey()).forEach(each -> {}));
  }

  /** Every value that was sent, quoted in every way. */
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 409, 413, 418, 500})
  void whatTheServiceQuotesOfAPersonIsNotPassedOn(int status) {
    for (Runnable call : calls()) {
      SERVICE.server().resetAll();
      SERVICE.respondsWith(aResponse().withStatus(403).withBody("{}"));
      assertThat(catchThrowable(call::run)).isNotNull();
      LoggedRequest request = SERVICE.requests().get(0);
      String words = JsonText.of(json -> json.writeString("refused: " + said(request)));
      SERVICE.respondsWith(aResponse().withStatus(404).withBody("{\"error_code\":\"IIC.404\"}"));
      SERVICE
          .server()
          .stubFor(
              request(request.getMethod().getName(), urlEqualTo(request.getUrl()))
                  .willReturn(
                      aResponse()
                          .withStatus(status)
                          .withBody(
                              "{\"error_code\":\"IIC.1999\",\"error_msg\":%s}".formatted(words))));

      List<ILoggingEvent> log = LogLines.of(() -> assertNothingPersonalInFailure(call));

      log.forEach(event -> assertNothingPersonalIn(event.getFormattedMessage()));
    }
  }

  /** What a service could quote of a request: each value alone, and its address. */
  private static String said(LoggedRequest request) {
    String body = request.getBodyAsString();
    return PERSONAL.stream()
        .filter(
            text -> body.contains(text.replace("\"", "\\\"")) || request.getUrl().contains(text))
        .collect(Collectors.joining(" | "));
  }

  private static void assertNothingPersonalInFailure(Runnable call) {
    Throwable failure = catchThrowable(call::run);

    assertThat(failure).isInstanceOf(RosterException.class);
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertNothingPersonalIn(trace.toString());
  }

  private static void assertNothingPersonalIn(String text) {
    assertThat(text).doesNotContain(PERSONAL);
  }

  /** An id that was asked for is no personal data, and helps. */
  @Test
  void theServicesOtherWordsAreKept() {
    SERVICE.respondsWith(
        aResponse()
            .withStatus(400)
            .withBody(
                "{\"error_code\":\"IIC.400\",\"error_msg\":\"attribute_path display_name of CAROL"
                    + " \\\"j\\\" doe must not have type X\"}"));

    assertThat(
            catchThrowable(
                () -> client.directory().users().update(Samples.USER, EntrySamples.USER_CHANGES)))
        .hasMessageContaining(
            "attribute_path display_name of [personal data] must not have type X");
  }

  @Test
  void aOneTimePasswordIsInNoTextFormAndNoLogLine() {
    SERVICE.respondsWith(okJson(EntrySamples.CREATED_USER_RESPONSE));

    List<ILoggingEvent> log =
        LogLines.of(
            () -> {
              CreatedEntry<?> created = client.directory().users().create(EntrySamples.NEW_USER);
              assertThat(created + " " + created.oneTimePassword())
                  .doesNotContain("fake-one-time-password");
            });

    assertThat(log).isNotEmpty();
    log.forEach(
        event -> assertThat(event.getFormattedMessage()).doesNotContain("fake-one-time-password"));
  }

  @Test
  void aOneTimePasswordIsTakenOutOfWhatTheServiceSaysLater() {
    SERVICE.respondsWith(okJson(EntrySamples.CREATED_USER_RESPONSE));
    client.directory().users().create(EntrySamples.NEW_USER);
    SERVICE.respondsWith(
        aResponse()
            .withStatus(403)
            .withBody(
                "{\"error_code\":\"IIC.1000\",\"error_msg\":\"fake-one-time-password is used,"
                    + " password=abc\"}"));

    assertThat(catchThrowable(() -> client.getMembership(Samples.ID)))
        .hasMessageContaining("[redacted] is used, password=[redacted]");
  }

  /** A client that makes thousands of users does not keep their passwords. */
  @Test
  void onlyTheLastPasswordsAreKeptInMind() throws Exception {
    MembershipDriver driver = SERVICE.driver();
    for (int user = 0; user < 9; user++) {
      SERVICE.respondsWith(
          okJson(
              EntrySamples.CREATED_USER_RESPONSE.replace(
                  "fake-one-time-password", "fake-password-" + user)));
      OneTimePassword made =
          EntrySamples.users(driver)
              .create(EntrySamples.NEW_USER, new OneAttempt())
              .oneTimePassword()
              .orElseThrow();
      assertThat(driver.redact("it is " + made.reveal())).isEqualTo("it is [redacted]");
    }
    assertThat(driver.redact("it is fake-password-0")).isEqualTo("it is fake-password-0");
    assertThat(driver.redact("it is fake-password-1")).isEqualTo("it is [redacted]");
  }
}
