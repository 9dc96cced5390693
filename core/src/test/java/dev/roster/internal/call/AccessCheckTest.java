package dev.roster.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.CallOptions;
import dev.roster.CheckArea;
import dev.roster.CheckFinding;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import dev.roster.spi.ServiceTraits;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check makes one look-up, and says no more than that proves. */
class AccessCheckTest {

  private static final Set<CheckArea> AFTER_AUTHORIZATION =
      EnumSet.of(CheckArea.NETWORK, CheckArea.CREDENTIALS, CheckArea.CLOCK, CheckArea.SERVICE);

  private final ScriptedDriver driver = new ScriptedDriver();
  private final TurnedTime time = new TurnedTime();
  private final RosterClient client = RosterClient.builder(driver).timeSource(time).build();

  @AfterEach
  void close() {
    Thread.interrupted();
    client.close();
  }

  private static List<CheckArea> areas(CheckReport report, CheckStatus status) {
    return report.findings().stream()
        .filter(finding -> finding.status() == status)
        .map(CheckFinding::area)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MEMBERSHIP", "GROUP", "MEMBER"})
  void nothingFoundIsSuccess(String missing) {
    driver.then("NOT_FOUND:" + missing);
    CheckReport report = client.check();
    assertThat(report.isOk()).isTrue();
    assertThat(areas(report, CheckStatus.OK)).containsExactly(CheckArea.values());
    assertThat(report.provedPermission()).contains("scripted:findMembership");
    assertThat(report.finding(CheckArea.PERMISSION).words()).contains("and none to write");
    assertThat(report.requests()).isEqualTo(1);
    assertThat(report.attempts()).isEqualTo(1);
    assertThat(report.error()).isEmpty();
    assertThat(driver.asked()).containsExactly(Operation.FIND_MEMBERSHIP);
  }

  @Test
  void aServiceThatDoesNotSayWhatIsMissingDoesNotProveTheStore() {
    driver.then("NOT_FOUND");
    CheckReport report = client.check();
    assertThat(report.isOk()).isTrue();
    assertThat(areas(report, CheckStatus.NOT_PROVED)).containsExactly(CheckArea.CONFIGURATION);
    assertThat(report.finding(CheckArea.CONFIGURATION).words()).contains("the store s-1");
  }

  @Test
  void anUnknownStoreIsAProblemOfTheConfiguration() {
    driver.then("NOT_FOUND:IDENTITY_STORE");
    CheckReport report = client.check();
    assertThat(report.isOk()).isFalse();
    assertThat(areas(report, CheckStatus.PROBLEM)).containsExactly(CheckArea.CONFIGURATION);
    assertThat(report.finding(CheckArea.CONFIGURATION).advice()).contains("region");
    assertThat(report.provedPermission()).isEmpty();
    assertThat(report.error()).get().extracting(RosterException::operation).isEqualTo("check");
  }

  @Test
  void aDenialNamesThePermissionAndProvesWhatComesBeforeIt() {
    driver.then("ACCESS_DENIED");
    CheckReport report = client.check();
    assertThat(areas(report, CheckStatus.PROBLEM)).containsExactly(CheckArea.PERMISSION);
    assertThat(areas(report, CheckStatus.OK))
        .containsExactlyInAnyOrderElementsOf(AFTER_AUTHORIZATION);
    assertThat(report.finding(CheckArea.PERMISSION).advice()).contains("scripted:findMembership");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CANCELLED", "CLIENT_CLOSED"})
  void everyCodeIsAFindingOfItsAreaWithAdviceAndNothingIsThrown(ErrorCode code) {
    driver.then(code + "*");
    CheckReport report = client.check();
    CheckArea area = CheckArea.of(code);
    if (code == ErrorCode.NOT_FOUND) {
      assertThat(report.isOk()).isTrue();
      return;
    }
    assertThat(areas(report, CheckStatus.PROBLEM)).containsExactly(area);
    assertThat(report.finding(area).words()).contains(code.name());
    assertThat(report.findings()).allMatch(finding -> !finding.advice().isBlank());
    assertThat(report.attempts()).isEqualTo(driver.asked().size());
    assertThat(report.requests()).isEqualTo(driver.asked().size());
    assertThat(report.toString()).contains("PROBLEM", code.name(), report.finding(area).advice());
  }

  @Test
  void aDeadHostCostsTwoAttemptsAndProvesNothing() {
    driver.then("notsent*");
    CheckReport report = client.check();
    assertThat(areas(report, CheckStatus.PROBLEM)).containsExactly(CheckArea.NETWORK);
    assertThat(areas(report, CheckStatus.OK)).isEmpty();
    assertThat(report.attempts()).isEqualTo(2);
    assertThat(report.requests()).as("nothing was sent").isZero();
  }

  @Test
  void aThrottledCheckEndsAfterFifteenSeconds() {
    driver.then("THROTTLED*");
    CheckReport report = client.check();
    assertThat(areas(report, CheckStatus.PROBLEM)).containsExactly(CheckArea.SERVICE);
    assertThat(report.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(15));
    assertThat(Duration.ofNanos(time.nanoTime())).isLessThanOrEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void aShorterDeadlineOfTheClientHolds() {
    driver.then("THROTTLED*");
    try (RosterClient hurried =
        RosterClient.builder(driver).timeSource(time).deadline(Duration.ofSeconds(3)).build()) {
      assertThat(hurried.check().elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }
  }

  @Test
  void aDeadlineThatIsSetForTheCheckCounts() {
    driver.then("THROTTLED*");
    CallOptions patient = CallOptions.defaults().withDeadline(Duration.ofMinutes(2));
    assertThat(client.with(patient).check().elapsed()).isGreaterThan(Duration.ofSeconds(16));
  }

  @Test
  void aClockThatWasCorrectedIsAWarning() {
    driver.then("CLOCK_SKEW", "NOT_FOUND:MEMBERSHIP");
    CheckReport report = client.check();
    assertThat(report.isOk()).isTrue();
    assertThat(areas(report, CheckStatus.WARNING)).containsExactly(CheckArea.CLOCK);
    assertThat(report.finding(CheckArea.CLOCK).advice()).contains("clock");
    assertThat(report.attempts()).isEqualTo(2);
  }

  @Test
  void anAttemptThatWasLostOnTheWayIsAWarning() {
    driver.then("lost", "NOT_FOUND:GROUP");
    CheckReport report = client.check();
    assertThat(report.isOk()).isTrue();
    assertThat(areas(report, CheckStatus.WARNING)).containsExactly(CheckArea.NETWORK);
    assertThat(report.finding(CheckArea.NETWORK).words()).contains("1 of 2 attempts");
  }

  @Test
  void aRequestThatIsTwoIsCountedAsTwo() {
    driver.like(ServiceTraits.builder().readsFirst(Set.of(Operation.FIND_MEMBERSHIP)).build());
    driver.then("NOT_FOUND:GROUP");
    assertThat(client.check().requests()).isEqualTo(2);
  }

  @Test
  void secretsInTheServicesWordsAreTakenOut() {
    driver.redacting(text -> text.replace("fake-secret", "***"));
    driver.describing(
        any ->
            ErrorDescription.builder(ErrorCode.UNAUTHENTICATED, Reach.REFUSED)
                .message("the key fake-secret is not known")
                .build());
    driver.then("lost");
    CheckReport report = client.check();
    assertThat(report.toString())
        .contains("the key *** is not known")
        .doesNotContain("fake-secret");
  }

  @Test
  void anInterruptIsThrownAndKeepsTheFlag() {
    Thread.currentThread().interrupt();
    RosterException failure = catchThrowableOfType(RosterException.class, client::check);
    assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(driver.asked()).isEmpty();
  }

  @Test
  void aClosedClientIsThrown() {
    client.close();
    RosterException failure = catchThrowableOfType(RosterException.class, client::check);
    assertThat(failure.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(failure.operation()).isEqualTo("check");
  }

  @Test
  void theAsynchronousFaceMakesTheSameCheck() {
    driver.then("NOT_FOUND:GROUP");
    assertThat(client.async().check().join().isOk()).isTrue();
  }
}
