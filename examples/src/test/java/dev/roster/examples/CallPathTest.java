package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.aws.AwsDrivers;
import dev.roster.emulator.Emulator;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.spi.MembershipDriver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  private static final String CALLER = CallPathTest.class.getName();
  private static final String PAGE =
      SourceTree.read(SourceTree.TOP.resolve("docs/architecture.md"));

  private final List<CallPath> paths = new ArrayList<>();
  private Emulator emulator;

  /** Both clouds, and their transport's package. */
  enum Cloud {
    AWS("software.amazon.awssdk"),
    HUAWEI("okhttp3");

    private final String transport;

    Cloud(String transport) {
      this.transport = transport;
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

  @Test
  void thePageCountsTheMethodsOfEveryOperation() {
    Map<String, Consumer<RosterClient>> calls = calls();
    StringBuilder table = new StringBuilder();
    calls.forEach(
        (name, call) ->
            table
                .append("| `%s` |".formatted(name))
                .append(" %d |".formatted(most(pathsOf(Cloud.AWS, call))))
                .append(" %d |\n".formatted(most(pathsOf(Cloud.HUAWEI, call)))));
    assertThat(PAGE).contains(table);
  }

  private static int most(List<CallPath> found) {
    return found.stream().mapToInt(path -> path.methods().size()).max().orElseThrow();
  }

  private Map<String, Consumer<RosterClient>> calls() {
    GroupId group = emulator.store().addGroup();
    UserId user = emulator.store().addUser();
    Map<String, Consumer<RosterClient>> calls = new LinkedHashMap<>();
    calls.put("createMembership", client -> client.createMembership(group, newUser()));
    calls.put("deleteMembership", client -> client.deleteMembership(newMembership(group)));
    calls.put("getMembership", client -> client.getMembership(newMembership(group)));
    calls.put("findMembership", client -> client.findMembership(group, user));
    calls.put("listMemberships", client -> readAll(client.listMemberships(group)));
    calls.put("listMembershipsForMember", client -> readAll(client.listMembershipsForMember(user)));
    calls.put("isMemberInGroups", client -> client.isMemberInGroups(user, List.of(group)));
    calls.put("ensureMember", client -> client.ensureMember(group, newUser()));
    calls.put("ensureNotMember", client -> client.ensureNotMember(group, newMember(group)));
    return calls;
  }

  private UserId newUser() {
    return emulator.store().addUser();
  }

  private UserId newMember(GroupId group) {
    UserId user = newUser();
    emulator.store().createMembership(group, user);
    return user;
  }

  private MembershipId newMembership(GroupId group) {
    return emulator.store().createMembership(group, newUser()).membershipId();
  }

  private static void readAll(Iterable<Membership> listing) {
    listing.forEach(each -> assertThat(each).isNotNull());
  }

  @ParameterizedTest
  @EnumSource
  void thePageShowsTheWayOfACreate(Cloud cloud) {
    GroupId group = emulator.store().addGroup();
    UserId user = emulator.store().addUser();
    List<CallPath> found = pathsOf(cloud, client -> client.createMembership(group, user));
    assertThat(PAGE).contains(found.get(0).asText());
  }

  private List<CallPath> pathsOf(Cloud cloud, Consumer<RosterClient> call) {
    paths.clear();
    try (RosterClient client = RosterClient.builder(driver(cloud)).build()) {
      call.accept(client);
    }
    return List.copyOf(paths);
  }

  private void record(Cloud cloud) {
    paths.add(CallPath.of(new Throwable().getStackTrace(), CALLER, cloud.transport));
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
