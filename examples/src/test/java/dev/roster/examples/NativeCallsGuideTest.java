package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CheckReport;
import dev.roster.NativeAccess;
import dev.roster.RosterClient;
import dev.roster.aws.AwsDrivers;
import dev.roster.emulator.Emulator;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiDrivers;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** The snippets of {@code docs/native-calls.md}, over the wire. */
class NativeCallsGuideTest {

  private final Emulator emulator = Emulator.start();
  private final String store = emulator.store().identityStoreId().value();
  private final String user = emulator.store().addUser().value();
  private final String endpoint = emulator.endpoint().toString();

  @AfterEach
  void stop() {
    emulator.close();
  }

  private RosterClient aws() {
    return RosterClient.builder(
            AwsDrivers.builder()
                .identityStoreId(emulator.store().identityStoreId())
                .region("eu-west-1")
                .endpoint(emulator.endpoint())
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret())))
                .build())
        .build();
  }

  private RosterClient huawei() {
    return RosterClient.builder(
            HuaweiDrivers.builder()
                .identityStoreId(emulator.store().identityStoreId())
                .endpoint(emulator.endpoint())
                .credentials(HuaweiCredentials.of(emulator.key().id(), emulator.key().secret()))
                .build())
        .build();
  }

  @Test
  void aRequestOnAws() {
    try (RosterClient client = aws()) {
      String id =
          client.callNative(
              IdentitystoreClient.class,
              NativeAccess.READ,
              sdk -> sdk.describeUser(r -> r.identityStoreId(store).userId(user)).userId());
      assertThat(id).isEqualTo(user);
    }
  }

  @Test
  void aRequestOnHuaweiCloud() {
    try (RosterClient client = huawei()) {
      Request request =
          new Request.Builder()
              .url(endpoint + "/v1/identity-stores/" + store + "/users/" + user)
              .build();
      String json =
          client.callNative(
              Call.Factory.class,
              NativeAccess.READ,
              calls -> {
                try (Response response = calls.newCall(request).execute()) {
                  return response.body().string();
                }
              });
      assertThat(json).contains(user);
    }
  }

  @Test
  void aCheck() {
    try (RosterClient client = aws()) {
      CheckReport report = client.check();
      if (!report.isOk()) {
        System.err.println(report);
      }
      assertThat(report.isOk()).isTrue();
    }
  }
}
