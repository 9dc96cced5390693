package dev.roster.benchmarks.server;

import dev.roster.benchmarks.server.Memberships.Membership;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Huawei Cloud's REST: the operation in method and path. */
final class HuaweiProtocol implements Protocol {

  private static final String STORE = "d-0000000000";
  private static final String MEMBERSHIPS = "/v1/identity-stores/" + STORE + "/group-memberships";
  private static final String HEADERS =
      """
      Content-Type: application/json\r
      X-Request-Id: 00000000000000000000000000000000\r
      """;

  private final byte[] created =
      ok(
          "{\"identity_store_id\":\"%s\",\"membership_id\":\"%s\"}"
              .formatted(STORE, Memberships.membershipId(0)));
  private final byte[] deleted = ok("");
  private final byte[] unknown =
      HttpReply.of("404 Not Found", HEADERS, "{\"error_code\":\"APIG.0101\"}");
  private final Map<String, byte[]> pages = new HashMap<>();

  @Override
  public byte[] answer(Request request, int listingSize) {
    if (!request.target().startsWith(MEMBERSHIPS)) {
      return unknown;
    }
    return switch (request.method()) {
      case "POST" -> created;
      case "DELETE" -> deleted;
      case "GET" -> page(request, listingSize);
      default -> unknown;
    };
  }

  private byte[] page(Request request, int listingSize) {
    String group = request.query("group_id");
    String user = request.query("user_id");
    String token = request.query("marker");
    return pages.computeIfAbsent(
        group + user + token + listingSize, key -> renderedPage(group, user, token, listingSize));
  }

  private static byte[] renderedPage(String group, String user, String token, int listingSize) {
    String next = Memberships.nextToken(token, listingSize);
    return ok(
        "{\"group_memberships\":%s,\"page_info\":{\"next_marker\":%s,\"current_count\":%d}}"
            .formatted(
                Memberships.page(
                    token, listingSize, number -> membership(Membership.of(group, user, number))),
                next.isEmpty() ? "null" : '"' + next + '"',
                Memberships.PAGE_SIZE));
  }

  private static String membership(Membership membership) {
    return """
    {"identity_store_id":"%s","membership_id":"%s","group_id":"%s","member_id":{"user_id":"%s"}}\
    """
        .formatted(STORE, membership.membershipId(), membership.groupId(), membership.userId());
  }

  private static byte[] ok(String body) {
    return HttpReply.of("200 OK", HEADERS, body);
  }

  @Override
  public byte[] throttled(OptionalInt retryAfter) {
    String hint = retryAfter.isPresent() ? "Retry-After: " + retryAfter.getAsInt() + "\r\n" : "";
    return HttpReply.of(
        "429 Too Many Requests",
        HEADERS + hint,
        "{\"error_code\":\"APIG.0308\",\"error_msg\":\"The throttling threshold has been"
            + " reached\"}");
  }
}
