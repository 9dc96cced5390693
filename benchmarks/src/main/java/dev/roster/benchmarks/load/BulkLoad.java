package dev.roster.benchmarks.load;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.client.Ids;
import dev.roster.benchmarks.client.RosterMemberships;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import java.net.URI;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Creates memberships in bulk. */
public final class BulkLoad {

  private BulkLoad() {}

  /** Arguments: client, endpoint, calls at a time, calls. */
  public static void main(String[] arguments) throws Exception {
    ClientKind kind = ClientKind.of(arguments[0]);
    try (RosterMemberships client = (RosterMemberships) kind.open(URI.create(arguments[1]))) {
      client.create(0);
      StartSignal.await();
      int concurrency = Integer.parseInt(arguments[2]);
      add(client, concurrency, Integer.parseInt(arguments[3])).figures().print();
    }
  }

  private static Tally add(RosterMemberships client, int concurrency, int calls) {
    Tally tally = new Tally();
    BulkMemberships.of(client.memberships())
        .withConcurrency(concurrency)
        .add(members(calls), result -> count(result, tally));
    return tally;
  }

  static Iterator<GroupMember> members(int count) {
    GroupId group = new GroupId(Ids.group());
    return IntStream.range(0, count)
        .mapToObj(number -> new GroupMember(group, new UserId(Ids.user(number))))
        .iterator();
  }

  /** When an item began is not known: its time stays out of the figures. */
  private static void count(ItemResult result, Tally tally) {
    long now = System.nanoTime();
    if (result.status() == ItemStatus.CREATED) {
      tally.done(now);
    } else {
      tally.failed(now, result.error().orElseThrow());
    }
  }
}
