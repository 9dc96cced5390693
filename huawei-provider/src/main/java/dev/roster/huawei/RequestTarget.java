package dev.roster.huawei;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Path and query of a request, encoded once: what is signed is, byte for byte, what is sent.
 *
 * @param path the encoded path, without the slash that the canonical form adds
 * @param query the encoded and sorted query; empty where there is none
 */
record RequestTarget(String path, String query) {

  /** A target from decoded text. A slash inside a segment stays part of that segment. */
  static RequestTarget of(List<String> segments, List<Map.Entry<String, String>> parameters) {
    StringBuilder path = new StringBuilder();
    segments.forEach(segment -> path.append('/').append(PercentEncoding.encode(segment)));
    return new RequestTarget(path.toString(), query(parameters));
  }

  static RequestTarget of(String... segments) {
    return of(List.of(segments), List.of());
  }

  /**
   * Sorts the pairs, not the joined strings: {@code -} and digits come before {@code =}, so that
   * joined strings would sort otherwise than the service does.
   */
  private static String query(List<Map.Entry<String, String>> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    return parameters.stream()
        .map(
            parameter ->
                Map.entry(
                    PercentEncoding.encode(parameter.getKey()),
                    PercentEncoding.encode(parameter.getValue())))
        .sorted(
            Map.Entry.<String, String>comparingByKey()
                .thenComparing(Map.Entry.comparingByValue(Comparator.naturalOrder())))
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&"));
  }

  String canonicalPath() {
    return path.endsWith("/") ? path : path + "/";
  }
}
