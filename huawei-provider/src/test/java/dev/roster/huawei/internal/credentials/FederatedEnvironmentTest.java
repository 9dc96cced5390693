package dev.roster.huawei.internal.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.HuaweiIam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The variables that name an identity provider, in the order of the service's own SDK. */
class FederatedEnvironmentTest {

  private static final HuaweiCredentials TEMPORARY =
      HuaweiCredentials.of("TEMPAK", "tempSK")
          .withSecurityToken("tempToken")
          .withExpiry(Instant.parse("2126-01-02T09:04:05Z"));

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @TempDir private Path folder;

  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void set() throws IOException {
    Path file = Files.writeString(folder.resolve("id-token"), "fake.id.token");
    variables.put("HUAWEICLOUD_SDK_IDP_ID", "fake-idp");
    variables.put("HUAWEICLOUD_SDK_ID_TOKEN_FILE", file.toString());
    variables.put("HUAWEICLOUD_SDK_AK", "FAKEAK");
    variables.put("HUAWEICLOUD_SDK_SK", "fakeSK");
  }

  private EnvironmentCredentials environment() {
    return new EnvironmentCredentials(
        variables::get, HuaweiIam.at(SERVICE.endpoint())::identityProvider);
  }

  private static void iamGivesKeys() {
    SERVICE
        .server()
        .stubFor(
            post("/v3.0/OS-AUTH/id-token/tokens")
                .willReturn(
                    aResponse().withStatus(201).withHeader("X-Subject-Token", "fakeIamToken")));
    SERVICE
        .server()
        .stubFor(
            post("/v3.0/OS-CREDENTIAL/securitytokens")
                .willReturn(
                    aResponse()
                        .withStatus(201)
                        .withBody(
                            """
                            {"credential":{"access":"TEMPAK","secret":"tempSK",
                             "securitytoken":"tempToken","expires_at":"2126-01-02T09:04:05Z"}}
                            """)));
  }

  @Test
  void anIdentityProviderComesBeforeKeysAndItsKeysAreKept() {
    iamGivesKeys();
    EnvironmentCredentials environment = environment();
    assertThat(environment.known()).isNull();

    assertThat(environment.credentials()).isEqualTo(TEMPORARY);
    assertThat(environment.known()).isEqualTo(TEMPORARY);
    assertThat(environment.credentials()).isEqualTo(TEMPORARY);

    List<LoggedRequest> requests = SERVICE.requests();
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).getHeader("X-Idp-Id")).isEqualTo("fake-idp");
    assertThat(requests.get(0).getBodyAsString()).contains("fake.id.token");
    assertThat(requests.get(1).getBodyAsString()).contains("fakeIamToken");
  }

  @Test
  void itsKeysAreForTheProjectThatIsSet() {
    iamGivesKeys();
    variables.put("HUAWEICLOUD_SDK_PROJECT_ID", "0fake");
    EnvironmentCredentials environment = environment();
    assertThat(environment.credentials()).isEqualTo(TEMPORARY.withProjectId("0fake"));
    assertThat(environment.known()).isEqualTo(TEMPORARY.withProjectId("0fake"));
    assertThat(environment.isDue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HUAWEICLOUD_SDK_IDP_ID", "HUAWEICLOUD_SDK_ID_TOKEN_FILE"})
  void oneVariableAloneIsNoIdentityProvider(String missing) {
    variables.put(missing, " ");
    assertThat(environment().credentials()).isEqualTo(HuaweiCredentials.of("FAKEAK", "fakeSK"));
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void aRefusalOfIamFailsWithoutTheTokenAndKeysAreNotUsedInItsPlace() {
    SERVICE
        .server()
        .stubFor(post("/v3.0/OS-AUTH/id-token/tokens").willReturn(aResponse().withStatus(401)));
    EnvironmentCredentials environment = environment();
    assertThatThrownBy(environment::credentials)
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessage("identity provider 'fake-idp': IAM responded with status 401");
    assertThat(environment.known()).isNull();
  }

  @Test
  void noOtherKeysAreUsedWhereTheExchangeFails() throws IOException {
    SERVICE
        .server()
        .stubFor(post("/v3.0/OS-AUTH/id-token/tokens").willReturn(aResponse().withStatus(503)));
    Path profile =
        Files.writeString(folder.resolve("credentials"), "[basic]\nak = OTHERAK\nsk = otherSK\n");
    HuaweiCredentialsProvider chain =
        HuaweiCredentialsProvider.chain(
            List.of(environment(), HuaweiCredentialsProvider.profileFile(profile)));
    assertThatThrownBy(chain::credentials)
        .hasMessage("identity provider 'fake-idp': IAM responded with status 503");
    HuaweiCredentialsProvider within = HuaweiCredentialsProvider.chain(List.of(environment()));
    assertThatThrownBy(
            HuaweiCredentialsProvider.chain(
                    List.of(within, HuaweiCredentialsProvider.profileFile(profile)))
                ::credentials)
        .hasMessage("identity provider 'fake-idp': IAM responded with status 503");
    variables.clear();
    assertThat(
            HuaweiCredentialsProvider.chain(
                    List.of(environment(), HuaweiCredentialsProvider.profileFile(profile)))
                .credentials())
        .isEqualTo(HuaweiCredentials.of("OTHERAK", "otherSK"));
  }

  @Test
  void aVariableThatCannotBeUsedIsMissingCredentialsAndNoOtherFailure() {
    variables.put("HUAWEICLOUD_SDK_ID_TOKEN_FILE", "no\0file");
    assertThatThrownBy(() -> environment().credentials())
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessageStartingWith("environment variables: ");
  }
}
