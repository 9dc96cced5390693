package dev.roster.benchmarks.server;

import java.util.OptionalInt;

/** Answers requests within a limit, and counts them. One thread uses it. */
final class Service {

  private static final String CONTROL_PATH = "/control/";

  private final Protocol aws = new AwsProtocol();
  private final Protocol huawei = new HuaweiProtocol();
  private final Bucket bucket = new Bucket();
  private final Counts counts = new Counts();
  private OptionalInt retryAfter = OptionalInt.empty();
  private int listingSize = Listing.PAGE_SIZE;
  private int delayMillis;

  void connected() {
    counts.connected();
  }

  /** Whether a request is meant for the server itself. */
  static boolean controls(Request request) {
    return request.target().startsWith(CONTROL_PATH);
  }

  byte[] respond(Request request, long now) {
    Protocol protocol = request.operation().isEmpty() ? huawei : aws;
    boolean accepted = bucket.take(now);
    counts.answered(accepted, now);
    return accepted ? protocol.respond(request, listingSize) : protocol.throttled(retryAfter);
  }

  int delayMillis() {
    return delayMillis;
  }

  /** Changes the limit or tells the counts. */
  byte[] control(Request request, long now) {
    switch (request.target().substring(CONTROL_PATH.length()).replaceFirst("\\?.*", "")) {
      case "start" -> start(request, now);
      case "rate" -> bucket.changeRate(number(request, "rate", Double.POSITIVE_INFINITY), now);
      default -> {}
    }
    return HttpResponse.of("200 OK", "Content-Type: text/plain\r\n", counts.toString());
  }

  private void start(Request request, long now) {
    counts.restart(now);
    bucket.limit(
        number(request, "rate", Double.POSITIVE_INFINITY),
        number(request, "burst", Double.POSITIVE_INFINITY),
        now);
    String hint = request.query("retryAfter");
    retryAfter = hint.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(hint));
    listingSize = (int) number(request, "listingSize", Listing.PAGE_SIZE);
    delayMillis = (int) number(request, "delayMillis", 0);
  }

  private static double number(Request request, String name, double otherwise) {
    String text = request.query(name);
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }
}
