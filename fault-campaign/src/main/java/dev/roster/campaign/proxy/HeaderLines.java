package dev.roster.campaign.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header lines of a message, as they came over the wire. */
final class HeaderLines {

  /** What only concerns one connection, and how a body is framed on it. */
  private static final Set<String> OF_THE_FRAME =
      Set.of("content-length", "transfer-encoding", "expect", "connection");

  private HeaderLines() {}

  /** The first value of a header; null where there is none. */
  static @Nullable String value(List<String> lines, String name) {
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon == name.length() && line.regionMatches(true, 0, name, 0, colon)) {
        return line.substring(colon + 1).trim();
      }
    }
    return null;
  }

  /** The lines that the next connection has to have as well. */
  static List<String> withoutFrame(List<String> lines) {
    return lines.stream().filter(line -> !isOfTheFrame(line)).toList();
  }

  private static boolean isOfTheFrame(String line) {
    return OF_THE_FRAME.contains(line.split(":", 2)[0].toLowerCase(Locale.ROOT));
  }
}
