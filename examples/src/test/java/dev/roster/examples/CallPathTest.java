package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.MembershipClient;
import dev.roster.UserId;
import dev.roster.aws.AwsDrivers;
import dev.roster.emulator.Emulator;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.spi.MembershipDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The way of one call from the client to the transport, taken from the thread's stack at the moment
 * when the transport has the request. {@code docs/architecture.md} shows what is found here.
 */
class CallPathTest {

  private static final String CLIENT = MembershipClient.class.getName();
  private static final String PAGE =
      SourceTree.read(SourceTree.TOP.resolve("docs/architecture.md"));

  private final List<CallPath> paths = new ArrayList<>();
  private Emulator emulator;

  /** Both clouds, and their transport's package. */
  enum Cloud {
    AWS("software.amazon.awssdk", 11),
    HUAWEI("okhttp3", 10);

    private final String transport;
    private final int most;

    Cloud(String transport, int most) {
      this.transport = transport;
      this.most = most;
    }
  }

  @BeforeEach
  void start() {
    emulator = Emulator.start();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @EnumSource
  void noCallTakesMoreMethodsBetweenTheClientAndTheTransport(Cloud cloud) {
    Map<String, List<CallPath>> found = new TreeMap<>();
    calls().forEach((name, call) -> found.put(name, pathsOf(cloud, call)));
    assertThat(found)
        .allSatisfy(
            (name, all) ->
                assertThat(all)
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(path.methods()).hasSizeBetween(1, cloud.most)));
  }

  private Map<String, Consumer<MembershipClient>> calls() {
    GroupId group = emulator.store().addGroup();
    UserId user = emulator.store().addUser();
    return Map.of(
        "createMembership", client -> client.createMembership(group, user),
        "findMembership", client -> client.findMembership(group, emulator.store().addUser()),
        "listMemberships",
            client -> client.listMemberships(group).forEach(each -> assertThat(each).isNotNull()),
        "listMembershipsForMember",
            client ->
                client.listMembershipsForMember(user).forEach(each -> assertThat(each).isNotNull()),
        "isMemberInGroups", client -> client.isMemberInGroups(user, List.of(group)),
        "ensureMember", client -> client.ensureMember(group, emulator.store().addUser()),
        "ensureNotMember",
            client -> {
              UserId member = emulator.store().addUser();
              emulator.store().createMembership(group, member);
              client.ensureNotMember(group, member);
            });
  }

  @ParameterizedTest
  @EnumSource
  void thePageShowsTheWayOfACreate(Cloud cloud) {
    GroupId group = emulator.store().addGroup();
    UserId user = emulator.store().addUser();
    List<CallPath> found = pathsOf(cloud, client -> client.createMembership(group, user));
    assertThat(PAGE).contains(found.get(0).asText());
  }

  private List<CallPath> pathsOf(Cloud cloud, Consumer<MembershipClient> call) {
    paths.clear();
    try (MembershipClient client = MembershipClient.builder(driver(cloud)).build()) {
      call.accept(client);
    }
    return List.copyOf(paths);
  }

  private void record(Cloud cloud) {
    paths.add(CallPath.of(new Throwable().getStackTrace(), CLIENT, cloud.transport));
  }

  private MembershipDriver driver(Cloud cloud) {
    return cloud == Cloud.AWS ? awsDriver() : huaweiDriver();
  }

  private MembershipDriver awsDriver() {
    ExecutionInterceptor recorder =
        new ExecutionInterceptor() {
          @Override
          public void beforeTransmission(
              Context.BeforeTransmission context, ExecutionAttributes attributes) {
            record(Cloud.AWS);
          }
        };
    return AwsDrivers.builder()
        .identityStoreId(emulator.store().identityStoreId())
        .region("eu-west-1")
        .endpoint(emulator.endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret())))
        .customize(
            builder -> builder.overrideConfiguration(o -> o.addExecutionInterceptor(recorder)))
        .build();
  }

  private MembershipDriver huaweiDriver() {
    OkHttpClient transport =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  record(Cloud.HUAWEI);
                  return chain.proceed(chain.request());
                })
            .build();
    return HuaweiDrivers.builder()
        .identityStoreId(emulator.store().identityStoreId())
        .endpoint(emulator.endpoint())
        .credentials(HuaweiCredentials.of(emulator.key().id(), emulator.key().secret()))
        .httpClient(transport)
        .build();
  }
}
