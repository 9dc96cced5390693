package dev.roster.aws.internal.attributes;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.document.Document;

/** Writes the JSON text of a value, without blanks and in the order of its members. */
public final class JsonWriter {

  private JsonWriter() {}

  /**
   * Writes a value.
   *
   * @param value the value
   * @return its JSON text
   */
  public static String write(Document value) {
    if (value.isMap()) {
      Stream<String> members = value.asMap().entrySet().stream().map(JsonWriter::member);
      return members.collect(Collectors.joining(",", "{", "}"));
    }
    if (value.isList()) {
      Stream<String> items = value.asList().stream().map(JsonWriter::write);
      return items.collect(Collectors.joining(",", "[", "]"));
    }
    return value.isString() ? quoted(value.asString()) : String.valueOf(value.unwrap());
  }

  private static String member(Map.Entry<String, Document> member) {
    return quoted(member.getKey()) + ':' + write(member.getValue());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      append(text.charAt(index), quoted);
    }
    return quoted.append('"').toString();
  }

  private static void append(char next, StringBuilder quoted) {
    switch (next) {
      case '"', '\\' -> quoted.append('\\').append(next);
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> quoted.append(next < ' ' ? "\\u%04x".formatted((int) next) : String.valueOf(next));
    }
  }
}
