package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Absence;
import dev.roster.ErrorCode;
import dev.roster.MemberBatches;
import dev.roster.MemberId;
import dev.roster.MemberResult;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.internal.call.DisguisedDriver.Behavior;
import dev.roster.spi.BatchResponse;
import dev.roster.spi.BatchResponse.Effect;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import dev.roster.spi.ServiceTraits;
import dev.roster.spi.WritesInBatches;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An error of the platform in one request takes no result away that was known before. */
class BrokenBatchesTest {

  private static final UserId ONE = new UserId("u-1");
  private static final UserId TWO = new UserId("u-2");
  private static final UserId THREE = new UserId("u-3");
  private static final UserId FOUR = new UserId("u-4");
  private final Error broken = new StackOverflowError("as a test says");

  private final ScriptedDriver driver = new ScriptedDriver();
  private final Deque<Behavior> behaviors = new ArrayDeque<>();
  private final List<List<?>> sent = new ArrayList<>();

  @AutoClose
  private final RosterClient client =
      RosterClient.builder(batched()).timeSource(new TurnedTime()).build();

  private MembershipDriver batched() {
    return DisguisedDriver.of(
        driver,
        Map.of("addMembers", this::respond, "removeMembers", this::respond),
        WritesInBatches.class);
  }

  private Object respond(Object[] arguments) throws Exception {
    sent.add(List.copyOf((List<?>) arguments[1]));
    return behaviors.remove().on(arguments);
  }

  private void membersPerWrite(int most) {
    driver.like(ServiceTraits.builder().membersPerWrite(most, false).addingTells(true).build());
  }

  private static Object allChanged(Object[] arguments) {
    BatchResponse.Builder response = BatchResponse.builder();
    ((List<?>) arguments[1]).forEach(each -> response.done((MemberId) each, Effect.CHANGED));
    return response.build();
  }

  private Object breaking(Object[] arguments) {
    throw broken;
  }

  @Test
  void whatEarlierRequestsCameToIsReported() {
    membersPerWrite(2);
    behaviors.addAll(List.of(BrokenBatchesTest::allChanged, this::breaking));
    List<MemberResult<Presence>> known = new ArrayList<>();
    List<MemberId> members = List.of(ONE, TWO, THREE, FOUR, new UserId("u-5"));
    assertThatThrownBy(() -> MemberBatches.of(client).ensureMembers(GROUP, members, known::addAll))
        .isSameAs(broken);
    assertThat(known).map(MemberResult::memberId).containsExactly(ONE, TWO);
    assertThat(known).allMatch(result -> result.status().orElseThrow() == Presence.CREATED);
    assertThat(sent).containsExactly(List.of(ONE, TWO), List.of(THREE, FOUR));
  }

  @Test
  void whatEarlierRemovalsCameToIsReported() {
    membersPerWrite(2);
    behaviors.addAll(List.of(BrokenBatchesTest::allChanged, this::breaking));
    List<MemberResult<Absence>> known = new ArrayList<>();
    assertThatThrownBy(
            () ->
                MemberBatches.of(client)
                    .ensureNotMembers(GROUP, List.of(ONE, TWO, THREE), known::addAll))
        .isSameAs(broken);
    assertThat(known).map(MemberResult::memberId).containsExactly(ONE, TWO);
    assertThat(known).allMatch(result -> result.status().orElseThrow() == Absence.REMOVED);
  }

  @Test
  void whatAnEarlierAttemptOfTheRequestCameToIsReported() {
    membersPerWrite(10);
    ErrorDescription throttled = ErrorDescription.of(ErrorCode.THROTTLED, Reach.REFUSED);
    behaviors.add(
        arguments ->
            BatchResponse.builder().failed(ONE, throttled).done(TWO, Effect.CHANGED).build());
    behaviors.add(this::breaking);
    List<MemberResult<Presence>> known = new ArrayList<>();
    assertThatThrownBy(
            () -> MemberBatches.of(client).ensureMembers(GROUP, List.of(ONE, TWO), known::addAll))
        .isSameAs(broken);
    assertThat(known).map(MemberResult::memberId).containsExactly(TWO);
  }

  @Test
  void whatEarlierMembersCameToIsReportedWhereEachHasARequestOfItsOwn() {
    membersPerWrite(1);
    driver
        .then("ok")
        .then(
            attempt -> {
              throw broken;
            });
    List<MemberResult<Presence>> known = new ArrayList<>();
    assertThatThrownBy(
            () ->
                MemberBatches.of(client)
                    .ensureMembers(GROUP, List.of(ONE, TWO, THREE), known::addAll))
        .isSameAs(broken);
    assertThat(known).map(MemberResult::memberId).containsExactly(ONE);
    assertThat(driver.asked()).hasSize(2);
  }

  @Test
  void theResultsOfAllMembersComeInOneListWhereNothingBreaks() {
    membersPerWrite(2);
    behaviors.addAll(List.of(BrokenBatchesTest::allChanged, BrokenBatchesTest::allChanged));
    List<List<MemberResult<Presence>>> lists = new ArrayList<>();
    MemberBatches.of(client).ensureMembers(GROUP, List.of(ONE, TWO, THREE), lists::add);
    assertThat(lists).hasSize(1);
    assertThat(lists.get(0)).map(MemberResult::memberId).containsExactly(ONE, TWO, THREE);
  }

  /** The four are refused together, and sent again in halves. */
  @Test
  void aBulkRunReportsTheHalfThatWasDone() {
    membersPerWrite(10);
    behaviors.add(
        arguments -> {
          throw ScriptedDriver.failure("NOT_FOUND:MEMBER");
        });
    behaviors.addAll(List.of(BrokenBatchesTest::allChanged, this::breaking));
    List<ItemResult> known = new ArrayList<>();
    assertThatThrownBy(
            () ->
                BulkMemberships.of(client)
                    .add(
                        List.of(ONE, TWO, THREE, FOUR).stream()
                            .map(user -> new GroupMember(GROUP, user))
                            .iterator(),
                        known::add))
        .isSameAs(broken);
    assertThat(known).map(result -> result.item().memberId()).containsExactly(ONE, TWO);
    assertThat(sent).last().isEqualTo(List.of(THREE, FOUR));
  }
}
