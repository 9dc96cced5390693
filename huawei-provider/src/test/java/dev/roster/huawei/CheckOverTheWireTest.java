package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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

/** What a check says of a configuration that is wrong. */
class CheckOverTheWireTest {

  private static final String PERMISSION = "IdentityCenter:groupMembership:getGroupMembershipId";
  private static final String SECRET = "fakeSecretKeyOfTheCheck0000000000000001";

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final Emulator emulator =
      Emulator.builder().key(AccessKey.of("FAKEAK00CHECK0000001", SECRET)).start();

  @AfterEach
  void close() {
    emulator.close();
  }

  private CheckReport check(String store, String secret) {
    return check(
        HuaweiDrivers.builder()
            .identityStoreId(new IdentityStoreId(store))
            .endpoint(emulator.endpoint())
            .credentials(HuaweiCredentials.of(emulator.key().id(), secret)));
  }

  private static CheckReport check(HuaweiDrivers.Builder driver) {
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
  void whatWorksNamesTheOnePermissionAndDoesNotVouchForTheStore() {
    CheckReport report = check(store(), SECRET);
    assertThat(report.isOk()).as("%s", report).isTrue();
    assertThat(report.provedPermission()).contains(PERMISSION);
    assertThat(status(report, CheckArea.CONFIGURATION)).isEqualTo(CheckStatus.NOT_PROVED);
    assertThat(report.finding(CheckArea.NETWORK).words())
        .isEqualTo(
            "a response came; requests go directly to %s: it is this machine"
                .formatted(emulator.endpoint().getAuthority()));
  }

  @Test
  void anUnknownStoreIsNotCalledFine() {
    CheckReport report = check("d-00000000ff", SECRET);
    assertThat(status(report, CheckArea.CONFIGURATION)).isNotEqualTo(CheckStatus.OK);
    assertThat(report.finding(CheckArea.CONFIGURATION).words()).contains("d-00000000ff");
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
    SERVICE.respondsWith(aResponse().withStatus(404).withBody("<html>not here</html>"));
    CheckReport report = check(SERVICE.builder());
    assertThat(status(report, CheckArea.CONFIGURATION)).isEqualTo(CheckStatus.PROBLEM);
    assertThat(report.finding(CheckArea.CONFIGURATION).advice()).contains("endpoint");
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void aDenialSaysWhichPermissionIsMissing() {
    SERVICE.respondsWith(
        aResponse().withStatus(403).withBody("{\"error_code\":\"IIC.1000\",\"error_msg\":\"no\"}"));
    CheckReport report = check(SERVICE.builder());
    assertThat(status(report, CheckArea.PERMISSION)).isEqualTo(CheckStatus.PROBLEM);
    assertThat(report.finding(CheckArea.PERMISSION).advice()).contains(PERMISSION);
    assertThat(report.provedPermission()).isEmpty();
  }
}
