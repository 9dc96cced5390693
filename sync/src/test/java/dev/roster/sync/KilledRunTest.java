package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.emulator.Emulator;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.reconcile.ChangeKind;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process is killed in the middle of its changes, a thousand or few, at a moment at which every
 * one of its calls is made and none is answered. The audit file and the store agree but for these
 * calls, and the next run of the same plan makes what is left, and nothing twice.
 */
class KilledRunTest {

  private static final int UNDER_WAY = 8;
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  @TempDir Path directory;

  private final Emulator emulator = Emulator.start();
  private final RequestIds requestIds = new RequestIds();
  private final Map<GroupId, List<UserId>> desired = new LinkedHashMap<>();
  private final List<Membership> before = new ArrayList<>();
  private String uri = "";

  @BeforeEach
  void keys() {
    System.setProperty(ID, emulator.key().id());
    System.setProperty(SECRET, emulator.key().secret());
  }

  /** Each cloud finds its keys in its own way: AWS in properties, Huawei Cloud in a file. */
  private String uri(String cloud) throws IOException {
    if (cloud.equals("aws")) {
      return emulator.awsUri();
    }
    Path keys =
        Files.writeString(
            directory.resolve("keys"),
            "[basic]\nak = %s\nsk = %s\n".formatted(emulator.key().id(), emulator.key().secret()));
    return emulator.huaweiUri()
        + "&profileFile="
        + URLEncoder.encode(keys.toString(), StandardCharsets.UTF_8);
  }

  private void groupsToChange(int groups, int toAdd, int toRemove) {
    List<UserId> users =
        IntStream.range(0, toAdd + toRemove).mapToObj(each -> emulator.store().addUser()).toList();
    for (int number = 0; number < groups; number++) {
      GroupId group = emulator.store().addGroup();
      desired.put(group, users.subList(0, toAdd));
      users
          .subList(toAdd, users.size())
          .forEach(user -> before.add(emulator.store().createMembership(group, user)));
    }
  }

  @AfterEach
  void stop() {
    System.clearProperty(ID);
    System.clearProperty(SECRET);
    emulator.store().faults().clear();
    emulator.close();
  }

  /**
   * A thousand changes once over each cloud; the other half of the plan in fewer. A change waits
   * for the one before it in its group, and those behind it wait as well: so there are more than
   * twice as many groups as calls are under way, or one that is late and held would keep others
   * away.
   */
  @ParameterizedTest
  @CsvSource({
    "aws,    20, 30, 20, CREATE_MEMBERSHIP, 300",
    "huawei, 20, 30, 20, DELETE_MEMBERSHIP, 200",
    "huawei, 20,  3,  2, CREATE_MEMBERSHIP,   8",
    "aws,    20,  3,  2, DELETE_MEMBERSHIP,   8"
  })
  void theFileAndTheStoreAgreeAndNothingIsRepeated(
      String cloud, int groups, int toAdd, int toRemove, Operation operation, int made)
      throws Exception {
    uri = uri(cloud);
    groupsToChange(groups, toAdd, toRemove);
    int changes = groups * (toAdd + toRemove);
    int earlier = operation == Operation.DELETE_MEMBERSHIP ? groups * toAdd : 0;
    try (RosterClient client = open()) {
      ReconcilePlan plan = Reconciler.of(client).plan(ReconcileMode.EXCLUSIVE, desired);
      assertThat(plan.expectedCalls()).isEqualTo(changes);
      killDuring(plan, operation, made);

      Set<PlannedChange> recorded = new HashSet<>(recorded());
      assertThat(recorded).hasSize(earlier + made);
      Set<PlannedChange> inStore = madeInStore(client);
      assertThat(inStore).containsAll(recorded).hasSize(recorded.size() + UNDER_WAY);
      inStore.removeAll(recorded);
      assertThat(inStore.stream().map(PlannedChange::groupId)).doesNotHaveDuplicates();

      emulator.forgetRequests();
      finish(client, plan);
      assertThat(
              emulator.requestCount(Operation.CREATE_MEMBERSHIP)
                  + emulator.requestCount(Operation.DELETE_MEMBERSHIP))
          .isEqualTo(changes - earlier - made - UNDER_WAY);
      assertThat(madeInStore(client)).hasSize(changes);
    }
  }

  private void finish(RosterClient client, ReconcilePlan plan) {
    SyncReport report = AppliesPlan.run(client, directory, requestIds).apply(plan);
    assertThat(report.status()).isEqualTo(SyncStatus.DONE);
    assertThat(recorded())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(plan.changes().toList());
    assertThat(entries())
        .filteredOn(entry -> entry.requestId().isEmpty() && entry.change().isPresent())
        .as("found to be done, without a request of its own")
        .hasSize(UNDER_WAY);
  }

  private RosterClient open() {
    return RosterClient.builder(uri).listener(requestIds).build();
  }

  private void killDuring(ReconcilePlan plan, Operation operation, int made) throws Exception {
    Path file = Files.writeString(directory.resolve("plan"), plan.toText());
    for (int call = 1; call <= UNDER_WAY; call++) {
      emulator
          .store()
          .faults()
          .on(operation)
          .call(made + call, Fault.of(FaultKind.RESPONSE_DELAYED));
    }
    Process process = start(file);
    try {
      assertThat(emulator.store().faults().awaitHeld(UNDER_WAY, LONG)).isTrue();
      refuseAnotherRun(plan, process);
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    emulator.store().faults().clear();
  }

  private void refuseAnotherRun(ReconcilePlan plan, Process process) {
    try (RosterClient client = open()) {
      assertThatThrownBy(() -> AppliesPlan.run(client, directory, requestIds).apply(plan))
          .isInstanceOf(RunUnderWayException.class)
          .hasMessageContaining("process " + process.pid());
    }
  }

  private Process start(Path plan) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-D" + ID + "=" + emulator.key().id(),
            "-D" + SECRET + "=" + emulator.key().secret(),
            "-classpath",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            AppliesPlan.class.getName(),
            uri,
            directory.toString(),
            plan.toString())
        .redirectErrorStream(true)
        .redirectOutput(new File(directory.toFile(), "output"))
        .start();
  }

  private List<AuditEntry> entries() {
    try (var entries = AuditFile.read(directory.resolve("audit.jsonl"))) {
      return entries.toList();
    }
  }

  private List<PlannedChange> recorded() {
    return entries().stream().flatMap(entry -> entry.change().stream()).toList();
  }

  /** What is different from the beginning. */
  private Set<PlannedChange> madeInStore(RosterClient client) {
    Set<PlannedChange> made = new HashSet<>();
    desired.forEach(
        (group, users) -> {
          Set<MemberId> members =
              client.listMemberships(group).stream()
                  .map(Membership::memberId)
                  .collect(Collectors.toSet());
          users.stream()
              .filter(members::contains)
              .forEach(user -> made.add(new PlannedChange(ChangeKind.ADD, group, user)));
          before.stream()
              .filter(membership -> membership.groupId().equals(group))
              .map(Membership::memberId)
              .filter(member -> !members.contains(member))
              .forEach(member -> made.add(new PlannedChange(ChangeKind.REMOVE, group, member)));
        });
    return made;
  }
}
