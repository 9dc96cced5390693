package dev.roster.huawei.internal.signing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Path and query of a request, encoded once: what is signed is, byte for byte, what is sent.
 *
 * @param path the encoded path, without the slash that the canonical form adds
 * @param query the encoded and sorted query; empty where there is none
 */
public record RequestTarget(String path, String query) {

  private static final Comparator<Map.Entry<String, String>> BY_NAME_AND_VALUE =
      Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue());

  /** A target from decoded text. A slash inside a segment stays part of that segment. */
  public static RequestTarget of(
      List<String> segments, List<Map.Entry<String, String>> parameters) {
    StringBuilder path = new StringBuilder();
    segments.forEach(segment -> path.append('/').append(PercentEncoding.encode(segment)));
    return new RequestTarget(path.toString(), query(parameters));
  }

  public static RequestTarget of(String... segments) {
    return of(List.of(segments), List.of());
  }

  /**
   * Sorts the pairs, not the joined strings: {@code -} and digits come before {@code =}, so that
   * joined strings would sort otherwise than the service does.
   */
  private static String query(List<Map.Entry<String, String>> parameters) {
    List<Map.Entry<String, String>> encoded = new ArrayList<>(parameters.size());
    parameters.forEach(parameter -> encoded.add(encoded(parameter)));
    encoded.sort(BY_NAME_AND_VALUE);
    StringJoiner query = new StringJoiner("&");
    encoded.forEach(pair -> query.add(pair.getKey() + "=" + pair.getValue()));
    return query.toString();
  }

  private static Map.Entry<String, String> encoded(Map.Entry<String, String> parameter) {
    return Map.entry(
        PercentEncoding.encode(parameter.getKey()), PercentEncoding.encode(parameter.getValue()));
  }

  String canonicalPath() {
    return path.endsWith("/") ? path : path + "/";
  }
}
