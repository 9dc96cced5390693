package dev.roster.memory;

import dev.roster.memory.internal.attributes.AttributeValues;
import dev.roster.memory.internal.attributes.Selection;
import dev.roster.memory.internal.attributes.UniqueKey;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which users or groups a listing shows. A page token is bound to the filter that it was given out
 * under. Immutable.
 */
public final class AttributeFilter {

  private static final AttributeFilter ALL = new AttributeFilter("all", any -> true, null);

  private final Selection selection;

  private AttributeFilter(
      String text, Predicate<Map<String, Object>> accepts, @Nullable UniqueKey exactly) {
    this.selection = new Selection(text, accepts, exactly);
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
        values -> AttributeValues.texts(values, path).anyMatch(value::equals),
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
    String wanted = part.toLowerCase(Locale.ROOT);
    Predicate<String> contains = value -> value.toLowerCase(Locale.ROOT).contains(wanted);
    return new AttributeFilter(
        text("containing", path, part),
        values -> AttributeValues.texts(values, path).anyMatch(contains),
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
    Objects.requireNonNull(wanted, "test must not be null");
    return new AttributeFilter(
        text("matching", text, ""), values -> wanted.test(Attributes.view(values)), null);
  }

  Selection selection() {
    return selection;
  }

  /** The kind only: values are personal data. */
  @Override
  public String toString() {
    return "AttributeFilter[" + selection.text().split(" ", 2)[0] + "]";
  }

  /** The length of the path keeps two filters from having the same text. */
  private static String text(String kind, String path, String value) {
    return kind + ' ' + path.length() + ' ' + path + ' ' + value;
  }
}
