package dev.roster.benchmarks.server;

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
              .formatted(STORE, Listing.membershipId(0)));
  private final byte[] deleted = ok("");
  private final byte[] unknown =
      HttpResponse.of("404 Not Found", HEADERS, "{\"error_code\":\"APIG.0101\"}");
  private final Map<Listing, byte[]> pages = new HashMap<>();

  @Override
  public byte[] respond(Request request, int listingSize) {
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
    Listing listing =
        new Listing(
            request.query("group_id"),
            request.query("user_id"),
            request.query("marker"),
            listingSize);
    return pages.computeIfAbsent(listing, HuaweiProtocol::rendered);
  }

  private static byte[] rendered(Listing listing) {
    String next = listing.nextToken();
    return ok(
        "{\"group_memberships\":%s,\"page_info\":{\"next_marker\":%s,\"current_count\":%d}}"
            .formatted(
                listing.items(HuaweiProtocol::json),
                next.isEmpty() ? "null" : '"' + next + '"',
                Listing.PAGE_SIZE));
  }

  private static String json(Listing.Item item) {
    return """
    {"identity_store_id":"%s","membership_id":"%s","group_id":"%s","member_id":{"user_id":"%s"}}\
    """
        .formatted(STORE, item.membershipId(), item.groupId(), item.userId());
  }

  private static byte[] ok(String body) {
    return HttpResponse.of("200 OK", HEADERS, body);
  }

  @Override
  public byte[] throttled(OptionalInt retryAfter) {
    String hint = retryAfter.isPresent() ? "Retry-After: " + retryAfter.getAsInt() + "\r\n" : "";
    return HttpResponse.of(
        "429 Too Many Requests",
        HEADERS + hint,
        "{\"error_code\":\"APIG.0308\",\"error_msg\":\"The throttling threshold has been"
            + " reached\"}");
  }
}
