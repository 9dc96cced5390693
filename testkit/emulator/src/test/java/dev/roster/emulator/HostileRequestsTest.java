package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.emulator.HostileRequests.Hostile;
import dev.roster.emulator.RawClient.Response;
import dev.roster.emulator.internal.state.StateJson;
import dev.roster.memory.StoreSnapshot;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Thousands of requests that are spoilt by seed: each is handled, none with a failure of the
 * emulator's own, and none confuses the next one on its connection.
 */
class HostileRequestsTest {

  private static final long SEED = 20_261_121L;
  private static final int BATCH = 100;
  private static final String REPLAY = "hostile.replay";

  private static final String SEEDED =
      """
      {"stores": [{"identityStoreId": "%s",
        "users": [{"userId": "%s", "attributes": {"userName": "ada", "displayName": "Ada",
          "name": {"familyName": "A", "givenName": "A"}}}],
        "groups": [{"groupId": "%s", "attributes": {"displayName": "All"}}],
        "memberships": [{"membershipId": "%s", "groupId": "%s", "userId": "%s"}]}]}
      """
          .formatted(
              HostileRequests.STORE,
              HostileRequests.USER,
              HostileRequests.GROUP,
              HostileRequests.MEMBERSHIP,
              HostileRequests.GROUP,
              HostileRequests.USER);

  private final List<Emulator> emulators = new ArrayList<>();

  @BeforeEach
  void start() {
    emulators.add(seeded().start());
    emulators.add(seeded().withoutSignatures().start());
    emulators.add(
        seeded()
            .withoutSignatures()
            .alternatives(AlternativeBehavior.values())
            .exposeState()
            .start());
  }

  private static EmulatorBuilder seeded() {
    return Emulator.builder().seed(new StringReader(SEEDED));
  }

  @AfterEach
  void close() {
    emulators.forEach(Emulator::close);
  }

  @Test
  void noneOfSomeThousandSpoiltRequestsMakesTheEmulatorFail() throws Exception {
    run(SEED, 0, 3000);
  }

  @Test
  @Tag("soak")
  void noneOfManySpoiltRequestsMakesTheEmulatorFail() throws Exception {
    run(SEED + 1, 0, 25_000);
  }

  @Test
  @EnabledIfSystemProperty(named = REPLAY, matches = "-?[0-9]+:[0-9]+")
  void theOneThatDidIsSentAgain() throws Exception {
    String[] replayed = System.getProperty(REPLAY).split(":", -1);
    int number = Integer.parseInt(replayed[1]);
    run(Long.parseLong(replayed[0]), number - number % BATCH, number + 1);
  }

  @Test
  void noneOfSeveralClientsThatSendThemTogetherIsConfused() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int client = 0; client < 8; client++) {
        long seed = SEED + 100 + client;
        Emulator emulator = emulators.get(client % emulators.size());
        calls.add(
            () -> {
              send(emulator, seed, 0, 250);
              return null;
            });
      }
      for (Future<Void> each : clients.invokeAll(calls)) {
        each.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private void run(long seed, int from, int to) throws Exception {
    for (int batch = from; batch < to; batch += BATCH) {
      Emulator emulator = emulators.get(batch / BATCH % emulators.size());
      emulator.store().restore(fresh());
      send(emulator, seed, batch, Math.min(to, batch + BATCH));
    }
    for (Emulator each : emulators) {
      assertThat(each.journal())
          .hasSizeLessThanOrEqualTo(10_000)
          .allMatch(entry -> entry.store().length() <= 103);
    }
  }

  private static StoreSnapshot fresh() {
    return StateJson.read(new StringReader(SEEDED)).get(0);
  }

  private static void send(Emulator emulator, long seed, int from, int to) throws IOException {
    RawClient kept = new RawClient(emulator);
    try {
      for (int number = from; number < to; number++) {
        Hostile request = HostileRequests.of(seed, number);
        try {
          if (!request.framed()) {
            alone(emulator, request);
          } else if (!together(kept, request)) {
            kept.close();
            kept = new RawClient(emulator);
          }
        } catch (IOException | RuntimeException | AssertionError violation) {
          throw new AssertionError(replay(seed, number, request), violation);
        }
      }
    } finally {
      kept.close();
    }
  }

  private static String replay(long seed, int number, Hostile request) {
    String bytes = request.bytes();
    return "mvn -pl testkit/emulator -am test -Dtest=HostileRequestsTest#theOneThatDidIsSentAgain"
        + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=%d:%d : %s"
            .formatted(REPLAY, seed, number, bytes.lines().findFirst().orElse("no bytes").strip());
  }

  /** Whatever it is, each response that it gets is a proper one, and then the connection ends. */
  private static void alone(Emulator emulator, Hostile request) throws IOException {
    try (RawClient client = new RawClient(emulator)) {
      client.send(request.bytes());
      client.endSending();
      client.responses().forEach(HostileRequestsTest::assertProper);
    }
  }

  /** It gets one response, and the next request its own. Whether the connection is kept. */
  private static boolean together(RawClient client, Hostile request) throws IOException {
    Response response = afterContinue(client.send(request.bytes()));
    assertProper(response);
    if (response.keepsConnection()) {
      client.send(RawClient.head("GET", "/v1/sign-of-life") + "\r\n");
      assertThat(client.response().body()).containsPattern("APIGW?[.]0101");
    }
    return response.keepsConnection();
  }

  private static Response afterContinue(RawClient client) throws IOException {
    Response first = client.response();
    return first.status() == 100 ? client.response() : first;
  }

  private static void assertProper(Response response) {
    assertThat(response.status())
        .as(response.body())
        .matches(status -> (status >= 100 && status < 500) || status == 505);
    assertThat(response.body()).doesNotContain("\tat ", "itself failed", "java.lang.");
  }
}
