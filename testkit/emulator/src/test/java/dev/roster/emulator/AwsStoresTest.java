package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What AWS's model has since October 2026: stores as a whole, ARNs beside ids, revisions. */
class AwsStoresTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String STORE_ARN =
      "arn:aws:identitystore::111122223333:identitystore/d-1234567890";

  private static Emulator emulator(AlternativeBehavior... alternatives) {
    return Emulator.builder().withoutSignatures().alternatives(alternatives).start();
  }

  private static AwsResponse send(Emulator emulator, String operation, String input)
      throws Exception {
    return AwsResponse.to(new PlainClient(emulator), operation, input);
  }

  private static JsonNode list(Emulator emulator, String body) throws Exception {
    return JSON.readTree(
        new PlainClient(emulator).aws("ListIdentityStores", body.replace('\'', '"')).body());
  }

  @Test
  void storesAreListedPageByPage() throws Exception {
    try (Emulator emulator =
        Emulator.builder()
            .withoutSignatures()
            .store(new MemoryIdentityStore(new IdentityStoreId("d-1234567890")))
            .store(new MemoryIdentityStore(new IdentityStoreId("d-1234567891")))
            .start()) {
      JsonNode first = list(emulator, "{'MaxResults':1}");
      assertThat(first.at("/IdentityStores/0/IdentityStoreArn").stringValue()).isEqualTo(STORE_ARN);
      JsonNode second =
          list(emulator, "{'NextToken':'" + first.path("NextToken").stringValue() + "'}");
      assertThat(second.path("IdentityStores")).hasSize(1);
      assertThat(second.at("/IdentityStores/0/IdentityStoreId").stringValue())
          .isEqualTo("d-1234567891");
      assertThat(second.has("NextToken")).isFalse();
      assertThat(list(emulator, "{'NextToken':'other'}").path("__type").stringValue())
          .isEqualTo("ValidationException");
      assertThat(list(emulator, "{'MaxResults':101}").path("__type").stringValue())
          .isEqualTo("ValidationException");
      assertThat(emulator.requestCount(StoreOperation.LIST_IDENTITY_STORES)).isEqualTo(4);
    }
  }

  @Test
  void aNetworkConfigurationIsReplacedAsAWhole() throws Exception {
    try (Emulator emulator = emulator()) {
      assertThat(send(emulator, "DescribeIdentityStore", "").body().has("NetworkConfiguration"))
          .isFalse();
      AwsResponse updated =
          send(
              emulator,
              "UpdateIdentityStore",
              "'NetworkConfiguration':{'VpceAccessRequired':false,"
                  + "'ApiAllowSourceIps':['127.0.0.0/8'],'ScimAllowSourceIps':['10.0.0.1']}");
      assertThat(updated.text("/IdentityStoreArn")).isEqualTo(STORE_ARN);
      send(
          emulator,
          "UpdateIdentityStore",
          "'NetworkConfiguration':{'VpceAccessRequired':false,'ApiAllowSourceIps':['127.0.0.1']}");
      JsonNode set = send(emulator, "DescribeIdentityStore", "").body();
      assertThat(set.path("NetworkConfiguration").propertyNames())
          .containsExactlyInAnyOrder("VpceAccessRequired", "ApiAllowSourceIps");
      assertThat(send(emulator, "ListUsers", "").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'VpceAccessRequired':true",
        "'VpceAccessRequired':false,'ApiRestrictSourceVpcs':['vpc-1']",
        "'VpceAccessRequired':false,'ApiAllowSourceIps':['10.0.0.0/8','127.0.0.2','::1']"
      })
  void aNetworkConfigurationCanDenyEveryCallButThoseThatChangeIt(String configuration)
      throws Exception {
    try (Emulator emulator = emulator()) {
      String input = "'NetworkConfiguration':{%s}".formatted(configuration);
      assertThat(send(emulator, "UpdateIdentityStore", input).status()).isEqualTo(200);
      assertThat(send(emulator, "ListUsers", "").type()).isEqualTo("AccessDeniedException");
      assertThat(send(emulator, "CreateGroup", "'DisplayName':'x'").type())
          .isEqualTo("AccessDeniedException");
      assertThat(emulator.store().groups().count()).isZero();
      send(emulator, "UpdateIdentityStore", "'NetworkConfiguration':{'VpceAccessRequired':false}");
      assertThat(send(emulator, "ListUsers", "").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'VpceAccessRequired':false,'ApiAllowSourceIps':[]}",
        "{'VpceAccessRequired':null}"
      })
  void aNetworkConfigurationHasItsRules(String configuration) throws Exception {
    try (Emulator emulator = emulator()) {
      assertThat(
              send(emulator, "UpdateIdentityStore", "'NetworkConfiguration':" + configuration)
                  .type())
          .isEqualTo("ValidationException");
    }
  }

  @Test
  void aRevisionChangesWithEveryUpdateAndIsACondition() throws Exception {
    try (Emulator emulator = emulator()) {
      AwsResponse made = send(emulator, "CreateGroup", "'DisplayName':'x'");
      String id = made.text("/GroupId");
      assertThat(made.text("/GroupArn")).isEqualTo("arn:aws:identitystore:::group/" + id);
      assertThat(describe(emulator, id).text("/Revision")).isEqualTo("1");
      AwsResponse updated = update(emulator, id, "'Revision':'1'");
      assertThat(updated.text("/Revision")).isEqualTo("2");
      assertThat(updated.text("/GroupId")).isEqualTo(id);
      AwsResponse late = update(emulator, id, "'Revision':'1'");
      assertThat(late.type()).isEqualTo("ConflictException");
      assertThat(late.text("/Reason")).isEqualTo("CONCURRENT_MODIFICATION");
      assertThat(send(emulator, "DeleteGroup", group(id) + ",'Revision':'1'").type())
          .isEqualTo("ConflictException");
      assertThat(update(emulator, id, "'Revision':'one'").type()).isEqualTo("ValidationException");
      assertThat(send(emulator, "DeleteGroup", group(id) + ",'Revision':'2'").status())
          .isEqualTo(200);
      assertThat(emulator.store().groups().count()).isZero();
    }
  }

  private static String group(String id) {
    return "'GroupId':'" + id + '\'';
  }

  private static AwsResponse describe(Emulator emulator, String id) throws Exception {
    return send(emulator, "DescribeGroup", group(id));
  }

  private static AwsResponse update(Emulator emulator, String id, String more) throws Exception {
    return send(
        emulator,
        "UpdateGroup",
        group(id) + ",'Operations':[{'AttributePath':'description','AttributeValue':'y'}]," + more);
  }

  @Test
  void anOlderServiceHasNineteenOperationsAndNoArnsAndIgnoresRevisions() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_MODEL_IS_OLDER)) {
      assertThat(send(emulator, "DescribeIdentityStore", "").type())
          .isEqualTo("UnknownOperationException");
      assertThat(list(emulator, "{}").path("__type").stringValue())
          .isEqualTo("UnknownOperationException");
      AwsResponse made = send(emulator, "CreateGroup", "'DisplayName':'x'");
      assertThat(made.body().propertyNames())
          .containsExactlyInAnyOrder("GroupId", "IdentityStoreId");
      String id = made.text("/GroupId");
      assertThat(update(emulator, id, "'Revision':'99'").body()).isEmpty();
      assertThat(describe(emulator, id).body().has("Revision")).isFalse();
      assertThat(describe(emulator, "arn:aws:identitystore:::group/" + id).type())
          .isEqualTo("ValidationException");
    }
  }

  @Test
  void aResponseCanSpellAnIdentifierAsTheRequestDid() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_RESPONSES_ECHO_ARNS)) {
      GroupId group = emulator.store().addGroup();
      String arn = "arn:aws:identitystore:::group/" + group;
      assertThat(describe(emulator, arn).text("/GroupId")).isEqualTo(arn);
      assertThat(describe(emulator, group.value()).text("/GroupId")).isEqualTo(group.value());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACCESS_DENIED, 403",
    "THROTTLED, 429",
    "QUOTA_EXCEEDED, 402",
    "CONFLICT, 409",
    "CONCURRENT_MODIFICATION, 409",
    "PAGE_TOKEN_EXPIRED, 400",
    "SERVER_ERROR, 500"
  })
  void errorsCanHaveTheStatusesOfTheModel(FaultKind fault, int status) throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.AWS_STATUSES_ARE_MODELLED)) {
      emulator.store().faults().onAnyOperation().next(Fault.of(fault));
      assertThat(send(emulator, "CreateGroup", "'DisplayName':'x'").status()).isEqualTo(status);
      assertThat(describe(emulator, AwsSamples.ID).status()).isEqualTo(404);
    }
  }
}
