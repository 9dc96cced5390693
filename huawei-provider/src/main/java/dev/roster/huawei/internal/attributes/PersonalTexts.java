package dev.roster.huawei.internal.attributes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.roster.huawei.internal.json.JsonText;
import dev.roster.huawei.internal.signing.PercentEncoding;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request said of a person, which the service's words may quote and a message must not.
 *
 * @param texts asked for when there are words, which is when a request failed
 */
public record PersonalTexts(Supplier<List<String>> texts) {

  public static final PersonalTexts NONE = new PersonalTexts(List::of);

  private static final String MARK = "[personal data]";

  /** The strings of a body that are about fields, not about persons. */
  private static final Set<String> TECHNICAL =
      Set.of("attribute_path", ProviderFieldRules.PASSWORD_MODE, "type");

  /** A shorter one counts where it stands alone: it is a part of many words. */
  private static final int SURELY_A_QUOTE = 6;

  public static PersonalTexts of(String text) {
    return new PersonalTexts(() -> List.of(text));
  }

  public static PersonalTexts ofBody(byte[] body) {
    return new PersonalTexts(() -> JsonText.strings(new String(body, UTF_8), TECHNICAL));
  }

  /** The words with a mark in place of every such text, as it was sent and as an address has it. */
  public String redact(String words) {
    String forms =
        texts.get().stream()
            .filter(text -> !text.isBlank())
            .flatMap(text -> Stream.of(text, PercentEncoding.encode(text)))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(PersonalTexts::pattern)
            .collect(Collectors.joining("|"));
    return forms.isEmpty()
        ? words
        : Pattern.compile(forms, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(words)
            .replaceAll(MARK);
  }

  private static String pattern(String text) {
    String quoted = Pattern.quote(text);
    return text.length() < SURELY_A_QUOTE
        ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])"
        : quoted;
  }
}
