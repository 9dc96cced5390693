package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates by attribute path, all of their operations or none. */
class AwsUpdateTest {

  private static final Attributes JANE =
      Attributes.of(
          Map.of(
              "userName",
              "jane",
              "displayName",
              "Jane",
              "title",
              "Dr",
              "name",
              Map.of("givenName", "Jane", "familyName", "Doe", "middleName", "J"),
              "emails",
              List.of(Map.of("value", "jane@example.invalid")),
              "enterprise",
              Map.of("costCenter", "42", "manager", Map.of("value", "john"))));

  private final Emulator emulator = Emulator.builder().withoutSignatures().start();
  private final PlainClient client = new PlainClient(emulator);
  private final UserId user = emulator.store().users().create(JANE);
  private final GroupId group =
      emulator.store().groups().create(Attributes.of(Map.of("displayName", "Auditors")));

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "displayName; 'J. Doe'; displayName; J. Doe",
        "DisplayName; 'J. Doe'; displayName; J. Doe",
        "name.familyName; 'Roe'; name; {givenName=Jane, familyName=Roe, middleName=J}",
        "Name.MiddleName; null; name; {givenName=Jane, familyName=Doe}",
        "name; {'GivenName':'J','familyName':'D'}; name; {familyName=D, givenName=J}",
        "emails; [{'value':'j@example.invalid','primary':true}]; emails;"
            + " [{value=j@example.invalid, primary=true}]",
        "locale; 'en-GB'; locale; en-GB",
        "aws:identitystore:enterprise; {'division':'West'}; enterprise; {division=West}",
        "aws:identitystore:enterprise.costCenter; '7'; enterprise.costCenter; 7",
        "aws:identitystore:enterprise.manager.value; 'jim'; enterprise.manager; {value=jim}"
      })
  void aPathLeadsToAnAttribute(String path, String value, String attribute, String after)
      throws Exception {
    AwsResponse response = updateUser(operation(path, value));

    assertThat(response.status()).as("%s", response).isEqualTo(200);
    assertThat(attributes().get(attribute))
        .hasValueSatisfying(now -> assertThat(sorted(now)).isEqualTo(sorted(after)));
    assertThat(attributes().text("userName")).contains("jane");
  }

  @ParameterizedTest
  @CsvSource({
    "title,title",
    "emails,emails",
    "name.middleName,name.middleName",
    "aws:identitystore:enterprise,enterprise",
    "aws:identitystore:enterprise.manager.value,enterprise.manager"
  })
  void anAttributeWithoutAValueIsRemoved(String path, String attribute) throws Exception {
    AwsResponse response = updateUser("{'AttributePath':'" + path + "'}");

    assertThat(response.status()).as("%s", response).isEqualTo(200);
    assertThat(attributes().get(attribute)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"userName", "displayName", "name", "name.familyName", "name.givenName"})
  void aRequiredAttributeStays(String path) throws Exception {
    AwsResponse response = updateUser("{'AttributePath':'" + path + "'}");

    assertThat(response.type()).isEqualTo("ValidationException");
    assertThat(response.text("/Message")).contains("is a required attribute");
    assertThat(attributes()).isEqualTo(JANE);
  }

  @Test
  void theNameOfAGroupStaysToo() throws Exception {
    AwsResponse response = updateGroup("{'AttributePath':'displayName'}");

    assertThat(response.type()).isEqualTo("ValidationException");
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense",
    "name.nonsense",
    "title.part",
    "emails.value",
    "userId",
    "externalIds",
    "userStatus",
    "enterprise",
    "aws:identitystore:enterprise.nonsense",
    "aws:identitystore:enterprisexcostCenter",
    "aws:identitystore:other"
  })
  void aPathThatLeadsNowhereIsInvalid(String path) throws Exception {
    AwsResponse response = updateUser(operation(path, "'x'"));

    assertThat(response.type()).isEqualTo("ValidationException");
    assertThat(response.text("/Message")).contains("'operations.1.member.attributePath'");
    assertThat(attributes()).isEqualTo(JANE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "displayName; ''; attributeValue",
        "displayName; 7; attributeValue",
        "userName; 'a b'; attributeValue",
        "name; 'x'; attributeValue",
        "name; {'nonsense':'x'}; attributeValue.nonsense",
        "name; {'familyName':['x']}; attributeValue.familyName",
        "emails; []; attributeValue",
        "emails; [{'value':'a'},{'value':'b'}]; attributeValue",
        "emails; [{'primary':'yes'}]; attributeValue.1.member.primary",
        "photos; [{'type':'x'}]; attributeValue.1.member.value",
        "aws:identitystore:enterprise; {'costCenter':7}; attributeValue.costCenter",
        "aws:identitystore:enterprise; {'nonsense':'x'}; attributeValue.nonsense"
      })
  void aValueThatDoesNotFitIsInvalid(String path, String value, String place) throws Exception {
    AwsResponse response = updateUser(operation(path, value));

    assertThat(response.type()).isEqualTo("ValidationException");
    assertThat(response.text("/Message")).contains("'operations.1.member." + place + "'");
    assertThat(attributes()).isEqualTo(JANE);
  }

  @Test
  void oneOperationThatFailsStopsAll() throws Exception {
    AwsResponse response =
        updateUser(operation("title", "'Prof'") + ',' + operation("nonsense", "'x'"));

    assertThat(response.text("/Message")).contains("'operations.2.member.attributePath'");
    assertThat(attributes()).isEqualTo(JANE);
  }

  @Test
  void theLaterOfTwoOperationsWins() throws Exception {
    updateUser(operation("title", "'Prof'") + ',' + operation("title", "'Sir'"));

    assertThat(attributes().text("title")).contains("Sir");
  }

  @Test
  void aNameThatAnotherHasIsAConflict() throws Exception {
    emulator.store().users().create(Attributes.of(Map.of("userName", "john")));
    emulator.store().groups().create(Attributes.of(Map.of("displayName", "Readers")));

    for (AwsResponse response :
        List.of(
            updateUser(operation("userName", "'john'")),
            updateGroup(operation("displayName", "'Readers'")))) {
      assertThat(response.type()).isEqualTo("ConflictException");
      assertThat(response.text("/Reason")).isEqualTo("UNIQUENESS_CONSTRAINT_VIOLATION");
    }
  }

  @Test
  void aGroupHasNoExtensions() throws Exception {
    AwsResponse response = updateGroup(operation("aws:identitystore:enterprise", "{}"));

    assertThat(response.text("/Message")).contains("'operations.1.member.attributePath'");
  }

  @Test
  void whoNeverHadANameCanBeUpdated() throws Exception {
    UserId nameless = emulator.store().addUser();

    AwsResponse response =
        AwsResponse.to(
            client,
            "UpdateUser",
            "'UserId':'%s','Operations':[%s]"
                .formatted(nameless.value(), operation("title", "'Dr'")));

    assertThat(response.status()).isEqualTo(200);
  }

  private AwsResponse updateUser(String operations) throws Exception {
    return AwsResponse.to(
        client,
        "UpdateUser",
        "'UserId':'%s','Operations':[%s]".formatted(user.value(), operations));
  }

  private AwsResponse updateGroup(String operations) throws Exception {
    return AwsResponse.to(
        client,
        "UpdateGroup",
        "'GroupId':'%s','Operations':[%s]".formatted(group.value(), operations));
  }

  private Attributes attributes() {
    return emulator.store().users().get(user).attributes();
  }

  private static String operation(String path, String value) {
    return "{'AttributePath':'%s','AttributeValue':%s}".formatted(path, value);
  }

  /** The members of an object have no order. */
  private static List<String> sorted(Object value) {
    return List.of(value.toString().replaceAll("[{}\\[\\]]", "").split(", ")).stream()
        .sorted()
        .toList();
  }
}
