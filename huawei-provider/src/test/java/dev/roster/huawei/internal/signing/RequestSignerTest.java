package dev.roster.huawei.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.huawei.internal.signing.SigningVectors.Vector;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The signer gives, to the letter, what the service's documented algorithm gives. */
class RequestSignerTest {

  static List<Vector> signerVectors() {
    return SigningVectors.ofSigner();
  }

  static List<Vector> wireVectors() {
    return SigningVectors.onTheWire();
  }

  @Test
  void noVectorIsLeftOut() {
    assertThat(signerVectors()).hasSize(46);
    assertThat(wireVectors()).hasSize(25);
  }

  @ParameterizedTest
  @MethodSource({"signerVectors", "wireVectors"})
  void signsAsTheVectorSays(Vector vector) {
    assertThat(vector.request().text()).isEqualTo(vector.canonicalRequest());
    assertThat(RequestSigner.stringToSign(vector.request(), vector.date()))
        .isEqualTo(vector.stringToSign());
    assertThat(
            RequestSigner.authorization(
                vector.request(), vector.date(), vector.accessKey(), vector.secretKey()))
        .isEqualTo(vector.authorization());
  }

  @Test
  void datesAreInUtcToTheSecond() {
    assertThat(RequestSigner.date(Instant.parse("2024-01-02T03:04:05.999Z")))
        .isEqualTo("20240102T030405Z");
  }
}
