package dev.roster.benchmarks.load;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.client.Ids;
import dev.roster.benchmarks.client.RosterMemberships;
import dev.roster.query.AccessPlan;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks who of many users is in which of many groups, of which the sizes are known. */
public final class MatrixLoad {

  private MatrixLoad() {}

  /** Arguments: client, endpoint, users, groups, members of each group. */
  public static void main(String[] arguments) throws Exception {
    ClientKind kind = ClientKind.of(arguments[0]);
    int users = Integer.parseInt(arguments[2]);
    int groups = Integer.parseInt(arguments[3]);
    try (RosterMemberships client = (RosterMemberships) kind.open(URI.create(arguments[1]))) {
      StartSignal.await();
      ask(client, users, groups, Long.parseLong(arguments[4])).print();
    }
  }

  private static Figures ask(
      RosterMemberships client, int users, int groups, long membersOfAGroup) {
    long start = System.nanoTime();
    AccessQueries queries = AccessQueries.of(client.memberships());
    AccessPlan plan = plan(queries, users, groups, membersOfAGroup);
    queries.ask(plan);
    return new Figures()
        .with("wallSeconds", (System.nanoTime() - start) / 1e9)
        .with("expectedCalls", plan.expectedCalls());
  }

  private static AccessPlan plan(
      AccessQueries queries, int users, int groups, long membersOfAGroup) {
    List<GroupId> asked =
        IntStream.range(0, groups).mapToObj(n -> new GroupId(Ids.group(n))).toList();
    Map<GroupId, Long> sizes =
        asked.stream().collect(Collectors.toMap(Function.identity(), group -> membersOfAGroup));
    return queries.plan(
        IntStream.range(0, users).mapToObj(n -> new UserId(Ids.user(n))).toList(),
        asked,
        ListingSizes.unknown().withGroups(sizes));
  }
}
