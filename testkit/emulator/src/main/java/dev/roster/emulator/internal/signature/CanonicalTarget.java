package dev.roster.emulator.internal.signature;

import dev.roster.emulator.internal.wire.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Path and query in the one spelling that the Huawei signature is computed over. */
final class CanonicalTarget {

  private CanonicalTarget() {}

  /** Every segment encoded anew, and a slash at the end. */
  static String path(String raw) {
    String encoded =
        Stream.of(raw.split("/", -1))
            .map(segment -> Percent.encode(Percent.decode(segment)))
            .collect(Collectors.joining("/"));
    return encoded.endsWith("/") ? encoded : encoded + "/";
  }

  /** Pairs encoded anew, then sorted by name and value, and only then joined. */
  static String query(String raw) {
    List<Pair> pairs = new ArrayList<>();
    for (String each : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? each : each.substring(0, equals);
      String value = equals < 0 ? "" : each.substring(equals + 1);
      pairs.add(
          new Pair(
              Percent.encode(Percent.decodeQuery(name)),
              Percent.encode(Percent.decodeQuery(value))));
    }
    return pairs.stream()
        .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
        .map(pair -> pair.name + '=' + pair.value)
        .collect(Collectors.joining("&"));
  }

  private record Pair(String name, String value) {}
}
