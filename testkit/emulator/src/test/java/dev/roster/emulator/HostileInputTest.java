package dev.roster.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.IdentityStoreId;
import dev.roster.emulator.RawClient.Response;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that no client sends is refused as the service refuses input, never failed at. */
class HostileInputTest {

  private static final String BASE = "/v1/identity-stores/d-1234567890";
  private static final String STORE = "\"IdentityStoreId\":\"d-1234567890\"";
  private static final Emulator EMULATOR = Emulator.builder().withoutSignatures().start();
  private static final Emulator SIGNED = Emulator.start();
  private static final Emulator ANY_FORM =
      Emulator.builder()
          .withoutSignatures()
          .alternatives(AlternativeBehavior.AWS_IDS_HAVE_ANY_FORM)
          .start();

  private static final List<String> MEMBERS =
      List.of(
          "Extensions",
          "Filters",
          "NextToken",
          "MaxResults",
          "UserId",
          "GroupId",
          "MemberId",
          "MembershipId",
          "GroupIds",
          "Operations",
          "AlternateIdentifier",
          "Name",
          "Emails",
          "Photos",
          "UserName");

  @AfterAll
  static void close() {
    EMULATOR.close();
    ANY_FORM.close();
    SIGNED.close();
  }

  private static Response send(Emulator emulator, String request) throws IOException {
    try (RawClient client = new RawClient(emulator)) {
      return client.send(request).response();
    }
  }

  private static Response aws(StoreOperation operation, String body, String... headers)
      throws IOException {
    return send(EMULATOR, RawClient.aws(operation.serviceName(), body, headers));
  }

  private static void assertRefused(Response response, String code) {
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains("\"" + code + "\"").doesNotContain("\tat ", "Exception:");
  }

  static List<String> unreadable() {
    return List.of(
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "12",
        "{",
        "{}{}",
        "{" + STORE + "} x",
        "{" + STORE + ",}",
        "{'IdentityStoreId':'d-1234567890'}",
        "{" + STORE + "," + STORE + "}",
        "{" + STORE + ",\"x\":1,\"x\":2}",
        "{" + STORE + ",\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}",
        "{" + STORE + ",\"x\":" + "{\"x\":".repeat(50_000) + "1" + "}".repeat(50_001),
        "{" + STORE + ",\"x\":" + "9".repeat(100_000) + "}",
        "{" + STORE + ",\"x\":NaN}",
        "{" + STORE + ",\"x\":01}",
        "{" + STORE + ",\"x\":[" + "1,".repeat(100_000) + "1]}",
        "{" + STORE + ",\"" + "x".repeat(100_000) + "\":1}",
        "{" + STORE + ",\"x\":\"" + "x".repeat(1_000_000) + "\"}",
        "{" + STORE + ",\"x\":\"\u00ff\u00fe\"}",
        "{" + STORE + ",\"x\":\"\u00c0\u0080\"}",
        "{" + STORE + ",\"x\":\"\u00ed\u00a0\u0080\"}",
        "{" + STORE + ",\"x\":\"\u00e9\"}",
        "\u00fe\u00ff\u0000{\u0000}",
        "\u0000{\u0000}",
        "{" + STORE + ",\"x\":\"\u0000\"}");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aBodyThatIsNoDocumentIsRefusedByBoth(String body) throws IOException {
    assertRefused(aws(StoreOperation.LIST_USERS, body), "SerializationException");
    assertRefused(send(EMULATOR, RawClient.post(BASE + "/users", body)), "IIC.400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999999999", "9999999999999999999999", "1.5", "true"})
  void numbersOutOfAnyRangeAreRefused(String number) throws IOException {
    assertRefused(
        aws(StoreOperation.LIST_USERS, "{" + STORE + ",\"MaxResults\":" + number + "}"),
        "SerializationException");
    assertRefused(
        send(EMULATOR, RawClient.head("GET", BASE + "/users?limit=" + number) + "\r\n"), "IIC.400");
  }

  /** Members that an operation's input does not have are nothing to it, whatever their type. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ADD_GROUP_MEMBERS", "REMOVE_GROUP_MEMBERS"})
  void noMemberOfAnyOtherOperationMakesOneFail(StoreOperation operation) throws IOException {
    for (String value :
        List.of("[{}]", "{}", "[null]", "[[]]", "1", "\"\"", "true", "{\"x\":[{}]}")) {
      for (String member : MEMBERS) {
        Response response = aws(operation, "{" + STORE + ",\"" + member + "\":" + value + "}");

        assertThat(response.status()).as("%s of %s", value, member).isIn(200, 400);
        assertThat(response.body()).doesNotContain("InternalServer", "itself failed");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ADD_GROUP_MEMBERS", "REMOVE_GROUP_MEMBERS"})
  void identifiersThatCannotBeAreRefusedAlsoWhereTheyHaveAnyForm(StoreOperation operation)
      throws IOException {
    for (String id : List.of(" ", "\\t", "a\\u0000b", "\\u00a0", "\\ud800", "a\\nb", "")) {
      String body =
          "{%s,'GroupId':'%s','UserId':'%s','MembershipId':'%s','MemberId':{'UserId':'%s'},'GroupIds':['%s'],"
              + "'Operations':[{'AttributePath':'displayName','AttributeValue':'x'}]}";
      Response response =
          send(
              ANY_FORM,
              RawClient.aws(
                  operation.serviceName(),
                  body.formatted(STORE, id, id, id, id, id).replace('\'', '"')));

      assertThat(response.status()).as("'%s'", id).isIn(200, 400);
      assertThat(response.body()).doesNotContain("InternalServer", "itself failed");
    }
  }

  @Test
  void aBlankIdentifierIsAValidationError() throws IOException {
    assertRefused(
        send(ANY_FORM, RawClient.aws("DescribeGroup", "{" + STORE + ",\"GroupId\":\"  \"}")),
        "ValidationException");
  }

  static Stream<byte[]> compressed() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int each = 0; each < 200; each++) {
        zip.write(zeros);
      }
    }
    return Stream.of(("{" + STORE + "}").getBytes(UTF_8), bomb.toByteArray());
  }

  @ParameterizedTest
  @MethodSource("compressed")
  void bodiesAreNeverDecompressed(byte[] bytes) throws IOException {
    String body = new String(bytes, ISO_8859_1);
    for (String coding : List.of("gzip", "GZIP", "deflate", "br", "gzip, gzip", "x")) {
      String header = "Content-Encoding: " + coding;

      assertRefused(aws(StoreOperation.LIST_USERS, body, header), "SerializationException");
      assertRefused(send(EMULATOR, RawClient.post(BASE + "/users", body, header)), "IIC.400");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%zz",
        "%%",
        "%-1",
        "%+1",
        "%u0041",
        "%ff",
        "%c0%80",
        "%ed%a0%80",
        "%e9x"
      })
  void whatIsBadlyPercentEncodedIsRefused(String text) throws IOException {
    for (String target :
        List.of(
            BASE + "/users/" + text,
            "/v1/identity-stores/" + text + "/users",
            BASE + "/users?limit=" + text,
            BASE + "/users?" + text + "=1",
            BASE + "/group-memberships?group_id=" + text)) {
      assertRefused(send(EMULATOR, RawClient.head("GET", target) + "\r\n"), "IIC.400");
      assertThat(send(SIGNED, RawClient.head("GET", target) + "\r\n").status()).isEqualTo(401);
    }
  }

  @Test
  void whatIsWrongIsToldInProportionHoweverMuchItIs() throws IOException {
    String ids = ("\"" + "x".repeat(2000) + "\",").repeat(1000) + "\"x\"";

    Response response =
        aws(
            StoreOperation.IS_MEMBER_IN_GROUPS,
            "{" + STORE + ",\"MemberId\":{\"UserId\":\"x\"},\"GroupIds\":[" + ids + "]}");

    assertRefused(response, "ValidationException");
    assertThat(response.body())
        .hasSizeLessThan(100_000)
        .contains("2003 validation errors detected");
  }

  @Test
  void theJournalKeepsNoNameInFullThatIsTooLongForAStore() throws IOException {
    try (Emulator emulator =
        Emulator.builder().store(new MemoryIdentityStore(new IdentityStoreId("d-1"))).start()) {
      String name = "x".repeat(200_000);
      send(emulator, RawClient.aws("ListUsers", "{\"IdentityStoreId\":\"" + name + "\"}"));
      send(
          emulator,
          RawClient.head("GET", "/v1/identity-stores/" + "y".repeat(50_000) + "/users") + "\r\n");

      assertThat(emulator.journal())
          .extracting(JournalEntry::store)
          .containsExactly("x".repeat(100) + "...", "y".repeat(100) + "...");
    }
  }
}
