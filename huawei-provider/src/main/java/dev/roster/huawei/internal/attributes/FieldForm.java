package dev.roster.huawei.internal.attributes;

import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonText;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** How the value of a shared field is checked, sent and read. */
interface FieldForm<T> {

  /**
   * Checks a value against the documented rules.
   *
   * @throws dev.roster.spi.InvalidInputException if it breaks one; the message names the field and
   *     the rule, and not the value
   */
  void check(String field, T value);

  /** Writes the value as a create has it. */
  void write(JsonGenerator json, T value);

  /** The value as an update has it, which is a text whatever it is. */
  default String updateText(T value) {
    return JsonText.of(json -> write(json, value));
  }

  /**
   * Reads the value that the parser is at; empty where there is none.
   *
   * @param unread is run where the value holds more than its type can
   */
  Optional<T> read(JsonParser value, String name, Runnable unread) throws InvalidResponseException;
}
