package dev.roster.emulator.internal.aws;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a part of an input may be by the service's model; says what is wrong with one that is not.
 */
sealed interface Shape {

  void check(JsonNode value, String path, Violations violations);

  /** What a text is, where that matters for how it is checked. */
  enum Kind {
    PLAIN,
    IDENTIFIER,
    /** A person's name or address, which an error does not repeat. */
    SENSITIVE
  }

  /** A text; its length is counted in characters, and its pattern must match all of it. */
  record Text(int max, Pattern pattern, Kind kind) implements Shape {

    @Override
    public void check(JsonNode value, String path, Violations violations) {
      if (value.isString()) {
        check(value.stringValue(), path, violations);
      } else {
        violations.wrongType(path, "a string");
      }
    }

    void check(String text, String path, Violations violations) {
      String shown = kind == Kind.SENSITIVE ? "" : " '" + text + "'";
      if (violations.mindForm(kind) && !pattern.matcher(text).matches()) {
        violations.add(shown, path, "satisfy regular expression pattern: " + pattern);
      }
      violations.range(shown, path, "length", text.codePointCount(0, text.length()), 1, max);
    }
  }

  /** A whole number. */
  record Whole(int min, int max) implements Shape {

    @Override
    public void check(JsonNode value, String path, Violations violations) {
      if (value.isInt()) {
        int number = value.intValue();
        violations.range(" '" + number + "'", path, "value", number, min, max);
      } else {
        violations.wrongType(path, "an integer");
      }
    }
  }

  /** True or false. */
  record Flag() implements Shape {

    @Override
    public void check(JsonNode value, String path, Violations violations) {
      if (!value.isBoolean()) {
        violations.wrongType(path, "a boolean");
      }
    }
  }

  /** Any JSON. */
  record Document() implements Shape {

    @Override
    public void check(JsonNode value, String path, Violations violations) {}
  }

  /** A list. */
  record Items(int min, int max, Shape item) implements Shape {

    @Override
    public void check(JsonNode value, String path, Violations violations) {
      if (value.isArray()) {
        checkItems(value, path, violations);
      } else {
        violations.wrongType(path, "a list");
      }
    }

    private void checkItems(JsonNode value, String path, Violations violations) {
      violations.range("", path, "length", value.size(), min, max);
      int position = 0;
      for (JsonNode each : value) {
        position++;
        violations.present(each, item, path + '.' + position + ".member");
      }
    }
  }

  /** An object of which the names are free. */
  record Entries(int min, int max, Text name, Shape value) implements Shape {

    @Override
    public void check(JsonNode entries, String path, Violations violations) {
      if (entries.isObject()) {
        checkEntries(entries, path, violations);
      } else {
        violations.wrongType(path, "an object");
      }
    }

    private void checkEntries(JsonNode entries, String path, Violations violations) {
      violations.range("", path, "length", entries.size(), min, max);
      entries.forEachEntry(
          (key, each) -> {
            name.check(key, path + ".key", violations);
            violations.present(each, value, path + '.' + key);
          });
    }
  }

  /** An object with the members of the model; of a union's members exactly one is there. */
  record Structure(List<Member> members, boolean union) implements Shape {

    @Override
    public void check(JsonNode value, String path, Violations violations) {
      if (!value.isObject()) {
        violations.wrongType(path, "an object");
        return;
      }
      members.forEach(member -> member.check(value.path(member.name), path, violations));
      if (union && members.stream().filter(each -> isThere(value.path(each.name))).count() != 1) {
        violations.add("", path, "have exactly one member");
      }
      value.propertyNames().stream()
          .filter(name -> member(name).isEmpty())
          .forEach(name -> violations.unknown(Violations.inside(path, name)));
    }

    /** The member of that name in upper or lower case, as documents and paths may write it. */
    Optional<Member> member(String name) {
      return members.stream().filter(each -> each.name.equalsIgnoreCase(name)).findFirst();
    }
  }

  /** A member of a structure. */
  record Member(String name, boolean required, Shape shape) {

    private void check(JsonNode value, String outerPath, Violations violations) {
      String path = Violations.inside(outerPath, name);
      if (required) {
        violations.present(value, shape, path);
      } else if (isThere(value)) {
        shape.check(value, path, violations);
      }
    }
  }

  /** Null stands for nothing. */
  static boolean isThere(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }
}
