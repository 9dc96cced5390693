package dev.roster.aws.internal.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.common.Json;
import dev.roster.aws.IdentityStoreServer;
import dev.roster.aws.OperationCase;
import dev.roster.aws.RecordedAttempt;
import dev.roster.spi.MembershipDriver;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** What a driver takes out of the texts of others. */
class SecretsTest {

  private static final String SECRET = "fake/Secret+Key/Of+A/Test0000000000000001";
  private static final String TOKEN = "IQoJfakeToken/with+odd=characters%and spaces==";
  private static final AwsSessionCredentials KEYS =
      AwsSessionCredentials.create("AKIAFAKEFAKEFAKEFAKE", SECRET, TOKEN);

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  /** The service repeats what it has computed itself, header by header. */
  private static final String QUOTE =
      """
      The request signature we calculated does not match the signature you provided. Check it.

      The Canonical String for this request should have been
      'POST
      /

      content-type:application/x-amz-json-1.1
      x-amz-security-token:%s

      content-type;x-amz-security-token
      %s'

      The String-to-Sign should have been
      'AWS4-HMAC-SHA256
      20260101T000000Z
      %s'
      """
          .formatted(TOKEN, "a".repeat(64), "b".repeat(64));

  @ParameterizedTest
  @EnumSource
  void noTextOfAFailureKeepsASecretThatTheServiceQuotes(OperationCase operation) {
    for (String code : List.of("InvalidSignatureException", "AccessDeniedException", "Strange")) {
      String words = QUOTE + " secret " + SECRET;
      String body = Json.write(Map.of("__type", code + SECRET, "message", words));
      SERVER.respondsWith(
          aResponse().withStatus(403).withHeader("x-amzn-RequestId", "id-" + TOKEN).withBody(body));
      try (MembershipDriver driver = SERVER.driver().credentialsProvider(() -> KEYS).build()) {
        Throwable failure =
            Objects.requireNonNull(
                catchThrowable(() -> operation.call(driver, new RecordedAttempt())));
        for (Throwable each = failure; each != null; each = each.getCause()) {
          assertClean(driver.redact(String.valueOf(each.getMessage())));
          assertClean(driver.redact(each.toString()));
        }
        driver.describe(failure).message().ifPresent(text -> assertClean(driver.redact(text)));
        driver.describe(failure).providerCode().ifPresent(text -> assertClean(driver.redact(text)));
        driver.describe(failure).requestId().ifPresent(text -> assertClean(driver.redact(text)));
        assertThat(driver.redact(failure.toString())).contains("signature you provided");
        assertThat(driver.toString()).doesNotContain(SECRET, TOKEN);
      }
    }
  }

  static List<String> forms() {
    String url = URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
    return List.of(
        TOKEN,
        url,
        url.replace("+", "%20"),
        url.replaceAll("%2F", "%2f").replaceAll("%3D", "%3d").replaceAll("%2B", "%2b"),
        URLEncoder.encode(url, StandardCharsets.UTF_8),
        TOKEN.replace("/", "\\/"),
        Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8)),
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyPlausibleFormOfAKnownSecretIsTakenOut(String form) {
    Secrets secrets = new Secrets();
    secrets.remember(KEYS);
    assertThat(secrets.redact("before " + form + " after"))
        .isEqualTo("before " + Secrets.MARK + " after");
  }

  /** A ready-made client's credentials are not known here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-security-token: LEAKEDLEAKED/LEAKED+LEAKED==",
        "X-Amz-Security-Token=LEAKEDLEAKED%2FLEAKED&a=b",
        "{\"SessionToken\":\"LEAKEDLEAKEDLEAKED\"}",
        "{\\\"SecretAccessKey\\\": \\\"LEAKEDLEAKEDLEAKED\\\"}",
        "aws_secret_access_key = LEAKEDLEAKEDLEAKED",
        "The String-to-Sign should have been 'AWS4-HMAC-SHA256 LEAKED'",
        "AWS4-HMAC-SHA256 Credential=AKIALEAKED/1, SignedHeaders=host, Signature=abcdef0123",
        "X-Amz-Signature=LEAKEDLEAKEDLEAKED"
      })
  void whatHasTheFormOfASecretIsTakenOutToo(String text) {
    assertThat(new Secrets().redact(text)).contains(Secrets.MARK).doesNotContain("LEAKED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 validation error detected: Value 'x' at 'groupId' failed to satisfy constraint",
        "User: arn:aws:sts::111122223333:assumed-role/a/b is not authorized to perform: x:Y",
        "11111111-2222-3333-4444-555555555555",
        "The security token included in the request is expired"
      })
  void whatIsNoSecretIsLeftAsItIs(String text) {
    assertThat(new Secrets().redact(text)).isEqualTo(text);
  }

  @Test
  void secretsThatWereUsedBeforeTheLatestAreStillKnown() {
    Secrets secrets = new Secrets();
    for (int round = 0; round < 12; round++) {
      secrets.remember(
          AwsSessionCredentials.create(
              "AKIA", "secret-number-" + round, "token-number-" + (round + 1)));
    }
    assertThat(secrets.redact("secret-number-4, token-number-12"))
        .isEqualTo(Secrets.MARK + ", " + Secrets.MARK);
    assertThat(secrets.toString()).doesNotContain("number");
  }

  private static void assertClean(String text) {
    assertThat(text).doesNotContain(SECRET, TOKEN, "a".repeat(64), "b".repeat(64));
  }
}
