package dev.roster.huawei.internal.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.spi.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every request, tried on random ones; a failure repeats with its seed. */
class SigningPropertiesTest {

  private static final HttpUrl ENDPOINT = HttpUrl.get("https://service.invalid");
  private static final String DATE = "20260102T030405Z";

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(12);
    while (text.length() < length) {
      int character = random.nextInt(4) == 0 ? random.nextInt(0x1_F900) : ' ' + random.nextInt(95);
      if (character > 0x1f && (character < 0xD800 || character > 0xDFFF)) {
        text.appendCodePoint(character);
      }
    }
    return text.toString();
  }

  private static List<String> texts(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(5)).mapToObj(each -> text(random)).toList();
  }

  private static List<Map.Entry<String, String>> parameters(Random random) {
    return texts(random).stream().map(name -> Map.entry(name, text(random))).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsSignedIsWhatIsSentAndSaysWhatWasMeant(int seed) {
    Random random = new Random(seed);
    List<String> path = new ArrayList<>(texts(random));
    path.removeIf(segment -> segment.equals(".") || segment.equals(".."));
    List<Map.Entry<String, String>> query = parameters(random);
    RequestTarget target = RequestTarget.of(path, query);

    HttpUrl url =
        ENDPOINT.newBuilder().encodedPath(target.path()).encodedQuery(target.query()).build();

    assertThat(url.encodedPath()).isEqualTo(target.path());
    assertThat(url.encodedQuery()).isEqualTo(target.query());
    assertThat(url.pathSegments()).isEqualTo(path.isEmpty() ? List.of("") : path);
    query.forEach(
        parameter ->
            assertThat(url.queryParameterValues(parameter.getKey()))
                .contains(parameter.getValue()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfParametersAndHeadersDoesNotMatter(int seed) {
    Random random = new Random(seed);
    List<Map.Entry<String, String>> query = new ArrayList<>(parameters(random));
    RequestTarget target = RequestTarget.of(List.of("v1"), query);
    Collections.shuffle(query, random);

    assertThat(RequestTarget.of(List.of("v1"), query)).isEqualTo(target);
    assertThat(sign("GET", target, Map.of("X-A", "1", "x-b", "2"), "", "sk"))
        .isEqualTo(sign("GET", target, new TreeMap<>(Map.of("X-B", " 2 ", "x-a", "1")), "", "sk"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPartIsCoveredByTheSignature(int seed) {
    Random random = new Random(seed);
    RequestTarget target = RequestTarget.of(texts(random), parameters(random));
    RequestTarget other = new RequestTarget(target.path() + "x", target.query());
    Map<String, String> headers = Map.of("Host", "a", "X-Sdk-Date", DATE);
    String body = text(random);

    assertThat(
            List.of(
                sign("POST", target, headers, body, "sk"),
                sign("PUT", target, headers, body, "sk"),
                sign("POST", other, headers, body, "sk"),
                sign("POST", new RequestTarget(target.path(), "x=" + seed), headers, body, "sk"),
                sign("POST", target, Map.of("Host", "b", "X-Sdk-Date", DATE), body, "sk"),
                sign("POST", target, headers, body + "x", "sk"),
                sign("POST", target, headers, body, "sk2")))
        .doesNotHaveDuplicates();
  }

  @Test
  void contentTypeAuthorizationAndNamesWithUnderscoresAreNotSigned() {
    RequestTarget target = RequestTarget.of("v1");

    assertThat(
            sign(
                "GET",
                target,
                Map.of("Host", "a", "Content-Type", "x", "authorization", "y", "a_b", "z"),
                "",
                "sk"))
        .isEqualTo(sign("GET", target, Map.of("host", "a"), "", "sk"))
        .contains("SignedHeaders=host,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
  void halfACharacterIsRefusedAndNotReplaced(String text) {
    assertThatThrownBy(() -> PercentEncoding.encode(text))
        .isInstanceOf(InvalidInputException.class);
  }

  private static String sign(
      String method,
      RequestTarget target,
      Map<String, String> headers,
      String body,
      String secretKey) {
    CanonicalRequest request = new CanonicalRequest(method, target, headers, body.getBytes(UTF_8));
    return RequestSigner.authorization(request, DATE, "FAKEAK", secretKey);
  }
}
