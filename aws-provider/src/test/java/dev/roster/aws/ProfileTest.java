package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.RosterClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A named profile is used, or the call fails: no other keys take its place. */
class ProfileTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  @TempDir private Path directory;

  @BeforeEach
  void otherKeysAreThere() throws IOException {
    Path credentials = directory.resolve("credentials");
    Files.writeString(
        credentials,
        """
        [named]
        aws_access_key_id = AKIAOFTHEPROFILE
        aws_secret_access_key = FAKE-SECRET-OF-THE-PROFILE
        [empty]
        region = eu-west-1
        """);
    System.setProperty("aws.sharedCredentialsFile", credentials.toString());
    System.setProperty("aws.configFile", directory.resolve("config").toString());
    System.setProperty("aws.accessKeyId", "AKIAFROMTHEENVIRONMENT");
    System.setProperty("aws.secretAccessKey", "FAKE-SECRET-FROM-THE-ENVIRONMENT");
    SERVER.respondsWith(IdentityStoreServer.ok(OperationCase.GET.response));
  }

  @AfterEach
  void forgetThem() {
    System.clearProperty("aws.sharedCredentialsFile");
    System.clearProperty("aws.configFile");
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void aProfileInTheUriWinsOverOtherKeys() {
    assertThat(signedWith(uri("&profile=named"))).contains("Credential=AKIAOFTHEPROFILE/");
  }

  @Test
  void withoutAProfileTheDefaultChainDecides() {
    assertThat(signedWith(uri(""))).contains("Credential=AKIAFROMTHEENVIRONMENT/");
  }

  @Test
  void aProfileInTheBuilderWinsOverOtherKeys() {
    try (RosterClient client = RosterClient.builder(builder("named").build()).build()) {
      client.getMembership(OperationCase.MEMBERSHIP);
    }
    assertThat(SERVER.requests().get(0).getHeader("Authorization"))
        .contains("Credential=AKIAOFTHEPROFILE/");
  }

  @Test
  void aProfileThatDoesNotExistFailsAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RosterClient.open(uri("&profile=absent")))
        .withMessageContaining("profile 'absent'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("absent").build())
        .withMessageContaining("profile 'absent'");
  }

  @Test
  void aProfileWithoutCredentialsFailsTheCallAndSendsNothing() {
    try (RosterClient client = RosterClient.open(uri("&profile=empty"))) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> client.getMembership(OperationCase.MEMBERSHIP))
          .hasMessageContaining("UNAUTHENTICATED")
          .hasMessageContaining("profile 'empty'");
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  @Test
  void credentialsThatAHookSetsDoNotTakeTheProfilesPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                builder("named")
                    .customize(sdk -> sdk.credentialsProvider(IdentityStoreServer.CREDENTIALS))
                    .build())
        .withMessageContaining("profile");
  }

  private static AwsDrivers.Builder builder(String profile) {
    return AwsDrivers.builder()
        .identityStoreId(OperationCase.STORE)
        .region("eu-west-1")
        .endpoint(SERVER.address())
        .profile(profile);
  }

  private static String signedWith(String uri) {
    try (RosterClient client = RosterClient.open(uri)) {
      client.getMembership(OperationCase.MEMBERSHIP);
    }
    return SERVER.requests().get(0).getHeader("Authorization");
  }

  private static String uri(String more) {
    return "aws://d-1234567890?region=eu-west-1&endpoint=%s%s"
        .formatted(URLEncoder.encode(SERVER.address().toString(), StandardCharsets.UTF_8), more);
  }
}
