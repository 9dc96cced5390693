package dev.roster.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.emulator.clients.InstalledClient.Result;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All operations one after the other, from an empty store to an empty store. */
final class EveryOperation {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EveryOperation() {}

  /** Calls them, and returns the ids that the service made. */
  static Map<String, String> call(
      InstalledClient client, String store, Set<AwsOperation> operations)
      throws IOException, InterruptedException {
    Map<String, String> ids = new HashMap<>();
    for (AwsOperation operation : operations) {
      String parameters = operation.parameters(store);
      for (Map.Entry<String, String> id : ids.entrySet()) {
        parameters = parameters.replace(id.getKey(), id.getValue());
      }
      Result result = client.call(operation.name(), parameters);
      assertThat(result.code()).as("%s: %s", operation, result.text()).isEmpty();
      JsonNode said = JSON.readTree(result.text().isBlank() ? "{}" : result.text());
      remember(said, "GroupId", "$GROUP", ids);
      remember(said, "UserId", "$USER", ids);
      remember(said, "MembershipId", "$MEMBERSHIP", ids);
    }
    return ids;
  }

  private static void remember(
      JsonNode said, String field, String placeholder, Map<String, String> ids) {
    said.path(field).stringValueOpt().ifPresent(id -> ids.putIfAbsent(placeholder, id));
  }
}
