package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.internal.call.ScriptedDriver;
import dev.roster.query.AccessPlan;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An error names the client's method that failed, whatever made the call. */
class ManyCallsInterruptedTest {

  private static final List<GroupId> GROUPS = List.of(new GroupId("g-1"), new GroupId("g-2"));
  private static final List<UserId> USERS = List.of(new UserId("u-1"), new UserId("u-2"));

  private final RosterClient client = RosterClient.builder(new ScriptedDriver()).build();
  private final AccessQueries queries = AccessQueries.of(client);
  private final Reconciler reconciler = Reconciler.of(client);

  @AfterEach
  void close() {
    Thread.interrupted();
    client.close();
  }

  @Test
  void interruptedQueriesNameTheClientsMethod() {
    AccessPlan plan = AccessPlan.of(USERS, GROUPS, ListingSizes.unknown());
    requireCancelled(() -> queries.ask(plan));
    requireCancelled(() -> queries.listGroups(GROUPS));
    requireCancelled(() -> queries.listMembers(USERS));
  }

  @Test
  void anInterruptedReconcilerNamesTheClientsMethod() {
    Map<GroupId, List<UserId>> desired = Map.of(GROUPS.get(0), USERS);
    ReconcilePlan plan = reconciler.plan(ReconcileMode.ADDITIVE, desired);
    requireCancelled(() -> reconciler.plan(ReconcileMode.ADDITIVE, desired));
    requireCancelled(() -> reconciler.changedSince(plan));
  }

  private static void requireCancelled(Runnable calls) {
    Thread.currentThread().interrupt();
    RosterException error = catchThrowableOfType(RosterException.class, calls::run);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(Arrays.stream(ClientMethod.values()).map(ClientMethod::methodName))
        .contains(error.operation());
  }
}
