package dev.roster.benchmarks.server;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** AWS JSON 1.1: one target, the operation in a header. */
final class AwsProtocol implements Protocol {

  private static final String STORE = "d-0000000000";
  private static final String HEADERS =
      """
      Content-Type: application/x-amz-json-1.1\r
      x-amzn-RequestId: 00000000-0000-4000-8000-000000000000\r
      """;

  private final byte[] created =
      ok(
          "{\"MembershipId\":\"%s\",\"IdentityStoreId\":\"%s\"}"
              .formatted(Listing.membershipId(0), STORE));
  private final byte[] deleted = ok("{}");
  private final byte[] unknown =
      HttpResponse.of("400 Bad Request", HEADERS, "{\"__type\":\"UnknownOperationException\"}");
  private final Map<Listing, byte[]> pages = new HashMap<>();

  @Override
  public byte[] respond(Request request, int listingSize) {
    return switch (request.operation()) {
      case "CreateGroupMembership" -> created;
      case "DeleteGroupMembership" -> deleted;
      case "ListGroupMemberships", "ListGroupMembershipsForMember" -> page(request, listingSize);
      default -> unknown;
    };
  }

  private byte[] page(Request request, int listingSize) {
    Listing listing =
        new Listing(
            request.text("GroupId"),
            request.text("UserId"),
            request.text("NextToken"),
            listingSize);
    return pages.computeIfAbsent(listing, AwsProtocol::rendered);
  }

  private static byte[] rendered(Listing listing) {
    String next = listing.nextToken();
    return ok(
        "{\"GroupMemberships\":%s%s}"
            .formatted(
                listing.items(AwsProtocol::json),
                next.isEmpty() ? "" : ",\"NextToken\":\"" + next + '"'));
  }

  private static String json(Listing.Item item) {
    return """
    {"IdentityStoreId":"%s","MembershipId":"%s","GroupId":"%s","MemberId":{"UserId":"%s"}}\
    """
        .formatted(STORE, item.membershipId(), item.groupId(), item.userId());
  }

  private static byte[] ok(String body) {
    return HttpResponse.of("200 OK", HEADERS, body);
  }

  @Override
  public byte[] throttled(OptionalInt retryAfter) {
    String hint = retryAfter.isPresent() ? ",\"RetryAfterSeconds\":" + retryAfter.getAsInt() : "";
    return HttpResponse.of(
        "400 Bad Request",
        HEADERS,
        "{\"__type\":\"ThrottlingException\",\"Message\":\"Rate exceeded\"%s}".formatted(hint));
  }
}
