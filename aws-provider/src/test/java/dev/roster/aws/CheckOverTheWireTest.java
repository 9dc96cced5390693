package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.roster.aws.IdentityStoreServer.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CheckArea;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.IdentityStoreId;
import dev.roster.RosterClient;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What a check says of a configuration that is wrong. */
class CheckOverTheWireTest {

  private static final String PERMISSION = "identitystore:GetGroupMembershipId";
  private static final String SECRET = "fakeSecretKeyOfTheCheck0000000000000001";

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private final Emulator emulator =
      Emulator.builder().key(AccessKey.of("FAKEAK00CHECK0000001", SECRET)).start();

  @AfterEach
  void close() {
    emulator.close();
  }

  private CheckReport check(String store, String secret) {
    return check(
        AwsDrivers.builder()
            .identityStoreId(new IdentityStoreId(store))
            .region("eu-west-1")
            .endpoint(emulator.endpoint())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(emulator.key().id(), secret))));
  }

  private static CheckReport check(AwsDrivers.Builder driver) {
    try (RosterClient client = RosterClient.builder(driver.build()).build()) {
      return client.check();
    }
  }

  private static CheckStatus status(CheckReport report, CheckArea area) {
    return report.finding(area).status();
  }

  private String store() {
    return emulator.store().identityStoreId().value();
  }

  @Test
  void whatWorksProvesTheStoreAndTheOnePermission() {
    CheckReport report = check(store(), SECRET);
    assertThat(report.isOk()).as("%s", report).isTrue();
    assertThat(report.provedPermission()).contains(PERMISSION);
    assertThat(report.findings()).allMatch(each -> each.status() == CheckStatus.OK);
    assertThat(report.requests()).isEqualTo(1);
    assertThat(report.finding(CheckArea.NETWORK).words())
        .isEqualTo(
            "a response came; requests go directly to %s: it is this machine"
                .formatted(emulator.endpoint().getAuthority()));
  }

  @Test
  void anUnknownStoreIsAProblemOfTheConfiguration() {
    CheckReport report = check("d-00000000ff", SECRET);
    assertThat(report.isOk()).as("%s", report).isFalse();
    assertThat(status(report, CheckArea.CONFIGURATION)).isEqualTo(CheckStatus.PROBLEM);
    assertThat(report.provedPermission()).isEmpty();
  }

  @Test
  void wrongCredentialsAreAFindingWithoutTheSecret() {
    CheckReport report = check(store(), "fakeSecretKeyOfAnother000000000000000001");
    assertThat(status(report, CheckArea.CREDENTIALS)).isEqualTo(CheckStatus.PROBLEM);
    assertThat(status(report, CheckArea.NETWORK)).isEqualTo(CheckStatus.OK);
    assertThat(report.toString()).doesNotContain("fakeSecretKey");
    assertThat(report.requests()).isEqualTo(1);
  }

  @Test
  void somethingElseInTheServicesPlaceIsAFindingOfTheConfiguration() {
    SERVER.respondsWith(aResponse().withStatus(404).withBody("<html>not here</html>"));
    CheckReport report = check(SERVER.driver());
    assertThat(status(report, CheckArea.CONFIGURATION)).isEqualTo(CheckStatus.PROBLEM);
    assertThat(report.finding(CheckArea.CONFIGURATION).advice()).contains("endpoint");
    assertThat(SERVER.requests()).hasSize(1);
  }

  @Test
  void aDenialSaysWhichPermissionIsMissing() {
    SERVER.respondsWith(error(400, "AccessDeniedException", ",\"Message\":\"not authorized\""));
    CheckReport report = check(SERVER.driver());
    assertThat(status(report, CheckArea.PERMISSION)).isEqualTo(CheckStatus.PROBLEM);
    assertThat(report.finding(CheckArea.PERMISSION).words()).contains("not authorized");
    assertThat(report.finding(CheckArea.PERMISSION).advice()).contains(PERMISSION);
    assertThat(report.provedPermission()).isEmpty();
  }
}
