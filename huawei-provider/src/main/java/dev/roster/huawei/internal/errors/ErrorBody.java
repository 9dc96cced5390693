package dev.roster.huawei.internal.errors;

import dev.roster.huawei.internal.json.FlatObject;
import dev.roster.huawei.internal.json.JsonTrees;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param isTheServices whether the body proves itself: one whole JSON object with a code
 */
record ErrorBody(
    @Nullable String code,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable String retryAfter,
    boolean isTheServices) {

  private static final String[] CODES = {"error_code", "errorCode", "code"};
  private static final String[] MESSAGES = {"error_msg", "errorMsg", "message"};
  private static final String[] REQUEST_IDS = {"request_id", "requestId"};
  private static final String[] RETRY_AFTERS = {
    "retry_after_seconds", "retry_after", "RetryAfterSeconds", "retryAfterSeconds"
  };

  /** Far more than any known error has; to search on would only cost time. */
  private static final int MAX_NODES = 200;

  /** The body of a response that has none, or whose body was lost. */
  static final ErrorBody NONE = new ErrorBody(null, null, null, null, false);

  static ErrorBody parse(byte[] body) {
    Optional<Map<String, String>> flat = FlatObject.read(body);
    if (flat.isPresent()) {
      return of(flat.get(), flat.get(), true);
    }
    JsonNode root = JsonTrees.read(body);
    return of(fields(find(root)), fields(root), root.isObject());
  }

  private static ErrorBody of(
      Map<String, String> error, Map<String, String> root, boolean isObject) {
    String code = first(error, CODES);
    return new ErrorBody(
        code,
        first(error, MESSAGES),
        either(first(error, REQUEST_IDS), first(root, REQUEST_IDS)),
        either(first(error, RETRY_AFTERS), first(root, RETRY_AFTERS)),
        isObject && code != null);
  }

  /** The outermost object with a code or a message: some services nest it under another key. */
  private static JsonNode find(JsonNode root) {
    Queue<JsonNode> waiting = new ArrayDeque<>(List.of(root));
    for (int visited = 0; visited < MAX_NODES && !waiting.isEmpty(); visited++) {
      JsonNode node = waiting.remove();
      Map<String, String> fields = fields(node);
      if (first(fields, CODES) != null || first(fields, MESSAGES) != null) {
        return node;
      }
      node.values().stream().limit(MAX_NODES).forEach(waiting::add);
    }
    return root;
  }

  /** The texts and numbers of an object. */
  private static Map<String, String> fields(JsonNode node) {
    return node.properties().stream()
        .filter(field -> field.getValue().isString() || field.getValue().isNumber())
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().asString()));
  }

  private static @Nullable String first(Map<String, String> fields, String[] names) {
    return Stream.of(names)
        .map(fields::get)
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String either(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }
}
