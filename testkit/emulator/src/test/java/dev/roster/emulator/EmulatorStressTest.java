package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eight clients in two protocols: no duplicate, no orphan, no lost write, nothing left behind. */
class EmulatorStressTest {

  private static final int CLIENTS = 8;
  private static final int GROUPS = 5;

  @Test
  void whatWasAcknowledgedIsThereAndNothingElse() throws Exception {
    everythingAddsUp(120);
  }

  @Test
  @Tag("soak")
  void whatWasAcknowledgedIsThereAndNothingElseAfterMinutes() throws Exception {
    everythingAddsUp(30_000);
  }

  private static void everythingAddsUp(int rounds) throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (Emulator emulator = Emulator.builder().withoutSignatures().start()) {
      Map<String, Map<String, String>> acknowledged = run(emulator, rounds);

      assertThat(emulator.store().users().ids())
          .extracting(UserId::value)
          .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
      assertThat(emulator.store().groups().ids()).hasSize(GROUPS);
      assertThat(memberships(emulator)).isEqualTo(acknowledged);
      assertThat(emulator.store().membershipCount())
          .isEqualTo(acknowledged.values().stream().mapToInt(Map::size).sum());
    }
    assertThat(serverThreads(before)).isEmpty();
  }

  private static Map<String, Map<String, String>> run(Emulator emulator, int rounds)
      throws Exception {
    PlainClient client = new PlainClient(emulator);
    List<String> groups = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      groups.add(WireClient.aws(client).createGroup("FAKE group " + group));
    }
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      Map<String, Map<String, String>> all = new HashMap<>();
      for (Future<Map<String, Map<String, String>>> each :
          clients.invokeAll(
              IntStream.range(0, CLIENTS)
                  .mapToObj(number -> new MixedRequests(client, groups, number, rounds))
                  .toList())) {
        all.putAll(each.get());
      }
      return all;
    } finally {
      clients.shutdownNow();
    }
  }

  private static Map<String, Map<String, String>> memberships(Emulator emulator) {
    Map<String, Map<String, String>> found = new HashMap<>();
    emulator.store().users().ids().forEach(user -> found.put(user.value(), new HashMap<>()));
    emulator
        .store()
        .snapshot()
        .memberships()
        .forEach(
            each ->
                found
                    .computeIfAbsent(each.memberId().value(), orphan -> new HashMap<>())
                    .put(each.groupId().value(), each.membershipId().value()));
    return found;
  }

  private static List<String> serverThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.isAlive())
        .map(Thread::getName)
        .filter(name -> name.startsWith("qtp") || name.startsWith("roster"))
        .toList();
  }
}
