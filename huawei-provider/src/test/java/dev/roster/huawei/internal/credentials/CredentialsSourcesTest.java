package dev.roster.huawei.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.ErrorCode;
import dev.roster.huawei.Failing;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.WireOperation;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where credentials are looked for, and what is said when there are none. */
class CredentialsSourcesTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @TempDir Path directory;

  private static HuaweiCredentials environment(Map<String, String> variables) {
    return source(variables::get).credentials();
  }

  private static EnvironmentCredentials source(Environment variables) {
    return new EnvironmentCredentials(
        variables,
        (provider, file) -> {
          throw new AssertionError("no identity provider is set");
        });
  }

  private HuaweiCredentialsProvider profile(String text) throws IOException {
    return HuaweiCredentialsProvider.profileFile(
        Files.writeString(directory.resolve("credentials"), text));
  }

  @Test
  void theEnvironmentGivesPermanentKeys() {
    assertThat(environment(Map.of("HUAWEICLOUD_SDK_AK", "FAKEAK", "HUAWEICLOUD_SDK_SK", "fakeSK")))
        .isEqualTo(HuaweiCredentials.of("FAKEAK", "fakeSK"));
  }

  @Test
  void theEnvironmentIsReadUntilKeysAreFoundAndNotAgain() {
    Map<String, String> variables = new HashMap<>();
    HuaweiCredentialsProvider environment = source(variables::get);
    assertThatThrownBy(environment::credentials).isInstanceOf(MissingCredentialsException.class);
    variables.putAll(Map.of("HUAWEICLOUD_SDK_AK", "FAKEAK", "HUAWEICLOUD_SDK_SK", "fakeSK"));
    HuaweiCredentials found = environment.credentials();
    variables.clear();
    assertThat(environment.credentials()).isSameAs(found);
  }

  @Test
  void theEnvironmentGivesTemporaryKeysAndAProject() {
    assertThat(
            environment(
                Map.of(
                    "HUAWEICLOUD_SDK_AK", "FAKEAK",
                    "HUAWEICLOUD_SDK_SK", "fakeSK",
                    "HUAWEICLOUD_SDK_SECURITY_TOKEN", "fakeToken",
                    "HUAWEICLOUD_SDK_PROJECT_ID", "0fake")))
        .isEqualTo(
            HuaweiCredentials.of("FAKEAK", "fakeSK")
                .withSecurityToken("fakeToken")
                .withProjectId("0fake"));
  }

  @Test
  void systemPropertiesAreReadEachTime() {
    Map<String, String> properties = new HashMap<>();
    PropertyCredentials keys = new PropertyCredentials(properties::get);
    assertThat(keys.known()).isNull();
    assertThatThrownBy(keys::credentials)
        .hasMessage("system properties: huaweicloud.sdk.ak is not set");
    properties.put("huaweicloud.sdk.ak", "FAKEAK");
    properties.put("huaweicloud.sdk.sk", "fakeSK");
    assertThat(keys.known()).isEqualTo(HuaweiCredentials.of("FAKEAK", "fakeSK"));
    properties.put("huaweicloud.sdk.securityToken", "fakeToken");
    properties.put("huaweicloud.sdk.projectId", "0fake");
    assertThat(keys.credentials())
        .isEqualTo(
            HuaweiCredentials.of("FAKEAK", "fakeSK")
                .withSecurityToken("fakeToken")
                .withProjectId("0fake"));
  }

  @Test
  void halfAPairInTheEnvironmentNamesTheOtherHalf() {
    assertThatThrownBy(() -> environment(Map.of("HUAWEICLOUD_SDK_AK", "FAKEAK")))
        .hasMessage("environment variables: HUAWEICLOUD_SDK_SK is not set");
  }

  @Test
  void theProfileFileIsReadFromItsBasicSection() throws IOException {
    HuaweiCredentialsProvider profile =
        profile(
            """
            # a comment
            [global]
            ak = WRONG
            sk = wrong
            [basic]
            ak = FAKEAK
            sk=fake=SK
            ; another comment
            security_token = fakeToken
            project_id = 0fake
            [other]
            ak = WRONG
            """);

    assertThat(profile.credentials())
        .isEqualTo(
            HuaweiCredentials.of("FAKEAK", "fake=SK")
                .withSecurityToken("fakeToken")
                .withProjectId("0fake"));
  }

  @Test
  void aChangedProfileFileIsReadAgain() throws IOException {
    HuaweiCredentialsProvider profile = profile("[basic]\nak=FAKEAK1\nsk=fakeSK\n");
    assertThat(profile.credentials().accessKey()).isEqualTo("FAKEAK1");

    profile("[basic]\nak=FAKEAK2\nsk=fakeSK\n");
    Files.setLastModifiedTime(
        directory.resolve("credentials"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

    assertThat(profile.credentials().accessKey()).isEqualTo("FAKEAK2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[basic]", "[BASIC]\nak=A\nsk=B", "ak=A\nsk=B", "[basic]\nak=A"})
  void aProfileFileWithoutKeysSaysWhatIsMissing(String text) throws IOException {
    HuaweiCredentialsProvider profile = profile(text);

    assertThatThrownBy(profile::credentials)
        .hasMessageMatching("profile file .*credentials, section \\[basic\\]: [as]k is not set");
  }

  @Test
  void aMissingProfileFileIsNamed() {
    Path file = directory.resolve("nowhere");

    assertThatThrownBy(() -> HuaweiCredentialsProvider.profileFile(file).credentials())
        .hasMessage("profile file %s: cannot be read (NoSuchFileException)", file);
  }

  @Test
  void theProfileFilesPathCanBeSetInTheEnvironment() {
    Map<String, String> variables = Map.of("HUAWEICLOUD_SDK_CREDENTIALS_FILE", "fake/profile");

    assertThat(ProfileFileCredentials.standardPath(variables::get))
        .isEqualTo(Path.of("fake", "profile"));
    assertThat(ProfileFileCredentials.standardPath(name -> null))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".huaweicloud", "credentials"));
  }

  @Test
  void aChainAsksInOrderAndThenStaysWithItsWinner() {
    AtomicReference<@Nullable HuaweiCredentials> first = new AtomicReference<>();
    HuaweiCredentialsProvider chain =
        HuaweiCredentialsProvider.chain(
            List.of(
                () -> {
                  HuaweiCredentials keys = first.get();
                  if (keys == null) {
                    throw new IllegalStateException("not yet");
                  }
                  return keys;
                },
                HuaweiCredentialsProvider.of(FakeService.KEYS)));
    assertThat(chain.credentials()).isEqualTo(FakeService.KEYS);

    first.set(HuaweiCredentials.of("OTHER", "fakeSK"));

    assertThat(chain.credentials()).isEqualTo(FakeService.KEYS);
  }

  @Test
  void withoutCredentialsTheCallSaysWhereItLookedAndSendsNothing() {
    Path file = directory.resolve("nowhere");
    MembershipDriver driver =
        SERVICE.closedAfterwards(
            SERVICE
                .builder()
                .credentialsProvider(
                    HuaweiCredentialsProvider.chain(
                        List.of(
                            source(name -> null),
                            HuaweiCredentialsProvider.profileFile(file),
                            () -> {
                              throw new IllegalStateException("a secret that is not ours to tell");
                            })))
                .build());

    for (WireOperation operation : WireOperation.values()) {
      ErrorDescription described = Failing.describedCall(driver, operation);

      assertThat(described.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
      assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
      assertThat(described.message())
          .contains(
              "no credentials found; looked at: environment variables: HUAWEICLOUD_SDK_AK is not"
                  + " set; profile file %s: cannot be read (NoSuchFileException); a credentials"
                      .formatted(file)
                  + " provider failed with java.lang.IllegalStateException");
    }
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // the broken promise is the point
  void aProviderThatAnswersNullSendsNothing() {
    MembershipDriver driver =
        SERVICE.closedAfterwards(SERVICE.builder().credentialsProvider(() -> null).build());

    ErrorDescription described = Failing.describedCall(driver, WireOperation.CREATE);

    assertThat(described.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
  }

  @Test
  void anEmptyChainIsRefused() {
    assertThatThrownBy(() -> HuaweiCredentialsProvider.chain(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
