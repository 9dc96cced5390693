package dev.roster.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The methods between the client and the call of a transport, in the order in which they are
 * called.
 *
 * @param entry the client's method
 * @param methods the methods between; what a lambda only passes on is left out
 * @param transport the first method of the transport
 */
record CallPath(String entry, List<String> methods, String transport) {

  static CallPath of(StackTraceElement[] stack, String client, String transport) {
    List<StackTraceElement> way = new ArrayList<>(Arrays.asList(stack));
    Collections.reverse(way);
    int end = indexOf(way, transport);
    List<StackTraceElement> ours =
        way.subList(0, end).stream()
            .filter(frame -> !frame.getClassName().startsWith("java."))
            .toList();
    int start = lastIndexOf(ours, client);
    return new CallPath(
        name(ours.get(start)),
        ours.subList(start + 1, ours.size()).stream()
            .filter(frame -> frame.getClassName().startsWith("dev.roster."))
            .filter(frame -> !frame.getMethodName().startsWith("lambda$"))
            .map(CallPath::name)
            .toList(),
        name(way.get(end)));
  }

  private static int indexOf(List<StackTraceElement> way, String prefix) {
    int at = 0;
    while (!way.get(at).getClassName().startsWith(prefix)) {
      at++;
    }
    return at;
  }

  private static int lastIndexOf(List<StackTraceElement> way, String type) {
    int at = 0;
    while (!way.get(at).getClassName().equals(type)) {
      at++;
    }
    return at;
  }

  private static String name(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
  }

  /** One method a line, numbered, as the page shows it. */
  String asText() {
    List<String> lines = new ArrayList<>();
    lines.add("   " + entry);
    for (String method : methods) {
      lines.add("%2d %s".formatted(lines.size(), method));
    }
    lines.add("   " + transport);
    return lines.stream().collect(Collectors.joining("\n"));
  }
}
