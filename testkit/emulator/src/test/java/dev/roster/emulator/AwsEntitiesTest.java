package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.StoreQuotas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Users and groups beyond the shapes of their inputs. */
class AwsEntitiesTest {

  private static final String JANE =
      "'UserName':'jane','DisplayName':'Jane','Name':{'GivenName':'Jane','FamilyName':'Doe'}";
  private static final String ENTERPRISE = "aws:identitystore:enterprise";
  private static final Attributes KNOWN_ELSEWHERE =
      Attributes.of(
          Map.of(
              "userName",
              "john",
              "displayName",
              "Johns",
              "enabled",
              false,
              "emails",
              List.of(Map.of("value", "john@example.invalid")),
              "externalIds",
              List.of(Map.of("issuer", "idp", "id", "7"))));

  private final Emulator emulator = Emulator.builder().withoutSignatures().start();
  private final PlainClient client = new PlainClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "UserName,userName",
    "DisplayName,displayName",
    "GivenName,name.givenName",
    "FamilyName,name.familyName"
  })
  void aUserNeedsItsNames(String member, String missing) throws Exception {
    AwsResponse response = send("CreateUser", JANE.replace(member, "Ignored"));

    assertThat(response.type()).isEqualTo("ValidationException");
    assertThat(response.text("/Message")).startsWith(missing + ": ");
  }

  @Test
  void aGroupNeedsItsName() throws Exception {
    assertThat(send("CreateGroup", "'Description':'x'").text("/Message")).contains("displayName");
  }

  @Test
  void namesAreUniqueAndQuotasHold() throws Exception {
    send("CreateUser", JANE);
    send("CreateGroup", "'DisplayName':'Readers'");

    assertThat(send("CreateUser", JANE).text("/Reason"))
        .isEqualTo("UNIQUENESS_CONSTRAINT_VIOLATION");
    assertThat(send("CreateGroup", "'DisplayName':'Readers'").text("/Reason"))
        .isEqualTo("UNIQUENESS_CONSTRAINT_VIOLATION");
    emulator.store().quotas(new StoreQuotas(1, 1, 1));
    assertThat(send("CreateUser", JANE.replace("jane", "joan")).type())
        .isEqualTo("ServiceQuotaExceededException");
    assertThat(send("CreateGroup", "'DisplayName':'Writers'").type())
        .isEqualTo("ServiceQuotaExceededException");
  }

  @Test
  void extensionsAreShownToWhomAsksForThem() throws Exception {
    String id =
        send("CreateUser", JANE + ",'Extensions':{'" + ENTERPRISE + "':{'costCenter':'42'}}")
            .text("/UserId");

    JsonNode silent = send("DescribeUser", "'UserId':'" + id + "'").body();
    AwsResponse told =
        send("DescribeUser", "'UserId':'" + id + "','Extensions':['" + ENTERPRISE + "']");
    AwsResponse listed = send("ListUsers", "'Extensions':['" + ENTERPRISE + "']");

    assertThat(silent.has("Extensions")).isFalse();
    assertThat(told.text("/Extensions/" + ENTERPRISE + "/costCenter")).isEqualTo("42");
    assertThat(listed.text("/Users/0/Extensions/" + ENTERPRISE + "/costCenter")).isEqualTo("42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'aws:identitystore:other':{}}",
        "{'aws:identitystore:enterprise':{'nonsense':'x'}}",
        "{'aws:identitystore:enterprise':{'costCenter':7}}",
        "{'aws:identitystore:enterprise':'x'}"
      })
  void anExtensionThatIsNotDocumentedIsInvalid(String extensions) throws Exception {
    assertThat(send("CreateUser", JANE + ",'Extensions':" + extensions).type())
        .isEqualTo("ValidationException");
    assertThat(emulator.store().users().count()).isZero();
  }

  @Test
  void onlyTheDocumentedExtensionCanBeAskedFor() throws Exception {
    AwsResponse response = send("ListUsers", "'Extensions':['aws:identitystore:other']");

    assertThat(response.type()).isEqualTo("ValidationException");
  }

  @Test
  void unknownMembersAreIgnored() throws Exception {
    AwsResponse response = send("CreateGroup", "'DisplayName':'Readers','Nonsense':[1,{}]");

    assertThat(response.status()).isEqualTo(200);
    assertThat(emulator.store().groups().count()).isOne();
  }

  @Test
  void whatAnIdentityProviderGaveIsShown() throws Exception {
    String user = emulator.store().users().create(KNOWN_ELSEWHERE).value();

    AwsResponse response = send("DescribeUser", "'UserId':'" + user + "'");

    assertThat(response.text("/UserStatus")).isEqualTo("DISABLED");
    assertThat(response.text("/ExternalIds/0/Issuer")).isEqualTo("idp");
    assertThat(response.text("/ExternalIds/0/Id")).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "'UniqueAttribute':{'AttributePath':'userName','AttributeValue':'john'}",
        "'UniqueAttribute':{'AttributePath':'UserName','AttributeValue':'john'}",
        "'UniqueAttribute':{'AttributePath':'Emails.Value','AttributeValue':'john@example.invalid'}",
        "'ExternalId':{'Issuer':'idp','Id':'7'}"
      })
  void aUserIsFoundByWhatIsUnique(String identifier) throws Exception {
    UserId user = emulator.store().users().create(KNOWN_ELSEWHERE);

    AwsResponse response = send("GetUserId", "'AlternateIdentifier':{" + identifier + '}');

    assertThat(response.text("/UserId")).isEqualTo(user.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "'UniqueAttribute':{'AttributePath':'displayName','AttributeValue':'Johns'}",
        "'ExternalId':{'Issuer':'idp','Id':'7'}"
      })
  void aGroupIsFoundByWhatIsUnique(String identifier) throws Exception {
    GroupId group = emulator.store().groups().create(KNOWN_ELSEWHERE);

    AwsResponse response = send("GetGroupId", "'AlternateIdentifier':{" + identifier + '}');

    assertThat(response.text("/GroupId")).isEqualTo(group.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "title; 'x'; ValidationException",
        "userName; 7; ValidationException",
        "userName; ''; ValidationException",
        "userName; 'absent'; ResourceNotFoundException"
      })
  void noUserIsFoundByAnythingElse(String path, String value, String type) throws Exception {
    AwsResponse response =
        send(
            "GetUserId",
            "'AlternateIdentifier':{'UniqueAttribute':{'AttributePath':'%s','AttributeValue':%s}}"
                .formatted(path, value));

    assertThat(response.type()).isEqualTo(type);
    assertThat(response.body().has("ResourceId")).isFalse();
  }

  @Test
  void aListingCanBeFilteredByTheExactName() throws Exception {
    emulator.store().users().create(KNOWN_ELSEWHERE);
    emulator.store().users().create(Attributes.of(Map.of("userName", "john2")));

    AwsResponse response =
        send("ListUsers", "'Filters':[{'AttributePath':'UserName','AttributeValue':'john'}]");

    assertThat(response.body().at("/Users").size()).isOne();
    assertThat(response.text("/Users/0/UserName")).isEqualTo("john");
    assertThat(
            send("ListUsers", "'Filters':[{'AttributePath':'Title','AttributeValue':'x'}]").type())
        .isEqualTo("ValidationException");
    assertThat(send("ListUsers", "'Filters':[]").body().at("/Users").size()).isEqualTo(2);
  }

  @Test
  void pagesAreOfTheSizeThatIsAskedForAndTokensOfOneListing() throws Exception {
    for (int i = 0; i < 5; i++) {
      emulator.store().addGroup();
    }
    List<Integer> sizes = new ArrayList<>();
    String token = "";
    do {
      String from = token.isEmpty() ? "" : ",'NextToken':'" + token + '\'';
      JsonNode page = send("ListGroups", "'MaxResults':2" + from).body();
      sizes.add(page.get("Groups").size());
      token = page.path("NextToken").stringValue("");
      if (!token.isEmpty()) {
        assertThat(send("ListUsers", "'NextToken':'" + token + '\'').type())
            .isEqualTo("ValidationException");
      }
    } while (!token.isEmpty());

    assertThat(sizes).containsExactly(2, 2, 1);
  }

  @Test
  void whoIsDeletedLeavesItsGroups() throws Exception {
    UserId user = emulator.store().addUser();
    GroupId group = emulator.store().addGroup();
    emulator.store().createMembership(group, user);

    send("DeleteUser", "'UserId':'" + user.value() + '\'');
    AwsResponse again = send("DeleteUser", "'UserId':'" + user.value() + '\'');

    assertThat(emulator.store().membershipCount()).isZero();
    assertThat(again.type()).isEqualTo("ResourceNotFoundException");
    assertThat(again.text("/ResourceType")).isEqualTo("USER");
    assertThat(again.text("/ResourceId")).isEqualTo(user.value());
  }

  private AwsResponse send(String operation, String input) throws Exception {
    return AwsResponse.to(client, operation, input);
  }
}
