package dev.roster.conformance;

import static dev.roster.Operation.ADD_MEMBERS;
import static dev.roster.Operation.FIND_MEMBERSHIP;
import static dev.roster.Operation.LIST_MEMBERSHIPS;
import static dev.roster.Operation.REMOVE_MEMBERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.Absence;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberBatches;
import dev.roster.MemberId;
import dev.roster.MemberResult;
import dev.roster.NotFoundException;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Presence;
import dev.roster.Resource;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.FaultKind;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.WritesInBatches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several members are changed in one request, each has a result of its own, and none is changed
 * twice. Runs where the driver states that the service can do so.
 */
public abstract non-sealed class BatchConformance extends ConformanceSuite {

  private static final int ATTEMPTS = RetryPolicy.defaults().maxAttempts();

  /** For subclasses, which have nothing to construct. */
  protected BatchConformance() {}

  @BeforeEach
  final void assumeBatches() throws Exception {
    assumeTrue(traits().membersPerWrite() > 1, "the service changes one member with each request");
  }

  private int most() throws Exception {
    return traits().membersPerWrite();
  }

  @Test
  void theDriverHasWhatItsTraitsSay() throws Exception {
    MembershipDriver driver = closedLater(harness().openDriver());
    assertThat(driver).isInstanceOf(WritesInBatches.class);
  }

  @Test
  void asManyMembersAsStatedAreAddedInOneRequest() throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = users(most());
    RosterClient client = newClient();
    assertThat(statuses(MemberBatches.of(client).ensureMembers(group, users)))
        .hasSize(most())
        .isSubsetOf(Presence.CREATED, Presence.PRESENT_MAKER_UNKNOWN);
    expectMembers(client, group, users);
    expectRequests(ADD_MEMBERS, 1);
  }

  @Test
  void oneMoreIsAnotherRequest() throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = users(most() + 1);
    RosterClient client = newClient();
    requireAllDone(MemberBatches.of(client).ensureMembers(group, users));
    expectMembers(client, group, users);
    expectRequests(ADD_MEMBERS, 2);
  }

  @Test
  void asManyMembersAsStatedAreRemovedInOneRequest() throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = members(group, most());
    RosterClient client = newClient();
    assertThat(statuses(MemberBatches.of(client).ensureNotMembers(group, users)))
        .hasSize(most())
        .isSubsetOf(Absence.REMOVED, Absence.ABSENT_REMOVER_UNKNOWN);
    expectMembers(client, group, List.of());
    expectRequests(REMOVE_MEMBERS, 1);
  }

  @Test
  void whoIsInAlreadyIsNeverSaidToBeAdded() throws Exception {
    Scene scene = newScene();
    List<MemberId> users = List.of(scene.stranger(), scene.member());
    RosterClient client = newClient();
    var results = MemberBatches.of(client).ensureMembers(scene.group(), users);
    assertThat(statuses(results)).hasSize(2);
    assertThat(results.get(1).status().orElseThrow()).isNotEqualTo(Presence.CREATED);
    if (!traits().addingTells()) {
      assertThat(results.get(0).status()).contains(Presence.PRESENT_MAKER_UNKNOWN);
    }
    expectMembers(client, scene.group(), users);
    expectSearch(ADD_MEMBERS);
  }

  @Test
  void whoIsNotInIsNeverSaidToBeRemoved() throws Exception {
    Scene scene = newScene();
    List<MemberId> users = List.of(scene.member(), scene.stranger());
    RosterClient client = newClient();
    var results = MemberBatches.of(client).ensureNotMembers(scene.group(), users);
    assertThat(statuses(results)).hasSize(2);
    assertThat(results.get(1).status().orElseThrow()).isNotEqualTo(Absence.REMOVED);
    expectMembers(client, scene.group(), List.of());
    expectSearch(REMOVE_MEMBERS);
  }

  /** One among two is found in two more requests, or by reading. */
  private void expectSearch(Operation operation) {
    expectRequests(operation, 1, 6);
    expectRequests(LIST_MEMBERSHIPS, 0, 1);
    expectRequests(FIND_MEMBERSHIP, 0, 2);
  }

  @Test
  void oneAbsentMemberAmongManyFailsAlone() throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = users(most());
    int bad = most() / 2;
    users.set(bad, harness().absentUser());
    RosterClient client = newClient();
    List<MemberResult<Presence>> results = MemberBatches.of(client).ensureMembers(group, users);
    requireAbsent(results.get(bad));
    users.remove(bad);
    assertThat(statuses(results)).hasSize(users.size());
    expectMembers(client, group, users);
    int requests = traits().requestsOf(ADD_MEMBERS);
    expectRequests(ADD_MEMBERS, 1, (1 + 2 * levels(most())) * requests);
    expectRequests(FIND_MEMBERSHIP, 0, traits().allOrNothing() ? 0 : most());
  }

  private void requireAbsent(MemberResult<?> result) throws Exception {
    requireFailed(List.of(result), ErrorCode.NOT_FOUND, Outcome.NOT_APPLIED);
    if (traits().namesWhatIsMissing(ADD_MEMBERS)) {
      assertThat(missing(result)).isEqualTo(Resource.MEMBER);
    }
  }

  private static Resource missing(MemberResult<?> result) {
    return ((NotFoundException) result.error().orElseThrow()).missing();
  }

  private static void requireFailed(
      List<? extends MemberResult<?>> results, ErrorCode code, Outcome outcome) {
    assertThat(results.stream().map(result -> result.error().orElseThrow()))
        .allSatisfy(failure -> assertThat(failure.code()).isEqualTo(code))
        .allSatisfy(failure -> assertThat(failure.outcome()).isEqualTo(outcome));
  }

  @Test
  void aRequestWithAnAbsentMemberChangesNothingWhereThatIsStated() throws Exception {
    assumeTrue(traits().allOrNothing(), "a request can be carried out in part");
    GroupId group = harness().newGroup();
    UserId user = harness().newUser();
    List<MemberId> users = List.of(user, harness().absentUser());
    var driver = (WritesInBatches) closedLater(harness().openDriver());
    assertThatThrownBy(() -> driver.addMembers(group, users, new Patient()))
        .as("the whole request is refused")
        .isNotNull();
    assertThat(newClient().isMember(user, group)).isFalse();
    expectOneRequestEach(ADD_MEMBERS, Operation.IS_MEMBER_IN_GROUPS);
  }

  /** An attempt that is not aborted. */
  private static final class Patient implements AttemptContext {

    @Override
    public Duration timeLeft() {
      return Duration.ofSeconds(20);
    }

    @Override
    public void onAbort(Runnable abort) {}

    @Override
    public void requestId(String requestId) {}
  }

  /** How often so many can be halved. */
  private static int levels(int members) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(members - 1);
  }

  @Test
  void whatIsAboutTheGroupIsNotSearchedFor() throws Exception {
    assumeTrue(traits().namesWhatIsMissing(ADD_MEMBERS), "it is not said what is missing");
    List<MemberId> users = users(most());
    var results = MemberBatches.of(newClient()).ensureMembers(harness().absentGroup(), users);
    assertThat(results).allSatisfy(result -> assertThat(missing(result)).isEqualTo(Resource.GROUP));
    expectRequests(ADD_MEMBERS, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_DENIED", "QUOTA_EXCEEDED"})
  void whatHitsAllIsTheResultOfAllAfterOneRequest(FaultKind fault) throws Exception {
    GroupId group = harness().newGroup();
    inject(ADD_MEMBERS, 1, fault);
    var results = MemberBatches.of(newClient()).ensureMembers(group, users(most()));
    requireFailed(results, fault.code(), Outcome.NOT_APPLIED);
    expectRequests(ADD_MEMBERS, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "REQUEST_LOST", "SERVER_ERROR", "CONCURRENT_MODIFICATION"})
  void whatWasNotAppliedIsSentAgain(FaultKind fault) throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = users(most());
    inject(ADD_MEMBERS, 1, fault);
    RosterClient client = newClient();
    requireAllDone(MemberBatches.of(client).ensureMembers(group, users));
    expectMembers(client, group, users);
    expectRequests(ADD_MEMBERS, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_LOST", "SERVER_ERROR_AFTER_COMMIT", "RESPONSE_TRUNCATED"})
  void afterALostResponseTheMakerIsUnknownAndNoMemberIsThereTwice(FaultKind fault)
      throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = users(most());
    inject(ADD_MEMBERS, 1, fault);
    RosterClient client = newClient();
    requireAll(
        Presence.PRESENT_MAKER_UNKNOWN, MemberBatches.of(client).ensureMembers(group, users));
    expectMembers(client, group, users);
    expectRequests(ADD_MEMBERS, 2);
    expectReads(traits().addingTells() && traits().allOrNothing());
  }

  @Test
  void aBatchWithoutAnyResponseIsSettledByReading() throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = users(most());
    inject(ADD_MEMBERS, 1, FaultKind.RESPONSE_LOST);
    injectFrom(ADD_MEMBERS, 2, ATTEMPTS - 1, FaultKind.SERVER_ERROR);
    RosterClient client = newClient();
    requireAll(
        Presence.PRESENT_MAKER_UNKNOWN, MemberBatches.of(client).ensureMembers(group, users));
    expectMembers(client, group, users);
    expectRequests(ADD_MEMBERS, ATTEMPTS);
    expectReads(true);
  }

  @Test
  void aRemovalWithoutAnyResponseIsSettledByReading() throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = members(group, most());
    inject(REMOVE_MEMBERS, 1, FaultKind.RESPONSE_LOST);
    injectFrom(REMOVE_MEMBERS, 2, ATTEMPTS - 1, FaultKind.SERVER_ERROR);
    RosterClient client = newClient();
    requireAll(
        Absence.ABSENT_REMOVER_UNKNOWN, MemberBatches.of(client).ensureNotMembers(group, users));
    expectMembers(client, group, List.of());
    expectRequests(REMOVE_MEMBERS, ATTEMPTS);
    expectReads(true);
  }

  @Test
  void whatCannotBeSettledIsUnknownForEach() throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = users(most());
    injectFrom(ADD_MEMBERS, 1, ATTEMPTS, FaultKind.REQUEST_LOST);
    RosterClient client = newClient(builder -> builder.settlingTime(Duration.ZERO));
    var results = MemberBatches.of(client).ensureMembers(group, users).stream();
    assertThat(results.map(each -> each.error().orElseThrow().outcome()))
        .containsOnly(Outcome.UNKNOWN);
    expectRequests(ADD_MEMBERS, ATTEMPTS);
    expectReads(true);
  }

  @Test
  void anInterruptedBatchSendsNothing() throws Exception {
    GroupId group = harness().newGroup();
    List<MemberId> users = users(most() + 1);
    RosterClient client = newClient();
    Thread.currentThread().interrupt();
    var results = MemberBatches.of(client).ensureMembers(group, users);
    assertThat(Thread.interrupted()).isTrue();
    requireFailed(results, ErrorCode.CANCELLED, Outcome.NOT_SENT);
  }

  /** One listing where it is whole, otherwise its pages or a look-up for each. */
  private void expectReads(boolean expected) throws Exception {
    MembershipDriver driver = closedLater(harness().openDriver());
    boolean whole = driver instanceof ListsByGroup && !traits().isPaged(LIST_MEMBERSHIPS);
    int most = expected ? most() : 0;
    expectRequests(LIST_MEMBERSHIPS, expected && whole ? 1 : 0, most);
    expectRequests(FIND_MEMBERSHIP, 0, whole ? 0 : most);
  }

  private void expectMembers(RosterClient client, GroupId group, List<? extends MemberId> expected)
      throws Exception {
    assertThat(expected).allMatch(user -> client.isMember(user, group));
    expectRequests(Operation.IS_MEMBER_IN_GROUPS, expected.size());
    if (Scene.isThere(LIST_MEMBERSHIPS, client)) {
      assertThat(client.listMemberships(group)).hasSize(expected.size());
      expectPages(LIST_MEMBERSHIPS, expected.size(), Integer.MAX_VALUE);
    }
  }

  private static void requireAllDone(List<? extends MemberResult<?>> results) {
    assertThat(results).allSatisfy(result -> assertThat(result.error()).isEmpty());
  }

  private <S> void requireAll(S status, List<MemberResult<S>> results) throws Exception {
    assertThat(statuses(results)).hasSize(most()).containsOnly(status);
  }

  private static <S> List<S> statuses(List<MemberResult<S>> results) {
    return results.stream().flatMap(result -> result.status().stream()).toList();
  }

  private List<MemberId> users(int count) {
    return new ArrayList<>(Stream.generate(harness()::newUser).limit(count).toList());
  }

  private List<MemberId> members(GroupId group, int count) {
    List<UserId> users = Stream.generate(harness()::newUser).limit(count).toList();
    users.forEach(user -> harness().addMembership(group, user));
    return List.copyOf(users);
  }
}
