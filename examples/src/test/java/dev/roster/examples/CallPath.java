package dev.roster.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
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

  /**
   * The way that a stack shows.
   *
   * @param stack the stack at the moment when the transport has the request
   * @param caller the start of the names of the classes that call the client
   * @param transport the start of the names of the transport's classes
   */
  static CallPath of(StackTraceElement[] stack, String caller, String transport) {
    List<StackTraceElement> way = new ArrayList<>(Arrays.asList(stack));
    Collections.reverse(way);
    way.removeIf(frame -> frame.getMethodName().startsWith("lambda$"));
    int end = first(way, 0, frame -> frame.getClassName().startsWith(transport));
    int call = first(way, 0, frame -> frame.getClassName().startsWith(caller));
    int start = first(way, call, frame -> isRoster(frame, caller));
    String client = way.get(start).getClassName();
    return new CallPath(
        name(way.get(start)),
        way.subList(start, end).stream()
            .filter(frame -> isRoster(frame, caller) && !frame.getClassName().equals(client))
            .map(CallPath::name)
            .toList(),
        name(way.get(end)));
  }

  private static boolean isRoster(StackTraceElement frame, String caller) {
    String type = frame.getClassName();
    return type.startsWith("dev.roster.") && !type.startsWith(caller);
  }

  private static int first(
      List<StackTraceElement> way, int from, Predicate<StackTraceElement> wanted) {
    int at = from;
    while (!wanted.test(way.get(at))) {
      at++;
    }
    return at;
  }

  private static String name(StackTraceElement frame) {
    String type = frame.getClassName().replaceFirst("\\$\\d+$", "");
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
