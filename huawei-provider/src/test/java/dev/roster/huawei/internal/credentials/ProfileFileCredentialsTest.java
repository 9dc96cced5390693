package dev.roster.huawei.internal.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.OneAttempt;
import dev.roster.huawei.WireOperation;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile file may be rewritten at any time, by any editor, without a call noticing. */
class ProfileFileCredentialsTest {

  private static final String FIRST =
      "[basic]\nak=FAKEAK1\nsk=fakeSK1\nsecurity_token=fakeToken1\n";
  private static final String SECOND = FIRST.replace('1', '2');

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @TempDir Path directory;

  private final AtomicLong nanoTime = new AtomicLong();
  private int writes;
  private HuaweiCredentialsProvider profile = () -> FakeService.KEYS;

  @BeforeEach
  void freshProvider() {
    profile = new ProfileFileCredentials(file(), nanoTime::get);
  }

  private Path file() {
    return directory.resolve("credentials");
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
    Files.setLastModifiedTime(file(), FileTime.fromMillis(1_000_000_000_000L + 5_000L * writes++));
  }

  private void write(String text) throws IOException {
    write(text.getBytes(UTF_8));
  }

  private String accessKey() {
    return profile.credentials().accessKey();
  }

  @Test
  void everyBeginningOfARewrittenFileLeavesTheKeysAsTheyWere() throws IOException {
    write(FIRST);
    assertThat(accessKey()).isEqualTo("FAKEAK1");

    for (int length = 0; length < SECOND.length(); length++) {
      write(SECOND.substring(0, length));
      assertThat(profile.credentials())
          .as(SECOND.substring(0, length))
          .isEqualTo(HuaweiCredentials.of("FAKEAK1", "fakeSK1").withSecurityToken("fakeToken1"));
    }
    write(SECOND);

    assertThat(profile.credentials())
        .isEqualTo(HuaweiCredentials.of("FAKEAK2", "fakeSK2").withSecurityToken("fakeToken2"));
  }

  @Test
  void aFileThatIsReplacedOrCannotBeReadLeavesTheKeysAsTheyWere() throws IOException {
    write(FIRST);
    profile.credentials();

    Files.delete(file());
    assertThat(accessKey()).isEqualTo("FAKEAK1");
    Files.createDirectory(file());
    assertThat(accessKey()).isEqualTo("FAKEAK1");
    Files.delete(file());
    write(SECOND);

    assertThat(accessKey()).isEqualTo("FAKEAK2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[basic]\nak=FAKEAK2\nsk=fakeSK2\n",
        "[basic]\nak=FAKEAK2\nsk=fakeSK2\nsecurity_token=fakeToken2"
      })
  void whatLooksCutCountsOnceNothingIsAddedToIt(String text) throws IOException {
    write(FIRST);
    profile.credentials();
    write(text);

    assertThat(accessKey()).isEqualTo("FAKEAK1");
    nanoTime.addAndGet(ProfileFileCredentials.SETTLED.toNanos() - 1);
    assertThat(accessKey()).isEqualTo("FAKEAK1");
    nanoTime.addAndGet(1);

    assertThat(accessKey()).isEqualTo("FAKEAK2");
  }

  @Test
  void aByteOrderMarkHidesNothing() throws IOException {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      write(("\uFEFF" + FIRST).getBytes(charset));

      assertThat(new ProfileFileCredentials(file()).credentials().accessKey())
          .as(charset.name())
          .isEqualTo("FAKEAK1");
    }
  }

  @Test
  void callsGoOnWithTheKeysOfBeforeWhileTheFileIsEmpty() throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    MembershipDriver driver =
        SERVICE.closedAfterwards(SERVICE.builder().credentialsProvider(profile).build());
    for (String text : List.of(FIRST, "", SECOND)) {
      write(text);
      WireOperation.GET.call(driver, new OneAttempt());
    }

    assertThat(SERVICE.requests())
        .extracting(request -> request.getHeader("X-Security-Token"))
        .containsExactly("fakeToken1", "fakeToken1", "fakeToken2");
  }
}
