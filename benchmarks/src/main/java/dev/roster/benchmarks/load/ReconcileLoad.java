package dev.roster.benchmarks.load;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.client.Ids;
import dev.roster.benchmarks.client.RosterMemberships;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a group's members equal to a list that leaves out some of them and has as many others. */
public final class ReconcileLoad {

  private ReconcileLoad() {}

  /** Arguments: client, endpoint, members of the group, changes of each sort. */
  public static void main(String[] arguments) throws Exception {
    ClientKind kind = ClientKind.of(arguments[0]);
    int members = Integer.parseInt(arguments[2]);
    int changes = Integer.parseInt(arguments[3]);
    try (RosterMemberships client = (RosterMemberships) kind.open(URI.create(arguments[1]))) {
      StartSignal.await();
      reconcile(client, desired(members, changes)).print();
    }
  }

  private static Figures reconcile(RosterMemberships client, Map<GroupId, Set<UserId>> desired) {
    long start = System.nanoTime();
    Reconciler reconciler = Reconciler.of(client.memberships());
    ReconcileReport report = reconciler.apply(reconciler.plan(ReconcileMode.EXCLUSIVE, desired));
    return new Figures()
        .with("wallSeconds", (System.nanoTime() - start) / 1e9)
        .with("failed", report.failures().size());
  }

  private static Map<GroupId, Set<UserId>> desired(int members, int changes) {
    return Map.of(
        new GroupId(Ids.group()),
        IntStream.range(changes, members + changes)
            .mapToObj(number -> new UserId(Ids.user(number)))
            .collect(Collectors.toSet()));
  }
}
