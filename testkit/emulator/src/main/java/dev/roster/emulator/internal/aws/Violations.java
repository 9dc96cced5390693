package dev.roster.emulator.internal.aws;

import dev.roster.emulator.internal.aws.Shape.Kind;
import dev.roster.spi.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All that is wrong with one input, in the words that the service has for it. */
final class Violations {

  /** So that the response to an input stays in proportion, whatever is wrong with it. */
  private static final int MAX_LISTED = 100;

  private static final int MAX_SHOWN = 256;

  private final List<String> found = new ArrayList<>();
  private int count;
  private final boolean document;
  private final boolean anyIdentifier;

  private Violations(boolean document, boolean anyIdentifier) {
    this.document = document;
    this.anyIdentifier = anyIdentifier;
  }

  /** Of an input: what is of the wrong type cannot be read, and unknown members are ignored. */
  static Violations ofInput(boolean anyIdentifier) {
    return new Violations(false, anyIdentifier);
  }

  /** Of free JSON in an input: any type can be read, and nothing may be there that is unknown. */
  static Violations ofDocument() {
    return new Violations(true, false);
  }

  boolean mindForm(Kind kind) {
    return kind != Kind.IDENTIFIER || !anyIdentifier;
  }

  static String inside(String path, String name) {
    String member = AttributeNames.neutral(name);
    return path.isEmpty() ? member : path + '.' + member;
  }

  void add(String shown, String path, String rule) {
    count++;
    if (found.size() < MAX_LISTED) {
      String value = shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN) + "...'";
      found.add(
          "Value%s at '%s' failed to satisfy constraint: Member must %s"
              .formatted(value, path, rule));
    }
  }

  void range(String shown, String path, String measure, int is, int min, int max) {
    if (is < min) {
      add(shown, path, "have %s greater than or equal to %d".formatted(measure, min));
    }
    if (is > max) {
      add(shown, path, "have %s less than or equal to %d".formatted(measure, max));
    }
  }

  void present(JsonNode value, Shape shape, String path) {
    if (Shape.isThere(value)) {
      shape.check(value, path, this);
    } else {
      add(" null", path, "not be null");
    }
  }

  void wrongType(String path, String expected) {
    if (!document) {
      throw new UnreadableInputException("'%s' is not %s".formatted(path, expected));
    }
    add("", path, "be " + expected);
  }

  void unknown(String path) {
    if (document) {
      add("", path, "not be there: there is no such attribute");
    }
  }

  void addAll(Violations others) {
    count += others.count;
    others.found.stream().limit(MAX_LISTED - found.size()).forEach(found::add);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(
          "%d validation error%s detected: %s"
              .formatted(count, count == 1 ? "" : "s", String.join("; ", found)));
    }
  }
}
