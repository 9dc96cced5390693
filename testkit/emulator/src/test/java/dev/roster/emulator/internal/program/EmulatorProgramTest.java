package dev.roster.emulator.internal.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The program in this process; it stops as soon as it has started. */
class EmulatorProgramTest {

  private static final String SEED =
      """
      {"stores": [{"identityStoreId": "d-0000000007",
        "users": [{"userId": "fake-user-1", "attributes": {"userName": "ada"}}]}]}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory = Path.of("");

  @Test
  void withoutOptionsButThePortItSaysWhereItIsAndThatItIsReady() {
    assertThat(run("--port", "0")).isZero();

    List<String> lines = out.toString().lines().toList();
    assertThat(lines).endsWith("ready").contains("store:                 d-1234567890");
    assertThat(lines)
        .anyMatch(line -> line.matches("AWS endpoint: +http://127\\.0\\.0\\.1:\\d+"))
        .anyMatch(line -> line.matches("Huawei Cloud endpoint: http://127\\.0\\.0\\.1:\\d+"))
        .anyMatch(
            line ->
                line.matches(
                    "export AWS_ENDPOINT_URL_IDENTITYSTORE=http://127\\.0\\.0\\.1:[1-9]\\d*"))
        .anyMatch(
            line ->
                line.matches(
                    "export HUAWEICLOUD_SDK_REGION_IDENTITYCENTERSTORE_CN_NORTH_4=http://.*"))
        .contains("export AWS_REGION=eu-west-1");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void storesKeysAndRegionAreThoseThatAreGiven() {
    int exitCode =
        run(
            "--port=0",
            "--store=d-0000000001",
            "--store=d-0000000002",
            "--key=FAKEAK1:fakeSecret1:fake'token",
            "--key=FAKEAK2:fakeSecret2",
            "--region=eu-central-1",
            "--primary-region=eu-central-1",
            "--alternative=AWS_STATUSES_ARE_MODELLED",
            "--alternative=AWS_REPLICA_HIDES_PRIMARY",
            "--throttle=20",
            "--burst=40",
            "--retry-hint=header",
            "--no-signatures");

    assertThat(exitCode).isZero();
    assertThat(out.toString().lines())
        .contains("store:                 d-0000000001", "store:                 d-0000000002")
        .contains("export AWS_ACCESS_KEY_ID=FAKEAK1", "export HUAWEICLOUD_SDK_SK=fakeSecret1")
        .contains("export AWS_SESSION_TOKEN='fake'\\''token'", "export AWS_REGION=eu-central-1")
        .noneMatch(line -> line.contains("FAKEAK2"));
  }

  @Test
  void whatItIsSeededWithIsThereAtTheEnd() throws IOException {
    Path seed = Files.writeString(directory.resolve("seed.json"), SEED);
    Path dump = directory.resolve("dump.json");

    assertThat(run("--port=0", "--seed=" + seed, "--dump=" + dump)).isZero();

    assertThat(out.toString()).contains("d-0000000007").doesNotContain("d-1234567890");
    assertThat(dump).content().contains("fake-user-1", "ada", "d-0000000007");
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @ParameterizedTest
  @CsvSource({
    "--port=65536,             port must be between 0 and 65535",
    "--port=eighty,            '--port'",
    "--store=,                 identity store id",
    "--key=FAKEAK1,            a key must look like ID:SECRET",
    "--key=:fakeSecret1,       access key id must not be blank",
    "--throttle=0,             a rate of more than 0",
    "--burst=40,               --burst says nothing without --throttle",
    "--retry-hint=elsewhere,   AS_DOCUMENTED",
    "--alternative=OTHER,      AWS_STATUSES_ARE_MODELLED",
    "--seed=no-such-file.json, there is no file no-such-file.json",
    "--dump=/,                 must be a file in a directory that exists",
    "--host=192.0.2.1,         cannot listen on 192.0.2.1",
    "--prot=80,                Unknown option: '--prot=80'"
  })
  void whatItCannotUseIsSaidAndEndsItWithTwo(String option, String message) {
    String[] arguments =
        option.startsWith("--port") ? new String[] {option} : new String[] {"--port=0", option};

    assertThat(run(arguments)).isEqualTo(2);

    assertThat(err.toString()).contains(message).doesNotContain("fakeSecret1", "\tat ");
    assertThat(out.toString()).doesNotContain("ready");
  }

  @Test
  void aSeedThatIsWrongIsSaidWithItsFileAndPlace() throws IOException {
    Path seed = Files.writeString(directory.resolve("seed.json"), "{\n  \"store\": []\n}");

    assertThat(run("--seed=" + seed)).isEqualTo(2);

    assertThat(err.toString()).contains(seed + ": line 3, column 1, stores: ");
  }

  @Test
  void aPortThatIsInUseIsSaid() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("--port=" + taken.getLocalPort())).isEqualTo(2);

      assertThat(err.toString())
          .contains(":%d: is the port in use?".formatted(taken.getLocalPort()));
    }
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString())
        .contains("--port", "--host", "--store", "--key", "--seed", "--dump", "--throttle")
        .contains("--burst", "--retry-hint", "--region", "--no-signatures", "--version")
        .contains("ABSENT");
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine(new CountDownLatch(0));
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
