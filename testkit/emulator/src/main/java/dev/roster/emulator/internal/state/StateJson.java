package dev.roster.emulator.internal.state;

import com.fasterxml.jackson.annotation.Nulls;
import dev.roster.memory.StoreSnapshot;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads and writes stores as JSON. Reading is strict: what is not known, there twice, missing or of
 * another type is refused with its place.
 */
public final class StateJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private StateJson() {}

  /**
   * Reads all stores of a document.
   *
   * @throws IllegalArgumentException if the text is not of the form; the message says where
   */
  public static List<StoreSnapshot> read(Reader text) {
    try {
      return JSON.readValue(text, StateDocument.class).stores().stream()
          .map(StateDocument.Store::snapshot)
          .toList();
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(place(malformed) + rule(malformed), malformed);
    }
  }

  static void write(List<StoreSnapshot> stores, Writer target) {
    JSON.writeValue(target, StateDocument.of(stores));
  }

  private static String rule(JacksonException malformed) {
    if (malformed instanceof UnrecognizedPropertyException unknown) {
      return "there is no such field here, but " + unknown.getKnownPropertyIds();
    }
    Throwable cause = malformed.getCause();
    return malformed instanceof ValueInstantiationException && cause != null
        ? String.valueOf(cause.getMessage())
        : malformed.getOriginalMessage();
  }

  private static String place(JacksonException malformed) {
    TokenStreamLocation location = malformed.getLocation();
    StringBuilder place = new StringBuilder();
    if (location != null && location.getLineNr() > 0) {
      place.append("line %d, column %d, ".formatted(location.getLineNr(), location.getColumnNr()));
    }
    String path = path(malformed);
    return path.isEmpty() ? place + "at the top: " : place + path.substring(1) + ": ";
  }

  private static String path(JacksonException malformed) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference each : malformed.getPath()) {
      String name = each.getPropertyName();
      path.append(name == null ? "[" + each.getIndex() + "]" : "." + name);
    }
    return path.toString();
  }
}
