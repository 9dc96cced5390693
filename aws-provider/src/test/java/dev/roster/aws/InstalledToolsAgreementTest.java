package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.emulator.Emulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;

/**
 * boto3 and the AWS command line read what Roster wrote, and the other way round, through the
 * emulator.
 *
 * <p>Not part of the default build: {@code mvn -Pinstalled-tools -pl aws-provider -am verify}. The
 * newer boto3 is the one of the emulator's own tests; {@code docs/building.md} says how to get it.
 */
@Tag("installed-tools")
@Timeout(180)
class InstalledToolsAgreementTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path NEWER =
      Path.of("..", "testkit", "emulator", "target", "newer-boto3", "bin", "python3");

  private static final String SCRIPT =
      """
      import json, sys, boto3
      from botocore import xform_name
      client = boto3.client("identitystore", endpoint_url=sys.argv[1])
      result = getattr(client, xform_name(sys.argv[2]))(**json.loads(sys.argv[3]))
      result.pop("ResponseMetadata")
      print(json.dumps(result, default=str))
      """;

  /** A program that makes one call. */
  enum Client {
    BOTO3,
    NEWER_BOTO3,
    COMMAND_LINE;

    List<String> command(String endpoint, String operation, String input) {
      return switch (this) {
        case BOTO3 -> List.of("python3", "-c", SCRIPT, endpoint, operation, input);
        case NEWER_BOTO3 ->
            List.of(
                NEWER.toAbsolutePath().normalize().toString(),
                "-c",
                SCRIPT,
                endpoint,
                operation,
                input);
        case COMMAND_LINE ->
            List.of(
                "aws",
                "identitystore",
                operation.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT),
                "--endpoint-url",
                endpoint,
                "--cli-input-json",
                input,
                "--output",
                "json");
      };
    }

    List<String> probe() {
      return switch (this) {
        case BOTO3 -> List.of("python3", "-c", "import boto3");
        case NEWER_BOTO3 ->
            List.of(NEWER.toAbsolutePath().normalize().toString(), "-c", "import boto3");
        case COMMAND_LINE -> List.of("aws", "--version");
      };
    }
  }

  @TempDir private Path home;

  private final Emulator emulator = Emulator.start();
  private final RosterClient roster =
      RosterClient.builder(
              AwsDrivers.builder()
                  .identityStoreId(emulator.store().identityStoreId())
                  .region("eu-west-1")
                  .endpoint(emulator.endpoint())
                  .credentialsProvider(
                      StaticCredentialsProvider.create(
                          AwsBasicCredentials.create(emulator.key().id(), emulator.key().secret())))
                  .build())
          .build();

  @AfterEach
  void close() {
    roster.close();
    emulator.close();
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.put("AWS_ACCESS_KEY_ID", emulator.key().id());
    environment.put("AWS_SECRET_ACCESS_KEY", emulator.key().secret());
    environment.put("AWS_DEFAULT_REGION", "eu-west-1");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_PAGER", "");
    environment.put("HOME", home.toString());
    return builder.start();
  }

  private void assumeInstalled(Client client) throws InterruptedException {
    boolean runs;
    try {
      Process probe = start(client.probe());
      probe.getInputStream().readAllBytes();
      runs = probe.waitFor() == 0;
    } catch (IOException missing) {
      runs = false;
    }
    assumeTrue(runs, client + " is not installed; docs/building.md says how to get it");
  }

  /** Calls an operation with the store and more members, in which quotes are single. */
  private JsonNode call(Client client, String operation, String members) throws Exception {
    List<String> parts = new ArrayList<>();
    if (!operation.equals("ListIdentityStores")) {
      parts.add("'IdentityStoreId':'%s'".formatted(emulator.store().identityStoreId()));
    }
    if (!members.isEmpty()) {
      parts.add(members);
    }
    String input = "{%s}".formatted(String.join(",", parts)).replace('\'', '"');
    Process process = start(client.command(emulator.endpoint().toString(), operation, input));
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(printed).isZero();
    return printed.isEmpty() ? JSON.createObjectNode() : JSON.readTree(printed);
  }

  @ParameterizedTest
  @EnumSource
  void theToolReadsWhatRosterWrote(Client client) throws Exception {
    assumeInstalled(client);
    UserId user = roster.directory().users().create(DirectoryCases.NEW_USER).id();
    GroupId group =
        roster
            .directory()
            .groups()
            .create(GroupFields.named("Admins").with(GroupFields.DESCRIPTION, "d"))
            .id();
    Membership membership = roster.createMembership(group, user);
    roster
        .directory()
        .groups()
        .update(group, FieldChanges.<Group>none().set(GroupFields.DESCRIPTION, "Zo\u00eb's"));

    JsonNode read = call(client, "DescribeUser", "'UserId':'%s'".formatted(user));
    assertThat(read.path("UserName").asText()).isEqualTo("ada");
    assertThat(read.at("/Name/FamilyName").asText()).isEqualTo("Lovelace");
    assertThat(read.at("/Emails/0/Value").asText()).isEqualTo("ada@example.invalid");
    assertThat(read.path("NickName").asText()).isEqualTo("Al");
    assertThat(
            call(client, "DescribeGroup", "'GroupId':'%s'".formatted(group))
                .path("Description")
                .asText())
        .isEqualTo("Zo\u00eb's");
    assertThat(call(client, "ListUsers", "").at("/Users/0/UserId").asText())
        .isEqualTo(user.value());
    assertThat(
            call(
                    client,
                    "ListGroupMembershipsForMember",
                    "'MemberId':{'UserId':'%s'}".formatted(user))
                .at("/GroupMemberships/0/MembershipId")
                .asText())
        .isEqualTo(membership.membershipId().value());
  }

  @ParameterizedTest
  @EnumSource
  void rosterReadsWhatTheToolWrote(Client client) throws Exception {
    assumeInstalled(client);
    String user =
        call(
                client,
                "CreateUser",
                "'UserName':'grace','DisplayName':'Grace','Title':'Dr',"
                    + "'Name':{'GivenName':'Grace','FamilyName':'Hopper'},"
                    + "'Emails':[{'Value':'g@example.invalid','Primary':true}]")
            .path("UserId")
            .asText();
    String group = call(client, "CreateGroup", "'DisplayName':'Admins'").path("GroupId").asText();
    String membership =
        call(
                client,
                "CreateGroupMembership",
                "'GroupId':'%s','MemberId':{'UserId':'%s'}".formatted(group, user))
            .path("MembershipId")
            .asText();
    call(
        client,
        "UpdateUser",
        "'UserId':'%s','Operations':[{'AttributePath':'displayName','AttributeValue':'G.'}]"
            .formatted(user));

    User read = roster.directory().users().get(new UserId(user));
    assertThat(read.userName()).contains("grace");
    assertThat(read.displayName()).contains("G.");
    assertThat(read.name()).contains(PersonName.of("Grace", "Hopper"));
    assertThat(read.get(UserFields.provider("Title"))).contains("\"Dr\"");
    assertThat(roster.directory().groups().findId(LookupKey.groupName("Admins")))
        .contains(new GroupId(group));
    assertThat(roster.getMembership(new MembershipId(membership)).memberId())
        .isEqualTo(new UserId(user));
    call(client, "DeleteGroup", "'GroupId':'%s'".formatted(group));
    assertThat(roster.directory().groups().list()).isEmpty();
  }

  @Test
  void aNewerToolAndRosterHoldToTheSameRevisions() throws Exception {
    assumeInstalled(Client.NEWER_BOTO3);
    GroupId group = roster.directory().groups().create(GroupFields.named("Admins")).id();
    String id = "'GroupId':'%s'".formatted(group);
    String first = roster.directory().groups().get(group).revision().orElseThrow();
    assertThat(call(Client.NEWER_BOTO3, "DescribeGroup", id).path("Revision").asText())
        .isEqualTo(first);
    String second =
        call(
                Client.NEWER_BOTO3,
                "UpdateGroup",
                id
                    + ",'Revision':'%s','Operations':[{'AttributePath':'description',"
                        .formatted(first)
                    + "'AttributeValue':'d'}]")
            .path("Revision")
            .asText();
    FieldChanges<Group> changes =
        FieldChanges.<Group>none().set(GroupFields.DESCRIPTION, "another");
    RosterException late =
        catchThrowableOfType(
            RosterException.class, () -> roster.directory().groups().update(group, changes, first));
    assertThat(late.code()).isEqualTo(ErrorCode.CONCURRENT_MODIFICATION);
    roster.directory().groups().update(group, changes, second);
    assertThat(call(Client.NEWER_BOTO3, "DescribeGroup", id).path("Description").asText())
        .isEqualTo("another");
  }

  @Test
  void aNewerToolAndRosterSeeTheSameStores() throws Exception {
    assumeInstalled(Client.NEWER_BOTO3);
    AwsStores.update(roster, NetworkConfiguration.of(false).withSourceIps(List.of("127.0.0.0/8")));
    JsonNode described = call(Client.NEWER_BOTO3, "DescribeIdentityStore", "");
    assertThat(described.at("/NetworkConfiguration/ApiAllowSourceIps/0").asText())
        .isEqualTo("127.0.0.0/8");
    assertThat(described.path("IdentityStoreArn").asText())
        .isEqualTo(AwsStores.describe(roster).arn().orElseThrow());
    call(
        Client.NEWER_BOTO3,
        "UpdateIdentityStore",
        "'NetworkConfiguration':{'VpceAccessRequired':false,'ScimAllowSourceIps':['10.0.0.1']}");
    assertThat(AwsStores.describe(roster).networkConfiguration())
        .contains(NetworkConfiguration.of(false).withScimSourceIps(List.of("10.0.0.1")));
    assertThat(
            call(Client.NEWER_BOTO3, "ListIdentityStores", "")
                .at("/IdentityStores/0/IdentityStoreId")
                .asText())
        .isEqualTo(emulator.store().identityStoreId().value());
  }
}
