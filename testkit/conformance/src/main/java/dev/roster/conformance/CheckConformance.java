package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CheckArea;
import dev.roster.CheckFinding;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.conformance.internal.watch.ArrivalTime;
import dev.roster.memory.FaultKind;
import dev.roster.spi.IdRules;
import dev.roster.spi.MembershipDriver;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A check costs one look-up, finds what is wrong, and claims nothing that it did not see. */
public abstract non-sealed class CheckConformance extends ConformanceSuite {

  /** More than a check makes in its time. */
  private static final int ALL = 200;

  private static final Set<FaultKind> WITHOUT_END =
      EnumSet.of(FaultKind.RESPONSE_DELAYED, FaultKind.RESPONSE_TRICKLED);

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
    CheckReport report = discreet(clientFor(fault).check());
    assertThat(report.isOk()).isFalse();
    assertThat(problems(report)).as("%s", report).containsExactly(CheckArea.of(fault.code()));
    assertThat(report.provedPermission()).isEmpty();
    assertThat(report.error()).get().extracting(RosterException::operation).isEqualTo("check");
    expectRequests(Operation.FIND_MEMBERSHIP, 1, ALL);
    assertThat(report.attempts()).isGreaterThanOrEqualTo(1);
  }

  private static Stream<CheckArea> problems(CheckReport report) {
    return report.findings().stream()
        .filter(each -> each.status() == CheckStatus.PROBLEM)
        .map(CheckFinding::area);
  }

  private RosterClient clientFor(FaultKind fault) throws Exception {
    return WITHOUT_END.contains(fault)
        ? newClient(builder -> builder.attemptTimeout(ArrivalTime.LEAST))
        : newClient();
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
    RosterClient client = newPatientClient();
    interruptOnceHeld(client::check).requireCancelled(Outcome.NOT_APPLIED);
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
