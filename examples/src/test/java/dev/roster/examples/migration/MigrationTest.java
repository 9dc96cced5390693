package dev.roster.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import dev.roster.IdentityStoreId;
import dev.roster.RosterClient;
import dev.roster.aws.AwsDrivers;
import dev.roster.emulator.Emulator;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.memory.Attributes;
import dev.roster.spi.MembershipDriver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** What the migration pages show gives the same before and after, over the wire. */
class MigrationTest {

  /** An official SDK, and Roster in its place. */
  enum From {
    AWS_SDK,
    HUAWEI_SDK
  }

  private final Emulator emulator = Emulator.start();
  private final String store = emulator.store().identityStoreId().value();
  private final String group = emulator.store().addGroup().value();
  private final String otherGroup = emulator.store().addGroup().value();
  private final String user =
      emulator.store().users().create(Attributes.none().with("userName", "alice")).value();

  @AfterEach
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyTaskGivesTheSameBeforeAndAfter(From from) {
    Map<String, Object> before = results(before(from));
    try (RosterClient client = RosterClient.builder(driver(from)).build()) {
      Map<String, Object> after = results(new RosterTasks(client));

      assertThat(after)
          .isEqualTo(before)
          .containsEntry("added twice", 1)
          .containsEntry("members", List.of(user))
          .containsEntry("groups", List.of(group))
          .containsEntry("among", Set.of(group))
          .containsEntry("named", user)
          .containsEntry("removed twice", 0);
    }
  }

  private Map<String, Object> results(MembershipTasks tasks) {
    Map<String, Object> results = new LinkedHashMap<>();
    tasks.add(group, user);
    tasks.add(group, user);
    results.put("added twice", emulator.store().membershipCount());
    results.put("members", tasks.membersOf(group));
    results.put("groups", tasks.groupsOf(user));
    results.put("among", tasks.groupsAmong(user, List.of(group, otherGroup)));
    results.put("named", tasks.userNamed("alice"));
    tasks.remove(group, user);
    tasks.remove(group, user);
    results.put("removed twice", emulator.store().membershipCount());
    return results;
  }

  private MembershipTasks before(From from) {
    return switch (from) {
      case AWS_SDK -> new AwsSdkTasks(awsSdk(), store);
      case HUAWEI_SDK -> new HuaweiSdkTasks(huaweiSdk(), store);
    };
  }

  private MembershipDriver driver(From from) {
    return switch (from) {
      case AWS_SDK -> AwsDrivers.builder().client(awsSdk()).identityStoreId(id()).build();
      case HUAWEI_SDK ->
          HuaweiDrivers.builder()
              .identityStoreId(id())
              .endpoint(emulator.endpoint())
              .credentials(HuaweiCredentials.of(emulator.key().id(), emulator.key().secret()))
              .build();
    };
  }

  private IdentityStoreId id() {
    return emulator.store().identityStoreId();
  }

  private IdentitystoreClient awsSdk() {
    return IdentitystoreClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret())))
        .build();
  }

  private IdentityCenterStoreClient huaweiSdk() {
    return IdentityCenterStoreClient.newBuilder()
        .withCredential(
            new BasicCredentials()
                .withAk(emulator.key().id())
                .withSk(emulator.key().secret())
                .withProjectId("0fakeproject00000000000000000001"))
        .withEndpoints(List.of(emulator.endpoint().toString()))
        .build();
  }
}
