package dev.roster.aws.internal.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.common.Json;
import dev.roster.spi.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON text of provider fields: what is accepted, and that it is written as it was read. */
class JsonReaderTest {

  private static String written(String text) {
    return JsonWriter.write(JsonReader.read("field", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\"",
        "\"\"",
        "true",
        "false",
        "null",
        "0",
        "-0.5e+30",
        "12345678901234567890.123456789",
        "[]",
        "{}",
        "[1,[2,{\"a\":[]}],\"b\"]",
        "{\"a\":{\"b\":null},\"\":1}",
        "\"\\\"\\\\\\n\\r\\t\\u0001\"",
        "\"rocket \ud83d\ude80 \u7ec4\""
      })
  void whatIsReadIsWrittenAsItWas(String text) {
    assertThat(written(text)).isEqualTo(text);
  }

  @Test
  void blanksAndEscapesAreSpeltOut() {
    assertThat(written(" { \"a\" : [ 1 , \"\\u00e9\\/\\b\\f\\uD83D\\uDE80\" ] } \r\n\t"))
        .isEqualTo("{\"a\":[1,\"\u00e9/\\u0008\\u000c\ud83d\ude80\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "'text'",
        "\"text",
        "\"a\nb\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12",
        "\"a\" \"b\"",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "-",
        "NaN",
        "tru",
        "True",
        "nullx",
        "[1,]",
        "[1 2]",
        "[",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1",
        "{\"a\":1}}",
        "// comment\n1",
        "\ufeff1"
      })
  void whatIsNotExactlyOneValueIsRefusedInWordsThatDoNotRepeatIt(String text) {
    assertThatThrownBy(() -> JsonReader.read("NickName", text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("NickName must be JSON text");
  }

  /** Each of these is one value to a parser that was written elsewhere, or none to both. */
  @Test
  void noBeginningOfAValueIsAValue() {
    String whole = "{\"a\":[-1.5e3,true,null,{\"b\":\"c\\u00e9\\n\"}]}";
    for (int end = 0; end < whole.length(); end++) {
      String cut = whole.substring(0, end);
      assertThatThrownBy(() -> JsonReader.read("field", cut)).as(cut).isNotNull();
    }
    assertThat(Json.node(written(whole))).isEqualTo(Json.node(whole));
  }

  @Test
  void aNameTwiceIsRefused() {
    assertThatThrownBy(() -> JsonReader.read("Roles", "[{\"a\":1,\"\\u0061\":1}]"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Roles must not have a name twice in one object");
  }

  @Test
  void endlessNestingEndsAtALimit() {
    assertThatThrownBy(() -> JsonReader.read("Extensions", "[".repeat(100_000)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Extensions must not nest more than 64 levels");
    assertThat(written("[".repeat(64) + "]".repeat(64))).hasSize(128);
  }
}
