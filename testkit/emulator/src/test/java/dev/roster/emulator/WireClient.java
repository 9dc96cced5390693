package dev.roster.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client needs to change a store and to look at it, in one of the two protocols. */
abstract class WireClient {

  static final String STORE = "d-1234567890";

  /** A page so small that every listing has several. */
  static final int PAGE = 3;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final PlainClient client;

  WireClient(PlainClient client) {
    this.client = client;
  }

  static WireClient aws(PlainClient client) {
    return new Aws(client);
  }

  static WireClient huawei(PlainClient client) {
    return new Huawei(client);
  }

  abstract String createGroup(String name) throws IOException, InterruptedException;

  abstract String createUser(String name) throws IOException, InterruptedException;

  abstract void deleteGroup(String group) throws IOException, InterruptedException;

  abstract void deleteUser(String user) throws IOException, InterruptedException;

  /** The id of the new membership; empty where the service says that there is one already. */
  abstract String join(String group, String user) throws IOException, InterruptedException;

  abstract void leave(String membership) throws IOException, InterruptedException;

  /** The members of a group, page by page. */
  abstract List<String> members(String group) throws IOException, InterruptedException;

  static JsonNode success(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }

  static String id(HttpResponse<String> response, String field) {
    return success(response).path(field).stringValue();
  }

  private static final class Aws extends WireClient {

    Aws(PlainClient client) {
      super(client);
    }

    private HttpResponse<String> send(String operation, String fields)
        throws IOException, InterruptedException {
      String body = "{'IdentityStoreId':'%s',%s}".formatted(STORE, fields).replace('\'', '"');
      return client.aws(operation, body);
    }

    @Override
    String createGroup(String name) throws IOException, InterruptedException {
      return id(send("CreateGroup", "'DisplayName':'%s'".formatted(name)), "GroupId");
    }

    @Override
    String createUser(String name) throws IOException, InterruptedException {
      String fields =
          "'UserName':'%s','DisplayName':'%s','Name':{'FamilyName':'F','GivenName':'G'}"
              .formatted(name, name);
      return id(send("CreateUser", fields), "UserId");
    }

    @Override
    void deleteGroup(String group) throws IOException, InterruptedException {
      success(send("DeleteGroup", "'GroupId':'%s'".formatted(group)));
    }

    @Override
    void deleteUser(String user) throws IOException, InterruptedException {
      success(send("DeleteUser", "'UserId':'%s'".formatted(user)));
    }

    @Override
    String join(String group, String user) throws IOException, InterruptedException {
      String fields = "'GroupId':'%s','MemberId':{'UserId':'%s'}".formatted(group, user);
      HttpResponse<String> response = send("CreateGroupMembership", fields);
      return response.body().contains("UNIQUENESS_CONSTRAINT_VIOLATION")
          ? ""
          : id(response, "MembershipId");
    }

    @Override
    void leave(String membership) throws IOException, InterruptedException {
      success(send("DeleteGroupMembership", "'MembershipId':'%s'".formatted(membership)));
    }

    @Override
    List<String> members(String group) throws IOException, InterruptedException {
      List<String> members = new ArrayList<>();
      String token = "";
      do {
        String fields = "'GroupId':'%s','MaxResults':%d%s".formatted(group, PAGE, token);
        JsonNode page = success(send("ListGroupMemberships", fields));
        page.path("GroupMemberships")
            .forEach(each -> members.add(each.path("MemberId").path("UserId").stringValue()));
        token =
            page.path("NextToken").stringValueOpt().map(",'NextToken':'%s'"::formatted).orElse("");
      } while (!token.isEmpty());
      return members;
    }
  }

  private static final class Huawei extends WireClient {

    private static final String BASE = "/v1/identity-stores/" + STORE;

    Huawei(PlainClient client) {
      super(client);
    }

    private HttpResponse<String> post(String path, String body)
        throws IOException, InterruptedException {
      return client.huawei("POST", BASE + path, body.replace('\'', '"'));
    }

    private void delete(String path) throws IOException, InterruptedException {
      success(client.huawei("DELETE", BASE + path, ""));
    }

    @Override
    String createGroup(String name) throws IOException, InterruptedException {
      return id(post("/groups", "{'display_name':'%s'}".formatted(name)), "group_id");
    }

    @Override
    String createUser(String name) throws IOException, InterruptedException {
      String body =
          "{'user_name':'%s','display_name':'%s','password_mode':'EMAIL','name':{'family_name':'F',"
              + "'given_name':'G'},'emails':[{'value':'%s@example.com','type':'work',"
              + "'primary':true}]}";
      return id(post("/users", body.formatted(name, name, name)), "user_id");
    }

    @Override
    void deleteGroup(String group) throws IOException, InterruptedException {
      delete("/groups/" + group);
    }

    @Override
    void deleteUser(String user) throws IOException, InterruptedException {
      delete("/users/" + user);
    }

    @Override
    String join(String group, String user) throws IOException, InterruptedException {
      String body = "{'group_id':'%s','member_id':{'user_id':'%s'}}".formatted(group, user);
      HttpResponse<String> response = post("/group-memberships", body);
      return response.statusCode() == 409 ? "" : id(response, "membership_id");
    }

    @Override
    void leave(String membership) throws IOException, InterruptedException {
      delete("/group-memberships/" + membership);
    }

    @Override
    List<String> members(String group) throws IOException, InterruptedException {
      List<String> members = new ArrayList<>();
      String marker = "";
      do {
        String query = "?group_id=%s&limit=%d%s".formatted(group, PAGE, marker);
        JsonNode page = success(client.huawei("GET", BASE + "/group-memberships" + query, ""));
        page.path("group_memberships")
            .forEach(each -> members.add(each.path("member_id").path("user_id").stringValue()));
        marker =
            page.path("page_info")
                .path("next_marker")
                .stringValueOpt()
                .map(next -> "&marker=" + URLEncoder.encode(next, UTF_8))
                .orElse("");
      } while (!marker.isEmpty());
      return members;
    }
  }
}
