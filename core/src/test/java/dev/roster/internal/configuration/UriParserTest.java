package dev.roster.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.spi.ProviderUri;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriParserTest {

  @ParameterizedTest
  @CsvSource({
    "cloud://d-1234567890, cloud, d-1234567890",
    "CLOUD://d-1234567890/, cloud, d-1234567890",
    "cloud://1a2b3c4d-0000-4000-8000-000000000001?region=x, cloud,"
        + " 1a2b3c4d-0000-4000-8000-000000000001",
    "cloud://?store=arn%3Apart%3Aservice%3A%3A123456789012%3Akind%2Fd-1, cloud,"
        + " arn:part:service::123456789012:kind/d-1",
    "cloud:///?store=d-1, cloud, d-1",
    "cloud://a%20b, cloud, a b",
  })
  void schemeAndStoreAreRead(String text, String scheme, String store) {
    ProviderUri uri = UriParser.parse(text);
    assertThat(uri.scheme()).isEqualTo(scheme);
    assertThat(uri.identityStoreId().value()).isEqualTo(store);
  }

  @Test
  void parametersArePercentDecodedAndAPlusIsAPlus() {
    ProviderUri uri = UriParser.parse("cloud://d-1?endpoint=http%3A%2F%2Fh%3A1&name=a+b%26c");
    assertThat(uri.parameter("endpoint")).contains("http://h:1");
    assertThat(uri.parameter("name")).contains("a+b&c");
    assertThat(uri.parameter("other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "d-1234567890, scheme://store",
    "cloud:d-1234567890, scheme://store",
    "cloud://, names no store",
    "cloud://?region=x, names no store",
    "cloud://%20, names no store",
    "cloud://d-1?store=d-2, twice",
    "cloud://d-1/groups, path",
    "cloud://d-1#part, fragment",
    "cloud://d-1?region, name=value",
    "cloud://d-1?=x, name=value",
    "cloud://d-1?region=a&region=b, given twice",
    "cloud://d-1?region=%zz, of the URI is not percent-encoded",
  })
  void theErrorNamesTheOffendingPart(String text, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UriParser.parse(text))
        .withMessageContaining(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cloud://FAKE-S3CRET@d-1",
        "cloud://user:FAKE-S3CRET@d-1?region=x",
        "cloud://d-1?sk=FAKE-S3CRET",
        "cloud://d-1?secretKey=FAKE-S3CRET",
        "cloud://d-1?region=x&accessKeyId=FAKE-S3CRET",
        "cloud://d-1?session_token=FAKE-S3CRET",
        "cloud://d-1?password=FAKE-S3CRET",
        "cloud://d-1?p%61ssword=FAKE-S3CRET",
        "cloud://d-1?password=FAKE-S3CRET%zz",
        "cloud://user:FAKE-S3CRET@d-1/path",
        "cloud://user%3AFAKE-S3CRET%40d-1",
        "FAKE-S3CRET",
      })
  void aSecretIsRefusedAndNotRepeated(String text) {
    Throwable refused = catchThrowable(() -> UriParser.parse(text));
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      assertThat(cause)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("S3CRET");
    }
    assertThat(refused).isNotNull();
  }

  @Test
  void aMisspeltParameterIsRefusedWithThoseThatAreKnown() {
    ProviderUri uri = UriParser.parse("cloud://d-1?regoin=x&deadline=PT1M");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> uri.requireOnly(Set.of("region")))
        .withMessageContaining("regoin")
        .withMessageContaining("region")
        .withMessageContaining("deadline");
  }

  @ParameterizedTest
  @CsvSource({
    "regoin, did you mean 'region'?",
    "Region, did you mean 'region'?",
    "deadlin, did you mean 'deadline'?",
    "attempTimeouts, did you mean 'attemptTimeout'?",
    "maxcallspersecond, did you mean 'maxCallsPerSecond'?",
    "settling_time, did you mean 'settlingTime'?",
    "colour, in the cloud URI; known are",
    "stick, in the cloud URI; known are",
  })
  void aParameterThatIsNearToAKnownOneIsAskedFor(String given, String expected) {
    ProviderUri uri = UriParser.parse("cloud://d-1?" + given + "=x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> uri.requireOnly(Set.of("region")))
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void aFlagIsTrueOrFalse(String text, boolean value) {
    assertThat(UriParser.parse("cloud://d-1?strictIds=" + text).flag("strictIds")).isEqualTo(value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UriParser.parse("cloud://d-1?strictIds=yes").flag("strictIds"))
        .withMessageContaining("strictIds");
  }

  @Test
  void noTextWhateverIsAnsweredWithAnythingButAResultOrAnIllegalArgument() {
    Random random = new Random(20261120);
    String alphabet = "abz09-.:/?#@&=%+ \u00e4\u0000AD";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "cloud://" : "");
      random
          .ints(random.nextInt(30), 0, alphabet.length())
          .forEach(at -> text.append(alphabet.charAt(at)));
      Throwable thrown = catchThrowable(() -> UriParser.parse(text.toString()));
      assertThat(thrown)
          .as(text.toString())
          .matches(error -> error == null || error instanceof IllegalArgumentException);
    }
  }

  @Test
  void itsTextHasNoParameters() {
    assertThat(UriParser.parse("cloud://d-1?endpoint=x")).hasToString("cloud://d-1");
  }
}
