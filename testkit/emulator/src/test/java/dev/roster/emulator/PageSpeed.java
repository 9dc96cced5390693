package dev.roster.emulator;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A program that compares how long a page takes in a store of a hundred and in one of 100,000
 * users, 1,000 groups and 500,000 memberships, over HTTP: {@code java -Xmx1g -cp <test class path>
 * dev.roster.emulator.PageSpeed}. Rounds in the two stores alternate; medians are printed.
 */
final class PageSpeed {

  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 3_000;

  private PageSpeed() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Side small = new Side("d-0000000100", 100, 1, 1);
    Side large = new Side("d-0000500000", 100_000, 1_000, 5);
    try (Emulator emulator =
        Emulator.builder().store(small.store).store(large.store).withoutSignatures().start()) {
      PlainClient client = new PlainClient(emulator);
      for (String what : List.of("ListGroupMemberships", "ListUsers")) {
        compare(client, what, small, large, WARM_UP);
        double[] medians = compare(client, what, small, large, ROUNDS);
        out.printf(
            Locale.ROOT,
            "%s: %.0f us in the small store, %.0f us in the large one, ratio %.2f%n",
            what,
            medians[0],
            medians[1],
            medians[1] / medians[0]);
      }
    }
  }

  private static double[] compare(
      PlainClient client, String operation, Side small, Side large, int rounds) throws Exception {
    List<Long> ofSmall = new ArrayList<>();
    List<Long> ofLarge = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ofSmall.add(nanos(client, operation, small.parameters()));
      ofLarge.add(nanos(client, operation, large.parameters()));
    }
    return new double[] {median(ofSmall) / 1e3, median(ofLarge) / 1e3};
  }

  private static long nanos(PlainClient client, String operation, String parameters)
      throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> response = client.aws(operation, parameters);
    long elapsed = System.nanoTime() - start;
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.body());
    }
    return elapsed;
  }

  private static long median(List<Long> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  /** A store in which every group has at least a hundred members. */
  private static final class Side {

    private final MemoryIdentityStore store;
    private final GroupId group;

    Side(String id, int users, int groups, int groupsPerUser) {
      store = new MemoryIdentityStore(new IdentityStoreId(id));
      List<GroupId> all = new ArrayList<>();
      for (int each = 0; each < groups; each++) {
        all.add(store.addGroup());
      }
      for (int each = 0; each < users; each++) {
        UserId user = store.users().create(Attributes.none().with("userName", "user-" + each));
        for (int step = 0; step < groupsPerUser; step++) {
          int place = (each + step * (groups / groupsPerUser)) % groups;
          store.createMembership(all.get(place), user);
        }
      }
      group = all.get(groups / 2);
    }

    /** The first page of a hundred; a listing of users does not look at the group. */
    String parameters() {
      return "{\"IdentityStoreId\":\"%s\",\"GroupId\":\"%s\",\"MaxResults\":100}"
          .formatted(store.identityStoreId(), group);
    }
  }
}
