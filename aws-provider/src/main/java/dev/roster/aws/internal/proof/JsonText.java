package dev.roster.aws.internal.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Checks that a text is exactly one JSON object, complete and exactly as RFC 8259 defines it.
 *
 * <p>The SDK's parser stops at the end of the first value, lets a name occur twice and turns a
 * value of the wrong kind into a default, and reads no body at all where an operation has no
 * output: what it accepts proves little.
 */
final class JsonText {

  /** The service nests five levels; anything deeper is not the service's. */
  private static final int MAX_DEPTH = 64;

  /** The kinds of JSON value. */
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /** Is notified of the members of every object, nested ones first. */
  interface Members {

    /** An object begins; its members follow, and those of objects within them. */
    void begin();

    /**
     * One member of the object that began last and has not ended.
     *
     * @param name the member's name, without escapes
     * @param kind the kind of its value
     * @param start where the value starts in the text
     * @param end where it ends, exclusive
     * @throws IOException if that makes the response invalid
     */
    void member(String name, Kind kind, int start, int end) throws IOException;

    /** The object that began last and has not ended is complete. */
    void end();

    /**
     * Whether the value of a member is passed over: read, but not what is in it told.
     *
     * @param name the member's name, without escapes
     */
    boolean isFree(String name);
  }

  private final byte[] text;
  private final Members members;
  private int at;
  private int depth;
  private int freeDepth;

  private JsonText(byte[] text, Members members) {
    this.text = text;
    this.members = members;
  }

  /**
   * Reads a whole text.
   *
   * @throws IOException if it is not one JSON object, or as the listener says
   */
  static void readObject(byte[] text, Members members) throws IOException {
    JsonText reader = new JsonText(text, members);
    reader.blanks();
    boolean isObject = reader.value() == Kind.OBJECT;
    reader.blanks();
    if (!isObject || reader.at != text.length) {
      throw reader.broken();
    }
  }

  private Kind value() throws IOException {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> text();
      case 't' -> literal("true", Kind.BOOLEAN);
      case 'f' -> literal("false", Kind.BOOLEAN);
      case 'n' -> literal("null", Kind.NULL);
      default -> number();
    };
  }

  private Kind text() throws IOException {
    string();
    return Kind.STRING;
  }

  private Kind literal(String word, Kind kind) throws IOException {
    for (int index = 0; index < word.length(); index++) {
      require(word.charAt(index));
    }
    return kind;
  }

  private Kind object() throws IOException {
    open();
    boolean told = freeDepth == 0;
    if (told) {
      members.begin();
    }
    if (!skip('}')) {
      do {
        blanks();
        member();
      } while (skip(','));
      require('}');
    }
    if (told) {
      members.end();
    }
    depth--;
    return Kind.OBJECT;
  }

  private void member() throws IOException {
    int nameStart = at;
    boolean escaped = string();
    String name = name(nameStart + 1, at - 1, escaped);
    blanks();
    require(':');
    blanks();
    int start = at;
    Kind kind = value(freeDepth > 0 || members.isFree(name));
    if (freeDepth == 0) {
      members.member(name, kind, start, at);
    }
    blanks();
  }

  private Kind value(boolean free) throws IOException {
    freeDepth += free ? 1 : 0;
    Kind kind = value();
    freeDepth -= free ? 1 : 0;
    return kind;
  }

  private Kind array() throws IOException {
    open();
    if (!skip(']')) {
      do {
        blanks();
        value();
        blanks();
      } while (skip(','));
      require(']');
    }
    depth--;
    return Kind.ARRAY;
  }

  private void open() throws IOException {
    at++;
    depth++;
    if (depth > MAX_DEPTH) {
      throw broken();
    }
    blanks();
  }

  /** Returns whether the string has an escape in it. */
  private boolean string() throws IOException {
    require('"');
    boolean escaped = false;
    while (peek() != '"') {
      escaped |= character();
    }
    at++;
    return escaped;
  }

  /** Returns whether it is an escape. */
  private boolean character() throws IOException {
    int next = text[at++] & 0xff;
    if (next < ' ') {
      throw broken();
    }
    if (next != '\\') {
      return false;
    }
    escape();
    return true;
  }

  private void escape() throws IOException {
    int next = peek();
    at++;
    if (next == 'u') {
      hexadecimal();
    } else if ("\"\\/bfnrt".indexOf(next) < 0) {
      throw broken();
    }
  }

  private void hexadecimal() throws IOException {
    for (int digit = 0; digit < 4; digit++) {
      if (Character.digit(peek(), 16) < 0) {
        throw broken();
      }
      at++;
    }
  }

  /**
   * A name of the service has no escapes; one that has them is spelt out, so that it cannot hide.
   */
  private String name(int start, int end, boolean escaped) {
    String name = new String(text, start, end - start, StandardCharsets.UTF_8);
    return escaped ? unescaped(name) : name;
  }

  private static String unescaped(String name) {
    StringBuilder plain = new StringBuilder();
    for (int index = 0; index < name.length(); index++) {
      if (name.startsWith("\\u", index)) {
        plain.append((char) Integer.parseInt(name.substring(index + 2, index + 6), 16));
        index += 5;
      } else if (name.charAt(index) != '\\') {
        plain.append(name.charAt(index));
      }
    }
    return plain.toString();
  }

  private Kind number() throws IOException {
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      exponent();
    }
    return Kind.NUMBER;
  }

  private void exponent() throws IOException {
    if (!skip('+')) {
      skip('-');
    }
    digits();
  }

  private void digits() throws IOException {
    int start = at;
    while (next() >= '0' && next() <= '9') {
      at++;
    }
    if (at == start) {
      throw broken();
    }
  }

  private void blanks() {
    while (at < text.length && " \t\r\n".indexOf(text[at]) >= 0) {
      at++;
    }
  }

  private boolean skip(char wanted) {
    if (next() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void require(char wanted) throws IOException {
    if (!skip(wanted)) {
      throw broken();
    }
  }

  private int peek() throws IOException {
    if (at >= text.length) {
      throw broken();
    }
    return text[at] & 0xff;
  }

  /** What comes next, or -1 at the end. */
  private int next() {
    return at < text.length ? text[at] & 0xff : -1;
  }

  private IOException broken() {
    return new IOException("the response is not one complete JSON object");
  }
}
