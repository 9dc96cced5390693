package dev.roster.campaign.proxy;

import java.util.List;

/** One message of each kind in each cloud's protocol. */
enum Protocol {
  AWS {
    @Override
    Dialect dialect() {
      return new AwsDialect();
    }

    @Override
    String create() {
      return request(
          "POST / HTTP/1.1",
          "X-Amz-Target: AWSIdentityStore.CreateGroupMembership",
          "{\"IdentityStoreId\":\"d-1\",\"GroupId\":\"g-1\",\"MemberId\":{\"UserId\":\"u-1\"}}");
    }

    @Override
    String delete() {
      return request(
          "POST / HTTP/1.1",
          "X-Amz-Target: AWSIdentityStore.DeleteGroupMembership",
          "{\"IdentityStoreId\":\"d-1\",\"MembershipId\":\"m-1\"}");
    }

    @Override
    String createGroup() {
      return request(
          "POST / HTTP/1.1",
          "X-Amz-Target: AWSIdentityStore.CreateGroup",
          "{\"IdentityStoreId\":\"d-1\",\"DisplayName\":\"admins\"}");
    }

    @Override
    String updateGroup() {
      return request(
          "POST / HTTP/1.1",
          "X-Amz-Target: AWSIdentityStore.UpdateGroup",
          "{\"GroupId\":\"g-1\",\"Operations\":[{\"AttributePath\":\"description\","
              + "\"AttributeValue\":\"new\"}]}");
    }

    @Override
    WireResponse created() {
      return response("x-amzn-RequestId: " + ID, "{\"MembershipId\":\"m-1\"}");
    }
  },

  HUAWEI {
    @Override
    Dialect dialect() {
      return new HuaweiDialect();
    }

    @Override
    String create() {
      return request(
          "POST /v1/identity-stores/d-1/group-memberships HTTP/1.1",
          "Content-Type: application/json",
          "{\"group_id\":\"g-1\",\"member_id\":{\"user_id\":\"u-1\"}}");
    }

    @Override
    String delete() {
      return request(
          "DELETE /v1/identity-stores/d-1/group-memberships/m-1 HTTP/1.1", "Accept: */*", "");
    }

    @Override
    String createGroup() {
      return request(
          "POST /v1/identity-stores/d-1/groups HTTP/1.1",
          "Content-Type: application/json",
          "{\"display_name\":\"admins\"}");
    }

    @Override
    String updateGroup() {
      return request(
          "PUT /v1/identity-stores/d-1/groups/g-1 HTTP/1.1",
          "Content-Type: application/json",
          "{\"operations\":[{\"attribute_path\":\"description\","
              + "\"attribute_value\":\"new\"}]}");
    }

    @Override
    WireResponse created() {
      return response("X-Request-Id: " + ID, "{\"membership_id\":\"m-1\"}");
    }
  };

  /** The request id of the service's own response. */
  static final String ID = "0fa4e000-1111-4222-8333-444444444444";

  abstract Dialect dialect();

  abstract String create();

  abstract String delete();

  abstract String createGroup();

  abstract String updateGroup();

  abstract WireResponse created();

  private static String request(String line, String header, String body) {
    return "%s\r\nHost: proxy\r\nx-roster-campaign: 1.0.1\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(line, header, body.length(), body);
  }

  private static WireResponse response(String id, String body) {
    return WireResponse.of(200, List.of(id, "Content-Type: application/json"), body);
  }
}
