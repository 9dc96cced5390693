package dev.roster.benchmarks.server;

/**
 * What came over the wire.
 *
 * @param method as sent
 * @param target path and query, as sent
 * @param operation what {@code X-Amz-Target} names, or empty
 * @param body as text
 */
record Request(String method, String target, String operation, String body) {

  private static final String OPERATION_HEADER = "X-Amz-Target:";
  private static final String ENCODING_HEADER = "Transfer-Encoding:";
  private static final String LENGTH_HEADER = "Content-Length:";

  static Request of(String head, String body) {
    int method = head.indexOf(' ');
    int target = head.indexOf(' ', method + 1);
    String operation = header(head, OPERATION_HEADER);
    return new Request(
        head.substring(0, method),
        head.substring(method + 1, target),
        operation.substring(operation.indexOf('.') + 1),
        body);
  }

  static boolean isChunked(String head) {
    return header(head, ENCODING_HEADER).equals("chunked");
  }

  static int bodyLength(String head) {
    String length = header(head, LENGTH_HEADER);
    return length.isEmpty() ? 0 : Integer.parseInt(length);
  }

  private static String header(String head, String name) {
    for (int line = head.indexOf('\n'); line >= 0; line = head.indexOf('\n', line + 1)) {
      if (head.regionMatches(true, line + 1, name, 0, name.length())) {
        return head.substring(line + 1 + name.length(), head.indexOf('\r', line)).trim();
      }
    }
    return "";
  }

  /** A parameter of the query, or empty. */
  String query(String name) {
    return between(target.indexOf('?') < 0 ? "" : target + "&", name + "=", "&");
  }

  /** A text of the JSON body, or empty. */
  String text(String name) {
    return between(body, "\"" + name + "\":\"", "\"");
  }

  private static String between(String all, String before, String after) {
    int start = all.indexOf(before);
    if (start < 0) {
      return "";
    }
    int from = start + before.length();
    return all.substring(from, all.indexOf(after, from));
  }
}
