package dev.roster.aws.internal.attributes;

import dev.roster.spi.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.document.Document;

/**
 * Reads the JSON text of a field that only this provider has: exactly one value as RFC 8259 defines
 * it, no name of an object twice.
 */
public final class JsonReader {

  /** Far more than any attribute of the service nests. */
  private static final int MAX_DEPTH = 64;

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String field;
  private final String text;
  private int at;
  private int depth;

  private JsonReader(String field, String text) {
    this.field = field;
    this.text = text;
  }

  /**
   * Reads a whole text.
   *
   * @param field the field's name
   * @param text the JSON
   * @return the value
   * @throws InvalidInputException if it is anything else; the message names the field and not the
   *     text
   */
  public static Document read(String field, String text) {
    JsonReader reader = new JsonReader(field, text);
    Document value = reader.spaced();
    if (reader.at != text.length()) {
      throw reader.broken();
    }
    return value;
  }

  private Document spaced() {
    blanks();
    Document value = value();
    blanks();
    return value;
  }

  private Document value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> Document.fromString(string());
      case 't' -> literal("true", Document.fromBoolean(true));
      case 'f' -> literal("false", Document.fromBoolean(false));
      case 'n' -> literal("null", Document.fromNull());
      default -> number();
    };
  }

  private Document literal(String word, Document value) {
    if (!text.startsWith(word, at)) {
      throw broken();
    }
    at += word.length();
    return value;
  }

  private Document number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw broken();
    }
    at = number.end();
    return Document.fromNumber(number.group());
  }

  private Document object() {
    Map<String, Document> members = new LinkedHashMap<>();
    readUntil('}', () -> member(members));
    return Document.fromMap(members);
  }

  private void member(Map<String, Document> members) {
    blanks();
    String name = string();
    blanks();
    require(':');
    if (members.put(name, spaced()) != null) {
      throw new InvalidInputException(field + " must not have a name twice in one object");
    }
  }

  private Document array() {
    List<Document> items = new ArrayList<>();
    readUntil(']', () -> items.add(spaced()));
    return Document.fromList(items);
  }

  /** What an object or a list has in it: nothing, or parts with commas between them. */
  private void readUntil(char end, Runnable part) {
    open();
    if (!skip(end)) {
      do {
        part.run();
      } while (skip(','));
      require(end);
    }
    depth--;
  }

  private void open() {
    at++;
    depth++;
    if (depth > MAX_DEPTH) {
      throw new InvalidInputException(
          "%s must not nest more than %d levels".formatted(field, MAX_DEPTH));
    }
    blanks();
  }

  private String string() {
    require('"');
    StringBuilder plain = new StringBuilder();
    while (peek() != '"') {
      plain.append(character());
    }
    at++;
    return plain.toString();
  }

  private char character() {
    char next = text.charAt(at++);
    if (next < ' ') {
      throw broken();
    }
    return next == '\\' ? escaped() : next;
  }

  private char escaped() {
    char next = peek();
    at++;
    return switch (next) {
      case '"', '\\', '/' -> next;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw broken();
    };
  }

  private char hexadecimal() {
    int code = 0;
    for (int digit = 0; digit < 4; digit++) {
      code = code * 16 + digit();
    }
    return (char) code;
  }

  private int digit() {
    int value = "0123456789abcdef".indexOf(Character.toLowerCase(peek()));
    if (value < 0) {
      throw broken();
    }
    at++;
    return value;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(char wanted) {
    boolean found = at < text.length() && text.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  private void require(char wanted) {
    if (!skip(wanted)) {
      throw broken();
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken();
    }
    return text.charAt(at);
  }

  private InvalidInputException broken() {
    return new InvalidInputException(
        "%s must be JSON text, for example \"\\\"text\\\"\", and is not from character %d on"
            .formatted(field, at + 1));
  }
}
