package dev.roster.huawei.internal.json;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;

/**
 * Reads an object that holds nothing but texts and numbers, as most error bodies do. The tree that
 * reads everything else takes a fresh process a tenth of a second to load, which is long when the
 * first throttled response has to slow down those that are about to be sent.
 */
public final class FlatObject {

  private FlatObject() {}

  /** The texts and numbers by name; empty where the document is anything else. */
  public static Optional<Map<String, String>> read(byte[] document) {
    Map<String, String> fields = new HashMap<>();
    try {
      JsonResponse.read(
          new ByteArrayInputStream(document), (name, value) -> put(fields, name, value));
    } catch (InvalidResponseException other) {
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  private static void put(Map<String, String> fields, String name, JsonParser value)
      throws InvalidResponseException {
    String text =
        switch (value.currentToken()) {
          case VALUE_STRING, VALUE_NUMBER_INT -> value.getString();
          case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> "";
          default -> throw new InvalidResponseException("not flat");
        };
    if (fields.put(name, text) != null) {
      throw new InvalidResponseException("given twice");
    }
  }
}
