package dev.roster.huawei;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an error body says, in whatever shape it says it. Reading never fails: what is not there is
 * null.
 *
 * @param code the service's code as it spells it
 * @param message the service's words
 * @param requestId the service's id of the request
 * @param retryAfter the wait that the service asks for, as text
 * @param isForeign whether there is a body that is not JSON, such as a proxy's page
 */
record ErrorBody(
    @Nullable String code,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable String retryAfter,
    boolean isForeign) {

  private static final String[] CODES = {"error_code", "errorCode", "code"};
  private static final String[] MESSAGES = {"error_msg", "errorMsg", "message"};
  private static final String[] REQUEST_IDS = {"request_id", "requestId"};
  private static final String[] RETRY_AFTERS = {
    "retry_after_seconds", "retry_after", "RetryAfterSeconds", "retryAfterSeconds"
  };
  private static final int MAX_NODES = 200;

  static ErrorBody parse(byte[] body) {
    JsonNode root = JsonTrees.read(body);
    JsonNode error = find(root);
    return new ErrorBody(
        first(error, CODES),
        first(error, MESSAGES),
        either(first(error, REQUEST_IDS), first(root, REQUEST_IDS)),
        either(first(error, RETRY_AFTERS), first(root, RETRY_AFTERS)),
        body.length > 0 && !root.isContainer());
  }

  /** The outermost object with a code or a message: some services nest it under another key. */
  private static JsonNode find(JsonNode root) {
    Queue<JsonNode> waiting = new ArrayDeque<>(List.of(root));
    for (int visited = 0; visited < MAX_NODES && !waiting.isEmpty(); visited++) {
      JsonNode node = waiting.remove();
      if (first(node, CODES) != null || first(node, MESSAGES) != null) {
        return node;
      }
      node.values().stream().limit(MAX_NODES).forEach(waiting::add);
    }
    return root;
  }

  private static @Nullable String first(JsonNode node, String[] names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if ((value.isString() || value.isNumber()) && !value.asString().isBlank()) {
        return value.asString();
      }
    }
    return null;
  }

  private static @Nullable String either(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }
}
