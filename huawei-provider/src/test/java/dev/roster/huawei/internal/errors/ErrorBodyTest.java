package dev.roster.huawei.internal.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.roster.huawei.internal.json.FlatObject;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error bodies come in many shapes; all are read, and none makes reading fail. */
class ErrorBodyTest {

  private static final long SEED = 20260102L;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          {"error_code":"IIC.1000","error_msg":"no","request_id":"r1"}           | IIC.1000   | no  | r1
          {"error_code":"C","error_msg":"m","encoded_authorization_message":"x"} | C          | m   | -
          {"error_code":"C","error_msg":"m","details":[{"error_code":"D"}]}      | C          | m   | -
          {"details":[{"error_code":"D","error_msg":"n"}]}                       | D          | n   | -
          {"code":"C","message":"m"}                                             | C          | m   | -
          {"error":{"code":401,"message":"m","title":"t"}}                       | 401        | m   | -
          {"any":{"key":{"error_code":"C"}},"request_id":"r2"}                   | C          | -   | r2
          {"error_code":"C"}                                                     | C          | -   | -
          {"error_msg":"m"}                                                      | -          | m   | -
          {"errorCode":"C","errorMsg":"m","requestId":"r3"}                      | C          | m   | r3
          {"error_code":null,"error_msg":"m"}                                    | -          | m   | -
          {"error_code":"C","error_msg":null}                                    | C          | -   | -
          {"error_code":{"x":1},"error_msg":["m"]}                               | -          | -   | -
          [{"error_code":"C","error_msg":"m"}]                                   | C          | m   | -
          []                                                                     | -          | -   | -
          {}                                                                     | -          | -   | -
          null                                                                   | -          | -   | -
          "text"                                                                 | -          | -   | -
          <html><body>502</body></html>                                          | -          | -   | -
          {"error_code":"C","error_m                                             | -          | -   | -
          """)
  void readsEveryShape(String body, String code, String message, String requestId) {
    ErrorBody read = ErrorBody.parse(body.getBytes(UTF_8));

    assertThat(read.code()).isEqualTo(code);
    assertThat(read.message()).isEqualTo(message);
    assertThat(read.requestId()).isEqualTo(requestId);
  }

  /** The tree costs a fresh process a tenth of a second, in which more would be throttled. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"error_code":"APIG.0308","error_msg":"m","request_id":"r"}  | true
          {"code":429,"message":"m","title":null,"retry":true}         | true
          {}                                                           | true
          {"error":{"code":"C"}}                                       | false
          {"details":[]}                                               | false
          []                                                           | false
          7                                                            | false
          {"error_code":"C","error_m                                   | false
          """)
  void aThrottledResponseOfTheUsualShapeIsReadWithoutATree(String body, boolean flat) {
    assertThat(FlatObject.read(body.getBytes(UTF_8)).isPresent()).isEqualTo(flat);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"error_code":"C"}                        | true
          {"error":{"code":401,"title":"t"}}        | true
          {}                                        | false
          []                                        | false
          [{"error_code":"C","error_msg":"m"}]      | false
          {"message":"no route matched"}            | false
          {"error_code":"C"}x                       | false
          {"error_code":"C"}{}                      | false
          {"error_code":"C","error_code":"D"}       | false
          {"error_code":"C","x":[],"error_code":""} | false
          {"error_code":"C","error_m                | false
          <html>                                    | false
          null                                      | false
          [null]                                    | false
          7                                         | false
          """)
  void onlyAWholeObjectWithACodeIsTheServicesOwn(String body, boolean own) {
    assertThat(ErrorBody.parse(body.getBytes(UTF_8)).isTheServices()).isEqualTo(own);
    assertThat(ErrorBody.parse(new byte[0]).isTheServices()).isFalse();
  }

  @Test
  void noBytesMakeReadingFail() {
    Random random = new Random(SEED);
    byte[] valid =
        "{\"error\":{\"error_code\":\"IIC.1000\",\"error_msg\":\"nö\",\"x\":[1,{}]}}"
            .getBytes(UTF_8);
    for (int round = 0; round < 2_000; round++) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      byte[] damaged = valid.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();

      assertThatCode(() -> ErrorBody.parse(noise)).doesNotThrowAnyException();
      assertThatCode(() -> ErrorBody.parse(damaged)).doesNotThrowAnyException();
    }
  }

  @Test
  void deepNestingDoesNotMakeReadingFail() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);

    assertThat(ErrorBody.parse(deep.getBytes(UTF_8)).code()).isNull();
  }
}
