package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.cli.terminal.StopRequest;
import dev.roster.cli.terminal.Terminal;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the end of the program says to scripts. */
class ExitCodesTest {

  private static final Terminal SEEN = new Terminal(true, true, true, 100);

  @Test
  void wrongUsageIsSixtyFour() {
    Run.Shell shell = new Run.Shell(Map.of("HOME", "/nonexistent"));
    assertThat(shell.run("membr").exitCode()).isEqualTo(64);
    assertThat(shell.run("member", "list").exitCode()).isEqualTo(64);
    assertThat(shell.run("member").exitCode()).isEqualTo(64);
    assertThat(shell.run("group", "list", "--output", "xml").exitCode()).isEqualTo(64);
    assertThat(shell.run("group", "list", "--uri", "nowhere://x").exitCode()).isEqualTo(64);
    Run none = shell.run("group", "list");
    assertThat(none.exitCode()).isEqualTo(64);
    assertThat(none.err()).contains("--uri").contains("ROSTER_URI").contains("roster demo");
  }

  @Test
  void helpIsNoError() {
    Run help = new Run.Shell(Map.of()).run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Examples:").contains("130   interrupted");
    assertThat(new Run.Shell(Map.of()).run("--version").out()).startsWith("roster ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void whatRemovesIsNotDoneWithoutAnAnswer(String name) {
    try (Cloud cloud = Cloud.of(name)) {
      Run run = cloud.run("offboard", "alan");
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).contains("2 removals").contains("--dry-run").contains("--yes");
      Run no = cloud.shell().on(SEEN).answering("no\n").run("offboard", "alan");
      assertThat(no.exitCode()).isEqualTo(3);
      assertThat(no.err()).contains("remove alan from Engineers").contains("[y/N]");
      Run end = cloud.shell().on(SEEN).answering("").run("offboard", "alan");
      assertThat(end.exitCode()).isEqualTo(3);
      assertThat(cloud.emulator().requestCount(Operation.DELETE_MEMBERSHIP)).isZero();
      Run yes = cloud.shell().on(SEEN).answering("y\n").run("offboard", "alan");
      assertThat(yes.exitCode()).isZero();
      assertThat(cloud.store().membershipCount()).isEqualTo(4);
    }
  }

  @Test
  void aDryRunChangesNothing() {
    try (Cloud cloud = Cloud.of("aws")) {
      assertThat(cloud.run("member", "add", "Engineers", "grace", "--dry-run").out())
          .contains("planned");
      assertThat(cloud.run("offboard", "alan", "--dry-run").exitCode()).isZero();
      assertThat(cloud.shell().with("ROSTER_DRY_RUN", "true").run("offboard", "alan").out())
          .contains("planned");
      assertThat(cloud.run("group", "create", "New", "--dry-run").exitCode()).isZero();
      assertThat(cloud.run("group", "create", "Admins", "--dry-run").exitCode()).isEqualTo(1);
      assertThat(cloud.store().membershipCount()).isEqualTo(6);
      assertThat(cloud.store().groups().count()).isEqualTo(3);
    }
  }

  @Test
  void anErrorIsOneAndSomeErrorsAreFour() {
    try (Cloud cloud = Cloud.of("aws")) {
      cloud
          .store()
          .faults()
          .on(Operation.CREATE_MEMBERSHIP)
          .next(Fault.of(FaultKind.QUOTA_EXCEEDED));
      Run partly = cloud.run("member", "add", "Engineers", "grace", "margaret");
      assertThat(partly.exitCode()).isEqualTo(4);
      assertThat(partly.out()).contains("failed").contains("created");
      assertThat(partly.err()).contains("1 of 2 done");
      cloud
          .store()
          .faults()
          .on(Operation.CREATE_MEMBERSHIP)
          .always(Fault.of(FaultKind.QUOTA_EXCEEDED));
      assertThat(cloud.run("member", "add", "Admins", "ada").exitCode()).isEqualTo(1);
    }
  }

  @Test
  void whatWouldFailAgainIsNotSaidToBeDoneByTheSameCommand() {
    try (Cloud cloud = Cloud.of("aws")) {
      cloud
          .store()
          .faults()
          .on(Operation.CREATE_MEMBERSHIP)
          .always(Fault.of(FaultKind.ACCESS_DENIED));
      Run run = cloud.run("member", "add", "Engineers", "grace", "margaret");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("; when that is mended, the same command");
    }
  }

  @Test
  void aCommandThatIsStoppedBeforeItBeginsChangesNothing() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run =
          cloud
              .shell()
              .stoppedBy(ExitCodesTest::signalled)
              .run("member", "add", "Engineers", "grace", "margaret");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(run.exitCode()).isEqualTo(130);
      assertThat(cloud.emulator().requestCount(Operation.CREATE_MEMBERSHIP)).isZero();
    }
  }

  private static StopRequest signalled(StopRequest request) {
    request.signalled(2);
    return request;
  }

  /** A terminal at which no one answers, and Ctrl-C is typed instead. */
  private static final class NoAnswer extends InputStream {

    private final Thread worker = Thread.currentThread();

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    @SuppressWarnings("Interruption") // the signal's handler does it
    public int read(byte[] bytes, int offset, int length) throws IOException {
      worker.interrupt();
      return new PipedInputStream(new PipedOutputStream()).read();
    }
  }

  @Test
  @Timeout(60)
  void aQuestionEndsWithTheFirstRequestToStop() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.shell().on(SEEN).answering(new NoAnswer()).run("offboard", "alan");
      assertThat(run.exitCode()).as(run.all()).isEqualTo(130);
      assertThat(run.err()).contains("[y/N]").contains("roster: interrupted");
      assertThat(cloud.emulator().requestCount(Operation.DELETE_MEMBERSHIP)).isZero();
    }
  }

  @Test
  void everyRunInOneProcessIsOnItsOwn() {
    try (Cloud cloud = Cloud.of("aws")) {
      assertThat(cloud.run("group", "list", "-o", "json").out()).startsWith("[");
      assertThat(cloud.run("group", "list").out()).startsWith("GROUP NAME");
    }
  }
}
