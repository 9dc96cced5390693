package dev.roster.aws.internal.attributes;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.core.document.Document;

/** Collects the texts within values, names of members excluded. */
final class JsonTexts {

  private JsonTexts() {}

  static Set<String> in(Collection<Document> values) {
    Set<String> texts = new LinkedHashSet<>();
    values.forEach(value -> collect(value, texts));
    return texts;
  }

  private static void collect(Document value, Set<String> texts) {
    if (value.isString()) {
      texts.add(value.asString());
    } else if (value.isMap()) {
      value.asMap().values().forEach(each -> collect(each, texts));
    } else if (value.isList()) {
      value.asList().forEach(each -> collect(each, texts));
    }
  }
}
