package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.huawei.WireOperation.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret comes out in a text, whatever the service sends. */
class SecretsTest {

  private static final String TOKEN = "FAKE-SECURITY-TOKEN/abc+def==";

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static final HuaweiCredentials KEYS =
      FakeService.KEYS.withSecurityToken(TOKEN).withExpiry(Instant.EPOCH).withProjectId("0fake");

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 413, 500})
  void aResponseThatQuotesTheRequestIsNotPassedOn(int status) {
    SERVICE.respondsWith(
        aResponse()
            .withStatus(status)
            .withBody(
                "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"canonicalRequest:POST|x-security-token:%s|%s\"}"
                    .formatted(TOKEN, KEYS.secretKey())));
    List<ILoggingEvent> log = LogLines.of(this::assertNoSecretInFailure);
    assertThat(log).isNotEmpty();
    log.forEach(event -> assertNoSecretIn(event.getFormattedMessage()));
  }

  private void assertNoSecretInFailure() {
    try (RosterClient client =
        RosterClient.builder(SERVICE.builder().credentials(KEYS).build())
            .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
            .settlingTime(Duration.ZERO)
            .build()) {
      Throwable failure =
          catchThrowable(() -> client.createMembership(Samples.GROUP, Samples.USER));

      assertThat(failure).isInstanceOf(RosterException.class);
      assertNoSecretIn(stackTrace(failure));
    }
  }

  /** What is cut before the secrets are out can leave a part of one, which nothing recognizes. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 160, 180, 195})
  void noPartOfASecretIsShownWhereSomethingElseQuotesItsRequest(int before) throws IOException {
    try (RawService echo = new RawService("x".repeat(before) + TOKEN + " no\r\n\r\n");
        RosterClient client =
            RosterClient.builder(
                    SERVICE.builder().endpoint(echo.endpoint()).credentials(KEYS).build())
                .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
                .settlingTime(Duration.ZERO)
                .build()) {
      Throwable failure =
          catchThrowable(() -> client.createMembership(Samples.GROUP, Samples.USER));

      assertThat(failure).isInstanceOf(RosterException.class);
      assertThat(stackTrace(failure)).doesNotContain(TOKEN.substring(0, 5));
    }
  }

  @Test
  void noTextFormOfAConfigurationShowsASecret() {
    assertNoSecretIn(KEYS.toString());
    assertNoSecretIn(String.valueOf(HuaweiCredentialsProvider.of(KEYS)));
    assertNoSecretIn(
        SERVICE.closedAfterwards(SERVICE.builder().credentials(KEYS).build()).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "line\nbreak", "café-secret", " "})
  void keysThatCannotTravelAreRefusedWithoutBeingRepeated(String secret) {
    for (Throwable refusal :
        new Throwable[] {
          catchThrowable(() -> HuaweiCredentials.of("FAKEAK", secret)),
          catchThrowable(() -> HuaweiCredentials.of("FAKEAK", "x").withSecurityToken(secret)),
        }) {
      assertThat(refusal)
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .matches("(secret key|security token) must be 1 to 4096 printable ASCII .*")
          .satisfies(message -> assertThat(secret.isBlank() || !message.contains(secret)).isTrue());
    }
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void assertNoSecretIn(String text) {
    assertThat(text).doesNotContain(TOKEN).doesNotContain(KEYS.secretKey());
  }
}
