package dev.roster.aws.internal.attributes;

import dev.roster.spi.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.document.Document;

/** What a value may be by the service's model. */
sealed interface Shape {

  /**
   * Checks a value.
   *
   * @param value the value
   * @param field the field's name for messages, which never have the value
   * @param strict whether the documented form counts too, not only lengths and kinds
   */
  void check(Document value, String field, boolean strict);

  /** The value as an update has it: there the names begin in lower case. */
  default Document inUpdate(Document value) {
    return value;
  }

  /** The name of a member as paths and updates have it. */
  static String inUpdate(String member) {
    return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
  }

  private static void require(boolean met, String field, String rule) {
    if (!met) {
      throw new InvalidInputException(field + " must " + rule);
    }
  }

  /** The service counts characters, not the units of UTF-16. */
  private static void requireRange(int is, int max, String field, String unit) {
    require(is >= 1 && is <= max, field, "have 1 to %d %s, but has %d".formatted(max, unit, is));
  }

  /**
   * A text.
   *
   * @param max the most characters
   * @param form the documented form
   * @param described the form in words
   */
  record Text(int max, Pattern form, String described) implements Shape {

    @Override
    public void check(Document value, String field, boolean strict) {
      require(value.isString(), field, "be a text");
      check(value.asString(), field, strict);
    }

    void check(String text, String field, boolean strict) {
      requireRange(text.codePointCount(0, text.length()), max, field, "characters");
      require(isUnicode(text), field, "be Unicode text: it has half of a character");
      require(!strict || form.matcher(text).matches(), field, "have only " + described);
    }

    /** Half of a surrogate pair would be sent as a question mark, as part of another name. */
    private static boolean isUnicode(String text) {
      return text.codePoints().noneMatch(Text::isHalf);
    }

    private static boolean isHalf(int point) {
      return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
  }

  /** True or false. */
  record Flag() implements Shape {

    @Override
    public void check(Document value, String field, boolean strict) {
      require(value.isBoolean(), field, "be true or false");
    }
  }

  /**
   * An object.
   *
   * @param members what it may have
   * @param required what it must have
   */
  record Structure(Map<String, Shape> members, Set<String> required) implements Shape {

    @Override
    public void check(Document value, String field, boolean strict) {
      require(value.isMap() && !value.asMap().isEmpty(), field, "be an object with members");
      for (String name : required) {
        require(value.asMap().containsKey(name), field, "have the member " + name);
      }
      value.asMap().forEach((name, inner) -> checkMember(name, inner, field, strict));
    }

    private void checkMember(String name, Document value, String field, boolean strict) {
      Shape shape = members.get(name);
      if (shape == null) {
        throw new InvalidInputException(
            "%s must have no other members than %s".formatted(field, members.keySet()));
      }
      shape.check(value, field + '.' + Shape.inUpdate(name), strict);
    }

    @Override
    public Document inUpdate(Document value) {
      Map<String, Document> named = new LinkedHashMap<>();
      value.asMap().forEach((name, inner) -> named.put(Shape.inUpdate(name), inner));
      return Document.fromMap(named);
    }
  }

  /**
   * A list.
   *
   * @param max the most items
   * @param item what each is
   */
  record Items(int max, Shape item) implements Shape {

    @Override
    public void check(Document value, String field, boolean strict) {
      require(value.isList(), field, "be a list");
      requireRange(value.asList().size(), max, field, "items");
      value.asList().forEach(each -> item.check(each, field, strict));
    }

    @Override
    public Document inUpdate(Document value) {
      return Document.fromList(value.asList().stream().map(item::inUpdate).toList());
    }
  }

  /**
   * An object of which the names are free, and whose values are any JSON but null.
   *
   * @param max the most names
   * @param name what each name is
   */
  record Entries(int max, Text name) implements Shape {

    @Override
    public void check(Document value, String field, boolean strict) {
      require(value.isMap(), field, "be an object");
      requireRange(value.asMap().size(), max, field, "names");
      value.asMap().keySet().forEach(key -> name.check(key, "each name of " + field, strict));
      require(value.asMap().values().stream().noneMatch(Document::isNull), field, "have no null");
    }
  }
}
