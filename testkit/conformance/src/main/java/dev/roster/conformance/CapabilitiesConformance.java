package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.AuditDetails;
import dev.roster.Capability;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.NotFoundException;
import dev.roster.Operation;
import dev.roster.Page;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.FaultKind;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import dev.roster.spi.WritesInBatches;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a driver says of itself is true, and it can be asked anything without harm. */
public abstract non-sealed class CapabilitiesConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected CapabilitiesConformance() {}

  @Test
  void aDriverAlwaysSaysTheSameOfItself() throws Exception {
    MembershipDriver driver = closedLater(harness().openDriver());
    assertThat(driver.provider())
        .isNotBlank()
        .isEqualTo(driver.provider().toLowerCase(Locale.ROOT));
    assertThat(driver.identityStoreId()).isEqualTo(driver.identityStoreId());
    assertThat(driver.traits()).isEqualTo(driver.traits()).isEqualTo(traits());
  }

  @Test
  void anAbsentGroupIsToldFromAnAbsentMembershipAsClaimed() throws Exception {
    requireLookUp(harness().absentGroup(), harness().newUser(), Resource.GROUP);
  }

  @Test
  void anAbsentMemberIsToldFromAnAbsentMembershipAsClaimed() throws Exception {
    requireLookUp(harness().newGroup(), harness().absentUser(), Resource.MEMBER);
  }

  private void requireLookUp(GroupId group, UserId user, Resource absent) throws Exception {
    RosterClient client = newClient();
    expectRequests(Operation.FIND_MEMBERSHIP, 1);
    if (traits().namesWhatIsMissing(Operation.FIND_MEMBERSHIP)) {
      RosterException failure =
          failureOf(ErrorCode.NOT_FOUND, () -> client.findMembership(group, user));
      assertThat(((NotFoundException) failure).missing()).isEqualTo(absent);
    } else {
      assertThat(client.findMembership(group, user)).isEmpty();
    }
  }

  @Test
  void derivedIdsAreThoseOfTheService() throws Exception {
    assumeTrue(traits().derivedIds(), "membership ids are the service's own");
    Scene scene = newScene();
    MembershipDriver driver = closedLater(harness().openDriver());
    assertThat(driver.derivedId(scene.group(), scene.member())).isEqualTo(scene.membershipId());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void aCallTakesAsManyRequestsAsTheDriverStates(Operation operation) throws Exception {
    Scene scene = newScene();
    scene.call(operation, newClient());
    int stated = traits().requestsOf(operation);
    expectRequests(operation, stated, stated);
  }

  @Test
  void aCheckCountsMembersOfNestedGroupsAsClaimedAndAListingTellsThatItSkipsThem()
      throws Exception {
    GroupId outer = harness().newGroup();
    UserId user = memberOfGroupIn(outer);
    RosterClient client = newClient();
    assertThat(client.isMember(user, outer)).isEqualTo(traits().transitiveChecks());
    expectRequests(Operation.IS_MEMBER_IN_GROUPS, 1);
    if (Scene.isThere(Operation.LIST_MEMBERSHIPS, client)) {
      requireOneSkipped(client.listMemberships(outer).pages().iterator().next());
      expectRequests(Operation.LIST_MEMBERSHIPS, 1);
    }
  }

  private UserId memberOfGroupIn(GroupId outer) {
    GroupId inner = harness().newGroup();
    assumeTrue(harness().nest(outer, inner), "the harness has no group in a group");
    UserId user = harness().newUser();
    harness().addMembership(inner, user);
    return user;
  }

  private static void requireOneSkipped(Page<Membership> page) {
    assertThat(page.items()).isEmpty();
    assertThat(page.skipped()).isEqualTo(1);
  }

  @Test
  void capabilitiesAreWhatTheTraitsSay() throws Exception {
    MembershipDriver driver = harness().openDriver();
    RosterClient client = newClient(driver, builder -> builder);
    assertThat(client.traits()).isEqualTo(traits());
    assertThat(client.capabilities().contains(Capability.LISTS_BY_GROUP))
        .isEqualTo(driver instanceof ListsByGroup);
    assertThat(client.capabilities().contains(Capability.LISTS_BY_MEMBER))
        .isEqualTo(driver instanceof ListsByMember);
    if (traits().membersPerWrite() > 1) {
      assertThat(driver).isInstanceOf(WritesInBatches.class);
    }
  }

  @Test
  void auditDetailsAreThereAsClaimed() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    Membership read = client.getMembership(scene.membershipId());
    if (client.capabilities().contains(Capability.AUDIT_DETAILS)) {
      assertThat(read.createdAt()).isPresent();
    } else {
      assertThat(read.audit()).isEqualTo(AuditDetails.none());
    }
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  @Test
  void theNativeClientCanBeTakenOut() throws Exception {
    Class<?> type = harness().nativeClient().orElse(null);
    assumeTrue(type != null, "the driver has no native client");
    assertThat(newClient().unwrap(type)).get().isInstanceOf(type);
  }

  @Test
  void whatIsNotThereCannotBeTakenOut() throws Exception {
    assertThat(newClient().unwrap(CapabilitiesConformance.class)).isEmpty();
  }

  @Test
  void theNativeErrorCanBeTakenOut() throws Exception {
    Class<? extends Throwable> type = harness().nativeError().orElse(null);
    assumeTrue(type != null, "the driver has no native error");
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, FaultKind.ACCESS_DENIED);
    RosterClient client = newClient();
    RosterException failure = failureOf(() -> client.getMembership(scene.membershipId()));
    assertThat(failure.unwrap(type)).get().isInstanceOf(type);
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  static Stream<Throwable> alienFailures() {
    return Stream.of(
        new AlienException(),
        new RuntimeException((String) null),
        new IOException(),
        new SocketTimeoutException(),
        new InterruptedException(),
        new StackOverflowError(),
        new UnwritableThrowable(),
        circleOfCauses());
  }

  private static Throwable circleOfCauses() {
    Exception inner = new IllegalStateException("the cause of its own cause");
    Exception circle = new IllegalStateException("its cause has it as a cause", inner);
    inner.initCause(circle);
    return circle;
  }

  @ParameterizedTest
  @MethodSource("alienFailures")
  void anyFailureCanBeDescribedAndNoneIsTakenForNotSent(Throwable alien) throws Exception {
    MembershipDriver driver = closedLater(harness().openDriver());
    ErrorDescription description = driver.describe(alien);
    assertThat(description.reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  @Test
  void whatADriverDoesNotKnowIsUnknown() throws Exception {
    MembershipDriver driver = closedLater(harness().openDriver());
    assertThat(driver.describe(new AlienException()).code()).isEqualTo(ErrorCode.UNKNOWN);
  }

  /** Takes neither a stack trace nor what it suppresses. */
  private static final class UnwritableThrowable extends Throwable {

    private static final long serialVersionUID = 1L;

    UnwritableThrowable() {
      super(null, null, false, false);
    }
  }

  private static final class AlienException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
