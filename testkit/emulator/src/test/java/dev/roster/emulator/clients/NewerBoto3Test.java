package dev.roster.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.emulator.clients.InstalledClient.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Python's client of October 2026, which has all 22 operations. It comes from a virtual environment
 * that is made beforehand, where the package index can be reached:
 *
 * <pre>
 * python3 -m venv testkit/emulator/target/newer-boto3
 * testkit/emulator/target/newer-boto3/bin/pip install 'boto3&gt;=1.43.107'
 * </pre>
 */
final class NewerBoto3Test extends InstalledClientTest {

  /** In the module's directory, in which its tests run. */
  private static final Path PYTHON = Path.of("target", "newer-boto3", "bin", "python3");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  InstalledClient client(Tool tool) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(PYTHON),
        "there is no virtual environment with a newer boto3; docs/building.md says how to make it");
    return new Boto3(tool, PYTHON.toAbsolutePath().toString());
  }

  @Override
  Set<AwsOperation> operations() {
    return EnumSet.allOf(AwsOperation.class);
  }

  private JsonNode call(String operation, String parameters) throws Exception {
    Result result = client().call(operation, parameters.replace('\'', '"'));
    assertThat(result.code()).as(result.text()).isEmpty();
    return JSON.readTree(result.text());
  }

  @Test
  void arnsAndRevisionsAreMembersThatTheClientKnows() throws Exception {
    String store = "'IdentityStoreId': '%s'".formatted(emulator().store().identityStoreId());
    JsonNode made = call("CreateGroup", "{%s, 'DisplayName': 'Revised'}".formatted(store));
    String arn = made.path("GroupArn").stringValue();
    String group = "%s, 'GroupId': '%s'".formatted(store, arn);
    JsonNode read = call("DescribeGroup", "{%s}".formatted(group));
    String revision = read.path("Revision").stringValue();
    String update =
        "{%s, 'Revision': '%s', 'Operations': [{'AttributePath': 'description',"
            + " 'AttributeValue': 'once'}]}";
    assertThat(call("UpdateGroup", update.formatted(group, revision)).path("Revision"))
        .isNotEqualTo(read.path("Revision"));
    assertThat(client().call("UpdateGroup", quoted(update.formatted(group, revision))).code())
        .isEqualTo("ConflictException");
    assertThat(
            client()
                .call("DeleteGroup", quoted("{%s, 'Revision': '%s'}".formatted(group, revision)))
                .code())
        .isEqualTo("ConflictException");
    assertThat(read.path("GroupArn").stringValue()).isEqualTo(arn);
    call("DeleteGroup", "{%s}".formatted(group));
  }

  private static String quoted(String parameters) {
    return parameters.replace('\'', '"');
  }

  @Test
  void storesAreListedAndDescribedWithTheirArns() throws Exception {
    String id = emulator().store().identityStoreId().value();
    JsonNode listed = call("ListIdentityStores", "{}");
    assertThat(listed.at("/IdentityStores/0/IdentityStoreId").stringValue()).isEqualTo(id);
    JsonNode described = call("DescribeIdentityStore", "{'IdentityStoreId': '%s'}".formatted(id));
    assertThat(described.path("IdentityStoreArn"))
        .isEqualTo(listed.at("/IdentityStores/0/IdentityStoreArn"));
  }
}
