package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * What one of several clients does. It writes in one protocol and looks in the other; the users are
 * its own, so that it knows what must be true of them, and the groups are everybody's.
 */
final class MixedRequests implements Callable<Map<String, Map<String, String>>> {

  private final WireClient writes;
  private final WireClient looks;
  private final List<String> groups;
  private final int number;
  private final int rounds;
  private final Random random;
  private final List<String> users = new ArrayList<>();
  private final Map<String, Map<String, String>> acknowledged = new HashMap<>();

  MixedRequests(PlainClient client, List<String> groups, int number, int rounds) {
    boolean even = number % 2 == 0;
    this.writes = even ? WireClient.aws(client) : WireClient.huawei(client);
    this.looks = even ? WireClient.huawei(client) : WireClient.aws(client);
    this.groups = groups;
    this.number = number;
    this.rounds = rounds;
    this.random = new Random(number);
  }

  /** Returns the memberships that are acknowledged and not removed, by user and group. */
  @Override
  public Map<String, Map<String, String>> call() throws IOException, InterruptedException {
    addUser(0);
    for (int round = 1; round <= rounds; round++) {
      switch (random.nextInt(10)) {
        case 0 -> addUser(round);
        case 1 -> removeUser();
        case 2 -> comeAndGo(round);
        case 3, 4 -> leave();
        case 5 -> look();
        default -> join();
      }
    }
    return acknowledged;
  }

  private void addUser(int round) throws IOException, InterruptedException {
    String user = writes.createUser("FAKE-%d-%d".formatted(number, round));
    users.add(user);
    acknowledged.put(user, new HashMap<>());
  }

  private void removeUser() throws IOException, InterruptedException {
    if (users.size() > 1) {
      String gone = users.remove(random.nextInt(users.size()));
      acknowledged.remove(gone);
      writes.deleteUser(gone);
      assertThat(looks.members(anyGroup())).doesNotContain(gone);
    }
  }

  /** A group of one client only, which goes with its memberships. */
  private void comeAndGo(int round) throws IOException, InterruptedException {
    String group = writes.createGroup("FAKE group %d %d".formatted(number, round));
    String user = anyUser();
    assertThat(writes.join(group, user)).isNotEmpty();
    assertThat(looks.join(group, user)).isEmpty();
    assertThat(looks.members(group)).containsExactly(user);
    writes.deleteGroup(group);
  }

  private void join() throws IOException, InterruptedException {
    String user = anyUser();
    String group = anyGroup();
    String made = writes.join(group, user);
    String before = own(user).get(group);
    if (before == null) {
      assertThat(made).isNotEmpty();
      own(user).put(group, made);
    } else {
      assertThat(made).isEmpty();
    }
  }

  private void leave() throws IOException, InterruptedException {
    Map<String, String> own = own(anyUser());
    if (!own.isEmpty()) {
      String group = List.copyOf(own.keySet()).get(random.nextInt(own.size()));
      writes.leave(Objects.requireNonNull(own.remove(group)));
    }
  }

  /**
   * Of the client's own users only: those of other clients may leave and come back between two
   * pages, with a new membership that is listed as well.
   */
  private void look() throws IOException, InterruptedException {
    String group = anyGroup();
    List<String> members = looks.members(group);
    for (String user : users) {
      assertThat(Collections.frequency(members, user))
          .isEqualTo(own(user).containsKey(group) ? 1 : 0);
    }
  }

  private String anyUser() {
    return users.get(random.nextInt(users.size()));
  }

  private String anyGroup() {
    return groups.get(random.nextInt(groups.size()));
  }

  private Map<String, String> own(String user) {
    return acknowledged.getOrDefault(user, Map.of());
  }
}
