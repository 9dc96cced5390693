package dev.roster.emulator.internal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request line and the headers of a request. Strict where leniency would let two readers of the
 * same bytes see different requests.
 *
 * @param target path and query as they stand in the request line
 * @param headers by name in lower case
 * @param persistent whether the connection is kept for another request
 */
record RequestHead(
    String method, String target, Map<String, List<String>> headers, boolean persistent) {

  private static final int MAX_HEADERS = 200;
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(" + TOKEN + ") ([!-~]+) HTTP/([0-9])\\.([0-9])");
  private static final Pattern HEADER_LINE =
      Pattern.compile("(" + TOKEN + "):([\\t\\x20-\\x7E\\x80-\\xFF]*)");
  private static final Pattern ABSOLUTE = Pattern.compile("https?://([^/?#]+)(.*)");

  /** Reads a head, without the empty line that ends it. */
  static RequestHead parse(String text) throws MalformedRequestException {
    String[] lines = text.split("\r\n", -1);
    Matcher line = requestLine(lines[0]);
    Map<String, List<String>> headers = headers(lines);
    boolean current = line.group(4).equals("1");
    requireOneHost(headers, current);
    return new RequestHead(
        line.group(1),
        target(line.group(2), headers),
        headers,
        current && !listed(headers, "connection").contains("close"));
  }

  private static Matcher requestLine(String text) throws MalformedRequestException {
    Matcher line = REQUEST_LINE.matcher(text);
    if (!line.matches()) {
      throw MalformedRequestException.malformed("the request line is malformed");
    }
    if (!line.group(3).equals("1") || line.group(4).compareTo("1") > 0) {
      throw new MalformedRequestException(
          MalformedRequestException.OTHER_VERSION, "only HTTP/1.1 is spoken here");
    }
    return line;
  }

  boolean expectsContinue() {
    return persistent && listed(headers, "expect").contains("100-continue");
  }

  List<String> values(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of());
  }

  private static Map<String, List<String>> headers(String[] lines)
      throws MalformedRequestException {
    requireFew(lines.length - 1);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (int each = 1; each < lines.length; each++) {
      Matcher line = HEADER_LINE.matcher(lines[each]);
      if (!line.matches()) {
        throw MalformedRequestException.malformed("header line %d is malformed".formatted(each));
      }
      headers
          .computeIfAbsent(line.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.group(2).strip());
    }
    return headers;
  }

  private static void requireFew(int headers) throws MalformedRequestException {
    if (headers > MAX_HEADERS) {
      throw new MalformedRequestException(
          MalformedRequestException.HEAD_TOO_LARGE,
          "a request has at most %d headers".formatted(MAX_HEADERS));
    }
  }

  private static void requireOneHost(Map<String, List<String>> headers, boolean required)
      throws MalformedRequestException {
    int hosts = headers.getOrDefault("host", List.of()).size();
    if (hosts > 1 || (required && hosts == 0)) {
      throw MalformedRequestException.malformed("a request has exactly one Host header");
    }
  }

  private static String target(String given, Map<String, List<String>> headers)
      throws MalformedRequestException {
    Matcher absolute = ABSOLUTE.matcher(given);
    if (absolute.matches() && isHost(absolute.group(1), headers)) {
      return absolute.group(2).startsWith("/") ? absolute.group(2) : '/' + absolute.group(2);
    }
    if (!given.startsWith("/")) {
      throw MalformedRequestException.malformed("the request target must be a path");
    }
    return given;
  }

  private static boolean isHost(String name, Map<String, List<String>> headers) {
    return headers.getOrDefault("host", List.of()).equals(List.of(name));
  }

  private static List<String> listed(Map<String, List<String>> headers, String name) {
    return headers.getOrDefault(name, List.of()).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .toList();
  }
}
