package dev.roster.campaign.proxy;

import dev.roster.Operation;
import dev.roster.campaign.weather.Dice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Responses that are not the service's, or that it would never send. */
public final class Forged {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Duration ODD_CLOCK = Duration.ofMinutes(-11);
  private static final List<Integer> STATUSES =
      List.of(200, 200, 200, 204, 301, 403, 404, 404, 407, 410, 500, 501, 502, 503, 504, 999);
  private static final List<String> TYPES =
      List.of("", "text/html", "text/plain", "application/json", "application/x-amz-json-1.1");
  private static final List<String> BODIES =
      List.of(
          "<html><head><title>Gateway</title></head><body>no such page</body></html>",
          "<html><head><title>Gateway</title></head><body>no such page</body></html>",
          "no healthy upstream",
          "",
          "null",
          "[]",
          "[null]",
          "{cut",
          "{\"message\":\"Forbidden\"}",
          "{\"status\":\"UP\",\"components\":{}}",
          "\"ok\"");

  private static final List<String> NO_RESPONSES =
      List.of(
          "HTTP/1.1 100 Continue\r\n\r\n",
          "HTTP/1.1 102 Processing\r\n\r\n",
          "HTTP/1.1 199 Odd\r\n\r\n",
          "HTTP/1.1 1",
          "HTTP/1.1 40",
          "HTTP/1.1 2xx Odd\r\n\r\n",
          "HTTP/",
          "SSH-2.0-OpenSSH_9.2\r\n",
          "\r\n\r\n");

  private static final String OTHER_ID = "fa4e0000-0000-4000-8000-000000000001";

  private Forged() {}

  /** A whole response of another server; it has no request id of the service's. */
  static WireResponse ofAnotherServer(Dice dice) {
    List<String> headers = headersOfAnotherServer(dice);
    int status = dice.of(STATUSES);
    if (status >= 500 && dice.chance(0.3)) {
      headers.add("Retry-After: 0");
    }
    return WireResponse.of(status, headers, status == 204 ? "" : dice.of(BODIES));
  }

  private static List<String> headersOfAnotherServer(Dice dice) {
    List<String> headers = new ArrayList<>(List.of("Server: proxy"));
    String type = dice.of(TYPES);
    if (!type.isEmpty()) {
      headers.add("Content-Type: " + type);
    }
    if (dice.chance(0.3)) {
      headers.add(dated(shownInstant()));
    }
    return headers;
  }

  /** Bytes that are no whole response at all. */
  static String noResponse(Dice dice) {
    return dice.of(NO_RESPONSES);
  }

  /**
   * The body of a response to another operation; empty for a delete or an update, where any object
   * will do.
   *
   * @param dialect the protocol
   * @param operation the operation that was asked for
   */
  static String ofAnotherOperation(Dialect dialect, Operation operation) {
    return switch (operation) {
      case DELETE_MEMBERSHIP, UPDATE_USER, DELETE_USER, UPDATE_GROUP, DELETE_GROUP -> "";
      case CREATE_USER, FIND_USER, GET_USER -> only(dialect, "group_id");
      case CREATE_GROUP, FIND_GROUP, GET_GROUP -> only(dialect, "user_id");
      case LIST_USERS -> "{\"%s\":[]}".formatted(dialect.spelt("groups"));
      case LIST_GROUPS -> "{\"%s\":[]}".formatted(dialect.spelt("users"));
      case LIST_MEMBERSHIPS, LIST_MEMBERSHIPS_FOR_MEMBER -> only(dialect, "membership_id");
      default -> "{\"%s\":[]}".formatted(dialect.spelt("group_memberships"));
    };
  }

  private static String only(Dialect dialect, String id) {
    return "{\"%s\":\"%s\"}".formatted(dialect.spelt(id), OTHER_ID);
  }

  /** A response without an id, of another store, or null. */
  static String entry(Dialect dialect, String body, Dice dice) {
    String field = "\"%s\":\"".formatted(dialect.spelt("identity_store_id"));
    String own = field + "d-1234567890";
    return switch (dice.below(3)) {
      case 0 -> "{" + own + "\"}";
      case 1 -> body.contains(own) ? body.replace(own, field + "d-0987654321") : "null";
      default -> "null";
    };
  }

  /** A moment to come back, in two seconds by the clock that the response itself shows. */
  static WireResponse datedHint(WireResponse response) {
    Instant shown = shownInstant();
    return response
        .with(dated(shown))
        .with("Retry-After: " + HTTP_DATE.format(shown.plusSeconds(2)));
  }

  private static Instant shownInstant() {
    return Clock.systemUTC().instant().plus(ODD_CLOCK);
  }

  private static String dated(Instant shown) {
    return "Date: " + HTTP_DATE.format(shown);
  }

  /** A second verdict about each group, the opposite of the first. */
  static Optional<String> bothYesAndNo(String body, String flag) {
    int from = body.indexOf('[');
    int to = body.lastIndexOf(']');
    if (from < 0 || !body.contains(flag)) {
      return Optional.empty();
    }
    String opposite = opposite(body.substring(from + 1, to), "\"" + flag + "\":");
    return Optional.of(body.substring(0, to) + "," + opposite + body.substring(to));
  }

  private static String opposite(String verdicts, String flag) {
    return verdicts
        .replace(flag + "true", flag + "x")
        .replace(flag + "false", flag + "true")
        .replace(flag + "x", flag + "false");
  }

  static Optional<String> wordsForBooleans(String body, String flag) {
    return body.contains(flag)
        ? Optional.of(
            body.replace("\"" + flag + "\":true", "\"" + flag + "\":\"yes\"")
                .replace("\"" + flag + "\":false", "\"" + flag + "\":\"no\""))
        : Optional.empty();
  }
}
