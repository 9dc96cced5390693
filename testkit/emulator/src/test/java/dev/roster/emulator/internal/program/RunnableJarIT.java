package dev.roster.emulator.internal.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a process of its own, which is all that its users have. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RunnableJarIT {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("runnable.jar")));

  private static final String GROUP = "fa4e2222-0000-4000-8000-000000000001";

  private final List<Process> started = new ArrayList<>();

  @TempDir private Path directory = Path.of("");

  @AfterEach
  void stopWhatIsLeft() throws InterruptedException {
    for (Process each : started) {
      each.destroyForcibly().waitFor();
    }
  }

  @Test
  void itServesBothProtocolsAndStopsInOrderWhenItIsToldTo() throws Exception {
    Path seed = directory.resolve("seed.json");
    Path dump = directory.resolve("dump.json");
    Files.writeString(
        seed,
        """
        {"stores": [{"identityStoreId": "d-1234567890",
          "users": [{"userId": "fa4e1111-0000-4000-8000-000000000001"}],
          "groups": [{"groupId": "fa4e2222-0000-4000-8000-000000000001"}]}]}
        """);
    Process process = start("--port=0", "--no-signatures", "--seed=" + seed, "--dump=" + dump);
    URI endpoint = endpoint(linesUntilReady(process));

    assertThat(createOverAws(endpoint).body()).contains("MembershipId");
    assertThat(listOverHuawei(endpoint).body()).contains("fa4e1111-0000-4000-8000-000000000001");
    assertThat(get(endpoint.resolve("/_roster/state")).body())
        .contains("fa4e2222-0000-4000-8000-000000000001");
    process.toHandle().destroy();

    assertThat(process.waitFor()).isEqualTo(128 + 15);
    assertThat(process.errorReader().readLine()).isNull();
    assertThat(dump).content().contains("membershipId", "fa4e1111-0000-4000-8000-000000000001");
  }

  @Test
  void itSaysItsVersionAndEndsWithTwoWhereAnOptionIsWrong() throws Exception {
    Process version = start("--version");
    assertThat(version.inputReader().readLine()).matches("roster-emulator \\d.*");
    assertThat(version.waitFor()).isZero();

    Process wrong = start("--throttle=fast");
    assertThat(wrong.errorReader().readLine()).contains("--throttle");
    assertThat(wrong.waitFor()).isEqualTo(2);
  }

  @Test
  void itsOwnErrorsGoToTheErrorStream() throws Exception {
    String testClasses = Path.of("target", "test-classes").toAbsolutePath().toString();
    Process process =
        startJava("-cp", JAR + File.pathSeparator + testClasses, FailingServer.class.getName());

    assertThat(process.inputReader().readLine()).isEqualTo("500");
    assertThat(process.errorReader().lines())
        .anyMatch(line -> line.contains("the emulator itself failed"))
        .anyMatch(line -> line.contains("a defect of the emulator"));
  }

  @Test
  void theJarKeepsTheLicencesOfWhatItHolds() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      List<String> names = new ArrayList<>();
      entries.asIterator().forEachRemaining(each -> names.add(each.getName()));

      assertThat(names)
          .doesNotHaveDuplicates()
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/LICENSE.txt")
          .noneMatch(name -> name.endsWith("module-info.class"))
          .filteredOn(name -> name.startsWith("META-INF/services/"))
          .isNotEmpty();
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("-jar", JAR.toString()));
    all.addAll(List.of(arguments));
    return startJava(all.toArray(String[]::new));
  }

  private Process startJava(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(directory.toFile()).start();
    started.add(process);
    return process;
  }

  private static List<String> linesUntilReady(Process process) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader reader = process.inputReader();
    while (!lines.contains("ready")) {
      String line = reader.readLine();
      assertThat(line).as("after %s", lines).isNotNull();
      lines.add(line);
    }
    return lines;
  }

  private static URI endpoint(List<String> lines) {
    String export = "export AWS_ENDPOINT_URL_IDENTITYSTORE=";
    return lines.stream()
        .filter(line -> line.startsWith(export))
        .map(line -> URI.create(line.substring(export.length())))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> createOverAws(URI endpoint) throws Exception {
    return send(
        HttpRequest.newBuilder(endpoint.resolve("/"))
            .header("X-Amz-Target", "AWSIdentityStore.CreateGroupMembership")
            .POST(
                BodyPublishers.ofString(
                    """
                    {"IdentityStoreId": "d-1234567890", "GroupId": "fa4e2222-0000-4000-8000-000000000001",
                     "MemberId": {"UserId": "fa4e1111-0000-4000-8000-000000000001"}}
                    """)));
  }

  private static HttpResponse<String> listOverHuawei(URI endpoint) throws Exception {
    return get(
        endpoint.resolve("/v1/identity-stores/d-1234567890/group-memberships?group_id=" + GROUP));
  }

  private static HttpResponse<String> get(URI target) throws Exception {
    return send(HttpRequest.newBuilder(target));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
