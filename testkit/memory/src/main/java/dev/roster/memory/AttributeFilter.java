package dev.roster.memory;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which users or groups a listing shows. A page token is bound to the filter that it was given out
 * under. Immutable.
 */
public final class AttributeFilter {

  private static final AttributeFilter ALL = new AttributeFilter("all", any -> true, null);

  private final String text;
  private final Predicate<Attributes> wanted;
  private final @Nullable UniqueKey exactly;

  private AttributeFilter(String text, Predicate<Attributes> wanted, @Nullable UniqueKey exactly) {
    this.text = text;
    this.wanted = wanted;
    this.exactly = exactly;
  }

  /**
   * Shows all.
   *
   * @return the filter that leaves nothing out
   */
  public static AttributeFilter all() {
    return ALL;
  }

  /**
   * Shows those of which an attribute is exactly a text. Where the attribute is unique, the page
   * takes constant time; otherwise all are looked through.
   *
   * @param path which attribute; it may lead through lists, for example {@code emails.value}
   * @param value the text
   * @return a filter
   */
  public static AttributeFilter equalTo(String path, String value) {
    Objects.requireNonNull(value, "value must not be null");
    return new AttributeFilter(
        text("equal", path, value),
        attributes -> attributes.texts(path).anyMatch(value::equals),
        UniqueKey.of(path, value));
  }

  /**
   * Shows those of which an attribute contains a text, in upper or lower case. All are looked
   * through.
   *
   * @param path which attribute; it may lead through lists
   * @param part the text
   * @return a filter
   */
  public static AttributeFilter containing(String path, String part) {
    String lowerCase = part.toLowerCase(Locale.ROOT);
    return new AttributeFilter(
        text("containing", path, part),
        attributes ->
            attributes
                .texts(path)
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(lowerCase)),
        null);
  }

  /**
   * Shows what a test of one's own lets through. All are looked through.
   *
   * @param text names the test: filters of the same text accept each other's page tokens
   * @param wanted the test; it is run under the store's lock, so it must not call the store
   * @return a filter
   */
  public static AttributeFilter matching(String text, Predicate<Attributes> wanted) {
    return new AttributeFilter(
        text("matching", text, ""), Objects.requireNonNull(wanted, "test must not be null"), null);
  }

  String text() {
    return text;
  }

  boolean isWanted(Attributes attributes) {
    return wanted.test(attributes);
  }

  @Nullable UniqueKey exactly() {
    return exactly;
  }

  /** The kind only: values are personal data. */
  @Override
  public String toString() {
    return "AttributeFilter[" + text.split(" ", 2)[0] + "]";
  }

  /** The length of the path keeps two filters from having the same text. */
  private static String text(String kind, String path, String value) {
    return kind + ' ' + path.length() + ' ' + path + ' ' + value;
  }
}
