package dev.roster.huawei.internal.attributes;

import dev.roster.huawei.internal.json.JsonText;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/**
 * A field with its value, on its way to the service.
 *
 * @param name the service's spelling
 * @param json writes the value as a create has it
 * @param text the value as an update has it
 */
record CarriedField(String name, Consumer<JsonGenerator> json, Supplier<String> text) {

  static <T> CarriedField of(WireField<?, T> field, T value) {
    return new CarriedField(
        field.name(),
        json -> field.form().write(json, value),
        () -> field.form().updateText(value));
  }

  /** A value that is one whole JSON text. */
  static CarriedField ofJson(String name, String value) {
    String compact = JsonText.compact(value).orElseThrow();
    return new CarriedField(
        name, json -> json.writeRawValue(compact), () -> JsonText.content(compact));
  }
}
