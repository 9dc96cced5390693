package dev.roster.huawei.internal.attributes;

import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.spi.TextRule;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** A text with documented lengths, counted in UTF-16 units. */
record TextForm(int shortest, int longest) implements FieldForm<String> {

  @Override
  public void check(String field, String value) {
    TextRule.length(field, shortest, longest).check(value);
    SendableText.require(field, value);
  }

  @Override
  public void write(JsonGenerator json, String value) {
    json.writeString(value);
  }

  @Override
  public String updateText(String value) {
    return value;
  }

  /** An empty text is none: of what was deleted a service may say so. */
  @Override
  public Optional<String> read(JsonParser value, String name, Runnable unread)
      throws InvalidResponseException {
    return Optional.ofNullable(JsonResponse.text(value, name)).filter(text -> !text.isEmpty());
  }
}
