package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.emulator.RawClient.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is sent, an emulator keeps little of it. */
class EmulatorMemoryTest {

  /** Some 700 MB come, in a heap of 64: names, requests together, and requests that never end. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void requestsOfAnySizeAndNumberDoNotEndASmallHeap() throws Exception {
    Process small =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                EmulatorMemory.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      String printed = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(printed).endsWith("handled" + System.lineSeparator());
      assertThat(small.waitFor()).isZero();
    } finally {
      small.destroyForcibly();
    }
  }

  @Test
  void anInputOfVeryManySmallPartsIsNotBuiltUp() throws Exception {
    try (Emulator emulator = Emulator.builder().withoutSignatures().start();
        RawClient client = new RawClient(emulator)) {
      String items = "\"a\",".repeat(3_000_000) + "\"a\"";
      String body = "{\"IdentityStoreId\":\"d-1234567890\",\"x\":[" + items + "]}";

      Response response = client.send(RawClient.aws("ListUsers", body)).response();

      assertThat(response.body()).contains("SerializationException");
    }
  }
}
