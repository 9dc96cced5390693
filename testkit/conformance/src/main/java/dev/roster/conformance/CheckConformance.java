package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CheckArea;
import dev.roster.CheckFinding;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.memory.FaultKind;
import dev.roster.spi.IdRules;
import dev.roster.spi.MembershipDriver;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A check costs one look-up, finds what is wrong, and claims nothing that it did not see. */
public abstract non-sealed class CheckConformance extends ConformanceSuite {

  /** More than a check makes in its time. */
  private static final int ALL = 200;

  /** Enough for a request to arrive. */
  private static final Duration SHORT = Duration.ofMillis(400);

  /** For subclasses, which have nothing to construct. */
  protected CheckConformance() {}

  @Test
  void aClientThatWorksIsFoundToWorkByOneRequest() throws Exception {
    CheckReport report = discreet(newClient().check());
    assertThat(report.isOk()).as("%s", report).isTrue();
    assertThat(report.findings())
        .allMatch(
            each -> each.status() == CheckStatus.OK || each.area() == CheckArea.CONFIGURATION);
    assertThat(report.attempts()).isEqualTo(1);
    expectRequests(Operation.FIND_MEMBERSHIP, 1);
    assertThat(report.requests()).isEqualTo(harness().requests(Operation.FIND_MEMBERSHIP));
  }

  @Test
  void aStoreIsProvedOnlyWhereTheServiceSaysWhatIsMissing() throws Exception {
    CheckReport report = newClient().check();
    boolean tells = traits().namesWhatIsMissing(Operation.FIND_MEMBERSHIP);
    assertThat(report.finding(CheckArea.CONFIGURATION).status())
        .isEqualTo(tells ? CheckStatus.OK : CheckStatus.NOT_PROVED);
    expectRequests(Operation.FIND_MEMBERSHIP, 1);
  }

  @Test
  void thePermissionThatIsProvedIsThatOfTheLookUp() throws Exception {
    MembershipDriver driver = harness().openDriver();
    RosterClient client = newClient(driver, builder -> builder);
    assertThat(client.check().provedPermission())
        .isEqualTo(driver.permissionOf(Operation.FIND_MEMBERSHIP));
    expectRequests(Operation.FIND_MEMBERSHIP, 1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_NONE,
      names = {"PAGE_.*", "GROUP_LEFT_OUT", "CONNECTION_REFUSED"})
  void everyFaultIsAFindingOfItsAreaAndNothingIsThrown(FaultKind fault) throws Exception {
    injectFrom(Operation.FIND_MEMBERSHIP, 1, ALL, fault);
    RosterClient client = newClient(builder -> builder.attemptTimeout(SHORT));
    CheckReport report = discreet(client.check());
    CheckArea area = CheckArea.of(fault.code());
    assertThat(report.isOk()).isFalse();
    assertThat(report.findings())
        .filteredOn(each -> each.status() == CheckStatus.PROBLEM)
        .as("%s", report)
        .extracting(CheckFinding::area)
        .containsExactly(area);
    assertThat(report.provedPermission()).isEmpty();
    assertThat(report.error()).get().extracting(RosterException::operation).isEqualTo("check");
    expectRequests(Operation.FIND_MEMBERSHIP, 1, ALL);
    assertThat(report.attempts()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void aThrottledCheckThatGetsThroughSaysSo() throws Exception {
    inject(Operation.FIND_MEMBERSHIP, 1, FaultKind.THROTTLED);
    CheckReport report = newClient().check();
    assertThat(report.isOk()).isTrue();
    assertThat(report.finding(CheckArea.SERVICE).status()).isEqualTo(CheckStatus.WARNING);
    assertThat(report.attempts()).isEqualTo(2);
    expectRequests(Operation.FIND_MEMBERSHIP, 2);
  }

  @Test
  void aClockThatWasCorrectedIsAWarning() throws Exception {
    inject(Operation.FIND_MEMBERSHIP, 1, FaultKind.CLOCK_SKEW);
    CheckReport report = newClient().check();
    assertThat(report.isOk()).as("%s", report).isTrue();
    assertThat(report.finding(CheckArea.CLOCK).status()).isEqualTo(CheckStatus.WARNING);
    expectRequests(Operation.FIND_MEMBERSHIP, 2);
  }

  @Test
  void aServiceThatCannotBeReachedIsAFindingOfTheNetworkAndProvesNothingElse() throws Exception {
    RosterClient client = newClient(harness().openUnreachableDriver(), builder -> builder);
    CheckReport report = discreet(client.check());
    assertThat(report.finding(CheckArea.NETWORK).status()).isEqualTo(CheckStatus.PROBLEM);
    assertThat(report.findings())
        .filteredOn(each -> each.area() != CheckArea.NETWORK)
        .allMatch(each -> each.status() == CheckStatus.NOT_PROVED);
    assertThat(report.requests()).as("nothing was sent").isZero();
    assertThat(report.attempts()).isEqualTo(2);
  }

  @Test
  void aClosedClientIsNoFinding() throws Exception {
    RosterClient client = newClient();
    client.close();
    failureOf(ErrorCode.CLIENT_CLOSED, client::check);
  }

  @Test
  void anInterruptIsNoFindingAndKeepsTheFlag() throws Exception {
    assumeAborts();
    inject(Operation.FIND_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newClient(builder -> builder.attemptTimeout(Duration.ofMinutes(4)));
    CallOnThread call = CallOnThread.start(client::check);
    awaitHeldResponses(1);
    call.interrupt();
    assertThat(call.failure().code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(call.keptInterruptFlag()).isTrue();
    expectRequests(Operation.FIND_MEMBERSHIP, 1);
  }

  @Test
  void theIdsOfTheLookUpKeepTheServicesRules() throws Exception {
    MembershipDriver driver = closedLater(harness().openDriver());
    IdRules rules = driver.documentedIdRules();
    driver.idRules().check(Operation.FIND_MEMBERSHIP, driver.idRules().impossibleGroup());
    rules.check(Operation.FIND_MEMBERSHIP, driver.idRules().impossibleGroup());
    driver.idRules().check(Operation.FIND_MEMBERSHIP, driver.idRules().impossibleMember());
    rules.check(Operation.FIND_MEMBERSHIP, driver.idRules().impossibleMember());
  }

  private CheckReport discreet(CheckReport report) {
    log().requireDiscreet("the report of a check", report.toString());
    assertThat(report.findings())
        .extracting(CheckFinding::area)
        .containsExactly(CheckArea.values());
    assertThat(report.findings()).noneMatch(each -> each.advice().isBlank());
    return report;
  }
}
