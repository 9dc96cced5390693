package dev.roster.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactVersionTest {

  private static InputStream file(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "version=1.2.3-SNAPSHOT, 1.2.3-SNAPSHOT",
    "version=${project.version}, development",
    "version=1.0\\u000d\\u000aX: y, development",
    "version=, development",
    "other=1, development"
  })
  void onlyWhatCanStandInAHeaderIsAVersion(String line, String version) {
    assertThat(ArtifactVersion.of(file(line))).isEqualTo(version);
  }

  @Test
  void anArtifactWithoutTheFileIsBeingDeveloped() {
    assertThat(ArtifactVersion.of(null)).isEqualTo("development");
  }

  @Test
  void theFileIsClosed() {
    AtomicBoolean closed = new AtomicBoolean();
    ArtifactVersion.of(
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.set(true);
          }
        });
    assertThat(closed).isTrue();
  }

  @Test
  void aFileThatCannotBeReadIsNoVersion() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    assertThatThrownBy(() -> ArtifactVersion.of(broken)).isInstanceOf(UncheckedIOException.class);
  }
}
