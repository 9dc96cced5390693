package dev.roster.aws.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.DeserializationFeature;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;

/** What is exactly one JSON object, beside a parser that was written elsewhere. */
class JsonTextTest {

  private static final ObjectMapper OTHER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String SAMPLE =
      " {\"a\":[1,-0.5e+3,0,true,false,null,{}],\"b\\u0041\\n"
          + "\":{\"c\":\"d\\\\\\\"\"},\"e\":[ ]}\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "null",
        "1",
        "\"a\"",
        "{",
        "{}}",
        "{} {}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":+1}",
        "{\"a\":1e}",
        "{\"a\":-}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":\"}"
      })
  void anythingElseIsRefused(String text) {
    assertThat(accepts(text)).isFalse();
  }

  @Test
  void nestingWithoutEndIsRefusedAndNotFollowed() {
    assertThat(accepts("{\"a\":".repeat(100_000))).isFalse();
    assertThat(accepts("{\"a\":" + "[".repeat(100_000))).isFalse();
  }

  /** Seeded: the same texts at every run. */
  @Test
  void agreesWithAnotherParserAboutTextsThatAreNearlyRight() {
    Random random = new Random(10);
    String characters = "{}[]\",:\\ 0123456789-+.eEtrufalsn\n";
    int accepted = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(SAMPLE);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(text.length());
        char other = characters.charAt(random.nextInt(characters.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, other);
          default -> text.setCharAt(at, other);
        }
      }
      boolean ours = accepts(text.toString());
      assertThat(ours).as(text.toString()).isEqualTo(otherAccepts(text.toString()));
      accepted += ours ? 1 : 0;
    }
    assertThat(accepted).isBetween(1_000, 19_000);
  }

  @Test
  void tellsEachMemberWithItsKindAndItsPlace() throws IOException {
    byte[] text = SAMPLE.getBytes(UTF_8);
    Events events = new Events(text);
    JsonText.readObject(text, events);
    assertThat(events.seen)
        .containsExactly(
            "begin",
            "begin",
            "end",
            "a ARRAY [1,-0.5e+3,0,true,false,null,{}]",
            "begin",
            "c STRING \"d\\\\\\\"\"",
            "end",
            "bAn OBJECT {\"c\":\"d\\\\\\\"\"}",
            "e ARRAY [ ]",
            "end");
  }

  @Test
  void whatIsInAFreeMemberIsNotToldButRead() throws IOException {
    byte[] text = "{\"free\":[{\"a\":{\"free\":1}}],\"b\":2}".getBytes(UTF_8);
    Events events = new Events(text);
    JsonText.readObject(text, events);
    assertThat(events.seen)
        .containsExactly("begin", "free ARRAY [{\"a\":{\"free\":1}}]", "b NUMBER 2", "end");
    assertThat(accepts("{\"Extensions\":{\"x\":{\"Name\":1,\"Name\":2}}}")).isTrue();
    assertThat(accepts("{\"Extensions\":{\"x\":{\"Name\"}}}")).isFalse();
    assertThat(accepts("{\"Extensions\":{},\"Extensions\":{}}")).isFalse();
  }

  private static final class Events implements JsonText.Members {

    private final byte[] text;
    private final List<String> seen = new ArrayList<>();

    Events(byte[] text) {
      this.text = text;
    }

    @Override
    public void begin() {
      seen.add("begin");
    }

    @Override
    public void member(String name, JsonText.Kind kind, int start, int end) {
      seen.add(name + " " + kind + " " + new String(text, start, end - start, UTF_8));
    }

    @Override
    public void end() {
      seen.add("end");
    }

    @Override
    public boolean isFree(String name) {
      return name.equals("free");
    }
  }

  private static boolean accepts(String text) {
    try {
      ResponseMembers.read(text.getBytes(UTF_8), true);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static boolean otherAccepts(String text) {
    try {
      return OTHER.readTree(text.getBytes(UTF_8)).isObject();
    } catch (IOException refused) {
      return false;
    }
  }
}
