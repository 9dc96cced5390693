package dev.roster.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.roster.emulator.Emulator;
import dev.roster.emulator.clients.InstalledClient.Result;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that are installed on the machine see the service's own responses and error codes.
 *
 * <p>Not part of the default build: {@code mvn -Pinstalled-tools -pl testkit/emulator -am verify}.
 */
@Tag("installed-tools")
@TestInstance(Lifecycle.PER_CLASS)
abstract class InstalledClientTest {

  private static final String UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";

  @TempDir private static Path home;
  private final Emulator emulator = Emulator.start();
  private InstalledClient client;

  /** Makes the client, or ends the tests as skipped. */
  abstract InstalledClient client(Tool tool) throws Exception;

  @BeforeAll
  void startClient() throws Exception {
    Map<String, String> variables =
        Map.of(
            "AWS_ACCESS_KEY_ID", emulator.key().id(),
            "AWS_SECRET_ACCESS_KEY", emulator.key().secret(),
            "AWS_DEFAULT_REGION", "eu-west-1");
    client = client(new Tool(emulator.endpoint(), home, variables));
  }

  @AfterAll
  void endClient() {
    if (client != null) {
      client.close();
    }
    emulator.close();
  }

  @Test
  void everyOperationSucceeds() throws Exception {
    Map<String, String> ids =
        EveryOperation.call(client, emulator.store().identityStoreId().value(), operations());

    assertThat(ids).containsOnlyKeys("$GROUP", "$USER", "$MEMBERSHIP");
    assertThat(emulator.store().groups().ids()).isEmpty();
    assertThat(emulator.store().users().ids()).isEmpty();
  }

  /** The operations that the client has. */
  Set<AwsOperation> operations() {
    return EnumSet.complementOf(EnumSet.copyOf(AwsOperation.NEWER));
  }

  Emulator emulator() {
    return emulator;
  }

  InstalledClient client() {
    return client;
  }

  Stream<Arguments> documentedErrors() {
    return operations().stream()
        .flatMap(
            operation -> operation.errors().stream().map(error -> arguments(operation, error)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("documentedErrors")
  void everyDocumentedErrorIsPrintedByItsName(AwsOperation operation, AwsError error)
      throws Exception {
    emulator.store().faults().clear();
    String store = error.prepare(emulator.store());

    Result result =
        client.call(
            operation.name(), operation.parameters(store).replaceAll("\\$[A-Z]+", UNKNOWN_ID));

    assertThat(result.code()).as(result.text()).isEqualTo(error.name());
  }
}
