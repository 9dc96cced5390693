package dev.roster.emulator;

import dev.roster.memory.StoreOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests that are spoilt in some way, in both protocols. Each follows from a seed and its number
 * alone, so that the two make it again.
 */
final class HostileRequests {

  static final String STORE = "d-1234567890";
  static final String USER = "fa4e1111-0000-4000-8000-000000000001";
  static final String GROUP = "fa4e2222-0000-4000-8000-000000000001";
  static final String MEMBERSHIP = "fa4e3333-0000-4000-8000-000000000001";

  private static final String BASE = "/v1/identity-stores/" + STORE;

  private static final List<String> AWS_BODIES =
      List.of(
          "{'GroupId':'%G','MemberId':{'UserId':'%U'}}",
          "{'MembershipId':'%M'}",
          "{'GroupId':'%G','MaxResults':10,'NextToken':'abc'}",
          "{'MemberId':{'UserId':'%U'},'GroupIds':['%G','%G'],'MaxResults':3}",
          "{'UserId':'%U','Extensions':['aws:identitystore:enterprise']}",
          "{'GroupId':'%G','Operations':[{'AttributePath':'displayName','AttributeValue':'New'}]}",
          "{'UserId':'%U','Operations':[{'AttributePath':'name.givenName','AttributeValue':'N'},"
              + "{'AttributePath':'emails','AttributeValue':[{'Value':'a@example.com'}]}]}",
          "{'MaxResults':5,'Filters':[{'AttributePath':'userName','AttributeValue':'ada'}],"
              + "'Extensions':['aws:identitystore:enterprise']}",
          "{'AlternateIdentifier':{'UniqueAttribute':{'AttributePath':'userName',"
              + "'AttributeValue':'ada'}}}",
          "{'AlternateIdentifier':{'ExternalId':{'Issuer':'x','Id':'y'}}}",
          "{'DisplayName':'Readers','Description':'All'}",
          "{'UserName':'eve','DisplayName':'Eve','Name':{'FamilyName':'E','GivenName':'E'},"
              + "'Emails':[{'Value':'e@example.com','Type':'work','Primary':true}],"
              + "'Photos':[{'Value':'x'}],'Extensions':{'aws:identitystore:enterprise':"
              + "{'costCenter':'1','manager':{'value':'x'}}}}",
          "{'UserId':'%U','GroupId':'%G','Revision':'1','Operations':[{'AttributePath':"
              + "'displayName','AttributeValue':'New'}]}",
          "{'NetworkConfiguration':{'VpceAccessRequired':false,'ApiRestrictSourceVpcs':['vpc-1'],"
              + "'ApiAllowSourceIps':['127.0.0.0/8','::1'],'ScimAllowSourceIps':['10.0.0.1']}}");

  private static final List<String> HUAWEI_BODIES =
      List.of(
          "{'group_id':'%G','member_id':{'user_id':'%U'}}",
          "{'group_ids':['%G','%G'],'member_id':{'user_id':'%U'}}",
          "{'alternate_identifier':{'unique_attribute':{'attribute_path':'user_name',"
              + "'attribute_value':'ada'}}}",
          "{'alternate_identifier':{'external_id':{'issuer':'x','id':'y'}}}",
          "{'operations':[{'attribute_path':'display_name','attribute_value':'New'},"
              + "{'attribute_path':'name','attribute_value':'{}'}]}",
          "{'display_name':'Readers','description':'All'}",
          "{'user_ids':['%U','%U'],'group_ids':['%G']}",
          "{'user_name':'eve','display_name':'Eve','password_mode':'OTP','name':{'family_name':'E',"
              + "'given_name':'E'},'emails':[{'value':'e@example.com','type':'work',"
              + "'primary':true}],'enterprise':{'cost_center':'1','manager':{'value':'x'}}}");

  private static final List<String> HUAWEI_PATHS =
      List.of(
          "/users",
          "/users/%U",
          "/users/retrieve-user-id",
          "/users/batch-query",
          "/groups",
          "/groups/%G",
          "/groups/retrieve-group-id",
          "/groups/batch-query",
          "/group-memberships",
          "/group-memberships/%M",
          "/group-memberships/retrieve-group-membership-id",
          "/group-memberships-for-member",
          "/is-member-in-groups");

  private static final List<String> QUERIES =
      List.of(
          "",
          "?limit=10",
          "?group_id=%G&limit=5",
          "?user_id=%U",
          "?user_name=ada",
          "?display_name=a",
          "?group_id=%G&marker=000000000000000000000000");

  private static final List<String> JUNK =
      List.of(
          "%",
          "%zz",
          "%00",
          "%0a",
          "%ff",
          "%c0%80",
          "%2e%2e",
          "..",
          "//",
          "?",
          "&",
          "=",
          "+",
          "#",
          ";",
          "\\",
          "%25",
          "%F0%9F%98%80",
          "%20",
          "1e999",
          "-1",
          "a".repeat(300),
          "a".repeat(5000),
          "%41".repeat(600),
          "{}",
          "\"",
          "\u00e9");

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post", "X-Y");

  private static final String SIGNED =
      "Authorization: AWS4-HMAC-SHA256 Credential=FAKEAK00EMULATOR0001/20260101/eu-west-1/"
          + "identitystore/aws4_request, SignedHeaders=host;x-amz-date, Signature=";
  private static final String HUAWEI_SIGNED =
      "Authorization: SDK-HMAC-SHA256 Access=FAKEAK00EMULATOR0001, SignedHeaders=x-sdk-date,"
          + " Signature=";

  private static final List<String> HEADERS =
      List.of(
          "Content-Encoding: gzip",
          "Content-Type: text/html; charset=utf-7",
          "Expect: 100-continue",
          "Origin: http://attacker.example",
          "Origin: null",
          "X-Forwarded-For: 127.0.0.1",
          "X-Amz-Target: AWSIdentityStore.ListUsers",
          "X-Amz-Target: \u00ff",
          "X-Amz-Date: 20260101T000000Z",
          "X-Amz-Date: +999999999-01-01T00:00:00Z",
          "X-Sdk-Date: 99999999T999999Z",
          "X-Security-Token: " + "x".repeat(2100),
          "Authorization: Basic abc",
          "Authorization: " + "AWS4-HMAC-SHA256 ".repeat(500),
          SIGNED + "0".repeat(64),
          SIGNED.replace("20260101", "00000000") + "0".repeat(64),
          SIGNED.replace("host;", "host;".repeat(1000)) + "0".repeat(64),
          HUAWEI_SIGNED + "0".repeat(64),
          HUAWEI_SIGNED.replace("x-sdk-date", ";;;") + "0".repeat(64),
          "Date: never",
          "Range: bytes=0-1",
          "Upgrade: h2c",
          "Cookie: " + "x=y; ".repeat(1000),
          "X-Empty:");

  private final Random random;

  private HostileRequests(long seed, int number) {
    this.random = new Random(seed * 1_000_003L + number);
    // The first numbers of neighbouring seeds are alike.
    random.nextLong();
  }

  /**
   * One request.
   *
   * @param bytes each character is a byte
   * @param framed whether it is one request to every reader, so that one response is due
   */
  record Hostile(String bytes, boolean framed) {}

  static Hostile of(long seed, int number) {
    return new HostileRequests(seed, number).next();
  }

  private Hostile next() {
    String request = random.nextInt(5) < 3 ? aws() : huawei();
    return random.nextInt(5) > 0
        ? new Hostile(request, true)
        : new Hostile(garbled(request), false);
  }

  private String aws() {
    StoreOperation[] operations = StoreOperation.values();
    String name = operations[random.nextInt(operations.length)].serviceName();
    List<String> headers = headers();
    if (random.nextInt(30) > 0) {
      headers.add("X-Amz-Target: AWSIdentityStore." + (random.nextInt(30) > 0 ? name : junk()));
    }
    String body =
        filled(one(AWS_BODIES)).replaceFirst("\\{", "{'IdentityStoreId':'" + STORE + "',");
    return request(random.nextInt(30) > 0 ? "POST" : one(METHODS), "/", headers, spoilt(body));
  }

  private String huawei() {
    String target = BASE + filled(one(HUAWEI_PATHS)) + filled(one(QUERIES));
    if (random.nextInt(3) == 0) {
      int place = 1 + random.nextInt(target.length());
      target = target.substring(0, place) + ascii(junk()) + target.substring(place);
    }
    return request(
        one(METHODS.subList(0, random.nextInt(20) > 0 ? 4 : METHODS.size())),
        target.replace("#", "%23"),
        headers(),
        spoilt(filled(one(HUAWEI_BODIES))));
  }

  private String spoilt(String body) {
    return HostileJson.spoil(body.replace('\'', '"'), random);
  }

  private List<String> headers() {
    List<String> headers = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      headers.add(one(HEADERS));
    }
    return headers;
  }

  private String request(String method, String target, List<String> headers, String body) {
    boolean chunked = random.nextInt(4) == 0;
    headers.add(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length());
    return RawClient.head(method, target, headers.toArray(String[]::new))
        + "\r\n"
        + (chunked ? chunks(body) : body);
  }

  private String chunks(String body) {
    StringBuilder chunks = new StringBuilder();
    for (int from = 0; from < body.length(); ) {
      int size = Math.min(body.length() - from, 1 + random.nextInt(5000));
      chunks.append(Integer.toHexString(size)).append("\r\n");
      chunks.append(body, from, from + size).append("\r\n");
      from += size;
    }
    return chunks.append("0\r\n\r\n").toString();
  }

  /** The bytes of a request with some of them other, gone or there twice. */
  private String garbled(String request) {
    StringBuilder bytes = new StringBuilder(request);
    for (int each = random.nextInt(6); each >= 0 && bytes.length() > 0; each--) {
      int place = random.nextInt(Math.min(bytes.length(), 600));
      switch (random.nextInt(5)) {
        case 0 -> bytes.setCharAt(place, (char) random.nextInt(256));
        case 1 -> bytes.insert(place, (char) random.nextInt(256));
        case 2 -> bytes.setLength(place);
        case 3 -> bytes.delete(place, place + random.nextInt(30));
        default -> bytes.insert(place, bytes.substring(place));
      }
    }
    return bytes.toString();
  }

  private static String filled(String text) {
    return text.replace("%G", GROUP).replace("%U", USER).replace("%M", MEMBERSHIP);
  }

  private String junk() {
    return one(JUNK);
  }

  private static String ascii(String text) {
    return text.chars().allMatch(each -> each > ' ' && each < 0x7F) ? text : "x";
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
