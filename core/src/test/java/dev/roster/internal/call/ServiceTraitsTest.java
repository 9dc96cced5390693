package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Absence;
import dev.roster.Capability;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import dev.roster.spi.ServiceTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The client goes by what a service is like, and assumes nothing that its driver does not state.
 */
class ServiceTraitsTest {

  private final ScriptedDriver driver = new ScriptedDriver();

  private RosterClient client(ServiceTraits traits) {
    return RosterClient.builder(driver.like(traits)).build();
  }

  @Test
  void anAdditionThatTellsNothingLeavesTheMakerUnknown() {
    try (RosterClient client = client(ServiceTraits.neutral())) {
      var ensured = client.ensureMember(GROUP, USER);
      assertThat(ensured.presence()).isEqualTo(Presence.PRESENT_MAKER_UNKNOWN);
      assertThat(ensured.membership()).contains(ScriptedDriver.MEMBERSHIP);
    }
    assertThat(driver.asked()).containsExactly(Operation.CREATE_MEMBERSHIP);
  }

  @Test
  void aRemovalThatTellsNothingLeavesTheRemoverUnknown() {
    try (RosterClient client = client(ServiceTraits.neutral())) {
      assertThat(client.ensureNotMember(GROUP, USER)).isEqualTo(Absence.ABSENT_REMOVER_UNKNOWN);
    }
    assertThat(driver.asked())
        .containsExactly(Operation.FIND_MEMBERSHIP, Operation.DELETE_MEMBERSHIP);
  }

  @Test
  void whereIdsAreDerivedARemovalIsOneRequest() {
    ServiceTraits derived = ServiceTraits.builder().derivedIds(true).removingTells(true).build();
    driver.then("ok", "NOT_FOUND:MEMBERSHIP");
    try (RosterClient client = client(derived)) {
      assertThat(client.ensureNotMember(GROUP, USER)).isEqualTo(Absence.REMOVED);
      assertThat(client.ensureNotMember(GROUP, USER)).isEqualTo(Absence.ALREADY_ABSENT);
    }
    assertThat(driver.asked())
        .containsExactly(Operation.DELETE_MEMBERSHIP, Operation.DELETE_MEMBERSHIP);
  }

  @Test
  void aCheckNamesAsManyGroupsAsTheServiceTakes() {
    List<GroupId> groups = IntStream.range(0, 15).mapToObj(n -> new GroupId("g-" + n)).toList();
    try (RosterClient client = client(ServiceTraits.builder().groupsPerCheck(7).build())) {
      assertThat(client.isMemberInGroups(USER, groups)).hasSize(15);
    }
    assertThat(driver.asked()).hasSize(3);
  }

  @Test
  void aListingThatDoesNotExistFailsBeforeAnythingIsSent() {
    MembershipDriver without = DisguisedDriver.of(driver, Map.of());
    try (RosterClient client = RosterClient.builder(without).build()) {
      assertUnsupported(() -> client.listMemberships(GROUP));
      assertUnsupported(() -> client.listMembershipsForMember(USER));
      assertThat(client.capabilities())
          .doesNotContain(Capability.LISTS_BY_GROUP, Capability.LISTS_BY_MEMBER);
    }
    assertThat(driver.asked()).isEmpty();
  }

  private static void assertUnsupported(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RosterException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
              assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            });
  }

  @Test
  void whatTheServerLacksIsNotRetried() {
    driver.then("UNSUPPORTED*");
    try (RosterClient client = client(ServiceTraits.neutral())) {
      assertUnsupportedByTheService(() -> client.findMembership(GROUP, USER));
    }
    assertThat(driver.asked()).hasSize(1);
  }

  private static void assertUnsupportedByTheService(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RosterException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED));
  }

  @Test
  void aTimeToComeBackIsMeasuredByTheServicesClock() {
    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    ErrorDescription.Builder throttled =
        ErrorDescription.builder(ErrorCode.THROTTLED, Reach.REFUSED);
    assertThat(throttled.retryAt(now.plusSeconds(7), now).build().retryAfter())
        .contains(Duration.ofSeconds(7));
    assertThat(throttled.retryAt(now.minusSeconds(7), now).build().retryAfter())
        .contains(Duration.ZERO);
    assertThat(throttled.retryAt(null, now).build().retryAfter()).isEmpty();
  }

  @Test
  void capabilitiesFollowFromTraits() {
    ServiceTraits all =
        ServiceTraits.builder()
            .namesWhatIsMissing(EnumSet.allOf(Operation.class))
            .auditDetails(true)
            .abortsBlockedAttempts(true)
            .addingTells(true)
            .removingTells(true)
            .build();
    Set<Operation> some = Set.of(Operation.FIND_MEMBERSHIP);
    ServiceTraits namesSome = all.toBuilder().namesWhatIsMissing(some).build();
    try (RosterClient client = client(all)) {
      assertThat(client.capabilities())
          .containsExactlyInAnyOrderElementsOf(
              EnumSet.complementOf(EnumSet.of(Capability.DIRECTORY)));
    }
    try (RosterClient client = client(namesSome)) {
      assertThat(client.capabilities()).doesNotContain(Capability.NAMES_WHAT_IS_MISSING);
    }
  }

  @Test
  void traitsAreValues() {
    ServiceTraits traits = ServiceTraits.builder().largestPage(13).groupsPerCheck(7).build();
    assertThat(traits.toBuilder().build()).isEqualTo(traits).hasSameHashCodeAs(traits);
    assertThat(traits).isNotEqualTo(ServiceTraits.neutral());
    assertThat(traits.largestPage(Operation.LIST_MEMBERSHIPS)).isEqualTo(13);
    assertThatThrownBy(() -> ServiceTraits.builder().groupsPerCheck(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> traits.largestPage(Operation.GET_MEMBERSHIP))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
