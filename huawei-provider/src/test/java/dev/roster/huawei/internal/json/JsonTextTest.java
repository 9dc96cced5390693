package dev.roster.huawei.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonToken;

/** JSON in a text is one whole value, and means what it meant. */
class JsonTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"a\" | \"a\" | VALUE_STRING | a",
        "\"\\u0041\\n\" | \"A\\n\" | VALUE_STRING | 'A\n'",
        "{ \"b\" : [ 1 , 2.50 ] } | {\"b\":[1,2.50]} | START_OBJECT | {\"b\":[1,2.50]}",
        "[] | [] | START_ARRAY | []",
        "true | true | VALUE_TRUE | true",
        "false | false | VALUE_FALSE | false",
        "null | null | VALUE_NULL | null",
        "-1.0 | -1.0 | VALUE_NUMBER_FLOAT | -1.0"
      })
  void aValueIsWrittenWithoutWhiteSpace(
      String text, String compact, JsonToken kind, String content) {
    assertThat(JsonText.compact(text)).contains(compact);
    assertThat(JsonText.kind(compact)).isEqualTo(kind);
    assertThat(JsonText.content(compact)).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "'a'",
        "{",
        "[1",
        "1 2",
        "{} {}",
        "{}x",
        "{\"a\":1,\"a\":2}",
        "NaN",
        "+1",
        "[1,]",
        "{\"a\"}",
        "\"a",
        "// x\n1"
      })
  void whatIsNotOneWholeValueIsNone(String text) {
    assertThat(JsonText.compact(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":[2]} | { \"b\":[2], \"a\" : 1} | true",
        "\"\\u0041\" | \"A\" | true",
        "[1,2] | [2,1] | false",
        "{\"a\":null} | {} | false",
        "1 | \"1\" | false"
      })
  void theOrderOfFieldsMeansNothing(String one, String other, boolean same) {
    assertThat(JsonText.isSame(one, other)).isEqualTo(same);
  }

  @Test
  void theStringsOfADocumentAreThoseInsideItsStringsToo() {
    String document =
        """
        {"path":"no","value":"{\\"a\\":\\"b\\",\\"type\\":\\"no\\"}","list":["[\\"c\\"]","[d"],"n":7}
        """;

    assertThat(JsonText.strings(document, Set.of("path", "type"))).containsExactly("b", "c", "[d");
    assertThat(JsonText.strings("{\"a\":\"b\"", Set.of())).isEmpty();
  }
}
