package dev.roster.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.terminal.PrintableText;
import dev.roster.cli.terminal.ResultStream;
import dev.roster.cli.terminal.TextWidth;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written can be read, and does nothing else. */
class TextForReadersTest {

  private static final Shape<String> WORD =
      new Shape<>(
          List.of(
              Column.shown("word", word -> word), Column.shown("length", word -> word.length())),
          List.of());

  private static String written(OutputFormat format, TableLook look, String... words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Results(new ResultStream(bytes), format, look).all(WORD, List.of(words));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String written(OutputFormat format, String... words) {
    return written(format, new TableLook(false, 80, false), words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "\uff1d1"})
  void aSpreadsheetTakesNothingForAFormula(String text) {
    assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    assertThat(written(OutputFormat.CSV, text)).contains("'" + text.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x;=1", "x\t+1", "x\n@1", "x\r\n-1", "x;\uff1d1", ";=1", "\t=1"})
  void norWhereItHasAnotherCharacterBetweenCells(String text) {
    assertThat(SpreadsheetText.of(text).split("[;\t\r\n]+"))
        .noneMatch(cell -> cell.matches("[=+@\uff1d-].*"));
  }

  @Test
  void otherTextStaysAsItIs() {
    for (String text : new String[] {"a-b", "a; b", "two\n\nlines", "1+1=2", "", "x;", "$1\\;x"}) {
      assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }
    assertThat(written(OutputFormat.CSV, "a,b", "say \"hi\"", "Jürgen", "two\nlines"))
        .isEqualTo("word,length\n\"a,b\",3\n\"say \"\"hi\"\"\",8\nJürgen,6\n\"two\nlines\",9\n");
  }

  @Test
  void everyControlCharacterIsSpeltOut() {
    IntStream.concat(IntStream.range(0, 0x20), IntStream.rangeClosed(0x7f, 0x9f))
        .forEach(
            point ->
                assertThat(PrintableText.of("a" + (char) point))
                    .isEqualTo("a\\u%04x".formatted(point)));
    assertThat(PrintableText.of("\u202eabc\u2066\u2028")).isEqualTo("\\u202eabc\\u2066\\u2028");
    assertThat(PrintableText.of("née 東京 👩‍🔬")).isEqualTo("née 東京 👩‍🔬");
  }

  @Test
  void jsonStaysJson() {
    assertThat(written(OutputFormat.JSON, "\u001b[2J\u009b\""))
        .isEqualTo("[\n{\"word\":\"\\u001B[2J\\u009b\\\"\",\"length\":6}\n]\n");
    assertThat(written(OutputFormat.JSON)).isEqualTo("[]\n");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(TextWidth.of("東京")).isEqualTo(4);
    assertThat(TextWidth.of("e\u0301")).isOne();
    assertThat(TextWidth.cut("東京都", 4)).isEqualTo("東…");
    assertThat(written(OutputFormat.TABLE, "東京", "abcd"))
        .isEqualTo("WORD  LENGTH\n東京  2\nabcd  4\n");
  }

  @Test
  void aTerminalGetsLinesOfItsWidthAndAFileGetsAll() {
    String longWord = "x".repeat(100);
    TableLook narrow = new TableLook(true, 40, false);
    assertThat(written(OutputFormat.TABLE, narrow, longWord).lines())
        .allMatch(line -> line.length() <= 40);
    assertThat(written(OutputFormat.TABLE, longWord)).contains(longWord);
  }

  @Test
  void aLongListIsWrittenWhileItComes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Results results =
        new Results(new ResultStream(bytes), OutputFormat.TABLE, new TableLook(false, 80, false));
    try (Rows<String> rows = results.list(WORD)) {
      IntStream.range(0, 5_000).forEach(row -> rows.add("word"));
      assertThat(bytes.size()).isGreaterThan(8_192);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(5_001);
  }
}
