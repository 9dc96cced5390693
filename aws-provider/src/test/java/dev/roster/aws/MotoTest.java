package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/**
 * The operations that moto has, against moto: a server that was written elsewhere and knows nothing
 * of this library.
 *
 * <p>Not part of the default build: {@code mvn -Pinstalled-tools -pl aws-provider -am verify}.
 */
@Tag("installed-tools")
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class MotoTest {

  private static final String PROGRAM = "moto_server";
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");

  @TempDir private static Path directory;
  private @Nullable Process server;
  private @Nullable URI address;

  @BeforeAll
  void startMoto() throws IOException, InterruptedException {
    assumeTrue(
        isInstalled(), PROGRAM + " is not installed: it comes with the package moto[server]");
    Process started =
        new ProcessBuilder(PROGRAM, "-H", "127.0.0.1", "-p", "0")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    server = started;
    address = readAddress(started);
  }

  @AfterAll
  void endMoto() {
    if (server != null) {
      server.destroy();
    }
  }

  @ParameterizedTest
  @EnumSource
  void createListBothWaysWithPagesAndDelete(HttpClientKind http) {
    try (IdentitystoreClient sdk = sdk(http);
        RosterClient client = client(http)) {
      UserId user = user(sdk, http.name());
      Set<Membership> made = new HashSet<>();
      for (int number = 0; number < 5; number++) {
        made.add(client.createMembership(group(sdk, http.name() + number), user));
      }
      GroupId busy = group(sdk, http.name() + "busy");
      for (int number = 0; number < 5; number++) {
        made.add(client.createMembership(busy, user(sdk, http.name() + number)));
      }

      Set<String> listed = ids(client.listMembershipsForMember(user).withPageSize(2));
      listed.addAll(ids(client.listMemberships(busy).withPageSize(2)));
      assertThat(listed).isEqualTo(ids(made));

      made.forEach(membership -> client.deleteMembership(membership.membershipId()));
      assertThat(client.listMembershipsForMember(user)).isEmpty();
      assertThat(client.listMemberships(busy)).isEmpty();
    }
  }

  private static Set<String> ids(Iterable<Membership> memberships) {
    Set<String> ids = new HashSet<>();
    memberships.forEach(each -> ids.add(each.membershipId().value()));
    return ids;
  }

  private static UserId user(IdentitystoreClient sdk, String name) {
    return new UserId(
        sdk.createUser(
                request ->
                    request
                        .identityStoreId(OperationCase.STORE.value())
                        .userName(name)
                        .displayName(name)
                        .name(parts -> parts.givenName(name).familyName(name)))
            .userId());
  }

  private static GroupId group(IdentitystoreClient sdk, String name) {
    return new GroupId(
        sdk.createGroup(
                request -> request.identityStoreId(OperationCase.STORE.value()).displayName(name))
            .groupId());
  }

  private IdentitystoreClient sdk(HttpClientKind http) {
    return IdentitystoreClient.builder()
        .region(Region.EU_WEST_1)
        .endpointOverride(Objects.requireNonNull(address))
        .credentialsProvider(IdentityStoreServer.CREDENTIALS)
        .httpClientBuilder(http.builder())
        .build();
  }

  private RosterClient client(HttpClientKind http) {
    return RosterClient.builder(
            AwsDrivers.builder()
                .identityStoreId(OperationCase.STORE)
                .region("eu-west-1")
                .endpoint(Objects.requireNonNull(address))
                .credentialsProvider(IdentityStoreServer.CREDENTIALS)
                .httpClientBuilder(http.builder())
                .build())
        .build();
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      Process help =
          new ProcessBuilder(PROGRAM, "--help")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return help.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** It tells the port that it got from the system; what it prints later must not fill the pipe. */
  private static URI readAddress(Process started) throws IOException {
    BufferedReader output = started.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}), "moto-output");
        drain.setDaemon(true);
        drain.start();
        return URI.create(address.group());
      }
    }
    throw new IOException("%s ended before it printed its address".formatted(PROGRAM));
  }
}
