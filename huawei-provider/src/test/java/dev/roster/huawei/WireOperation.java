package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.directory.LookupKey;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.LookupWay;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nineteen operations and the two queries: what is called, what has to go out, and what a good
 * response gives.
 */
public enum WireOperation {
  CREATE("POST", "/group-memberships", Samples.GROUP_AND_MEMBER, Samples.MEMBERSHIP_ID_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return driver.createMembership(Samples.GROUP, Samples.USER, attempt);
    }

    @Override
    public Object result() {
      return Samples.MEMBERSHIP;
    }
  },
  DELETE("DELETE", "/group-memberships/" + Samples.ID.value(), "", "") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      driver.deleteMembership(Samples.ID, attempt);
      return "nothing";
    }

    @Override
    public Object result() {
      return "nothing";
    }
  },
  GET("GET", "/group-memberships/" + Samples.ID.value(), "", Samples.MEMBERSHIP_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return driver.getMembership(Samples.ID, attempt);
    }

    @Override
    public Object result() {
      return Samples.MEMBERSHIP;
    }
  },
  FIND(
      "POST",
      "/group-memberships/retrieve-group-membership-id",
      Samples.GROUP_AND_MEMBER,
      Samples.MEMBERSHIP_ID_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return driver.findMembership(Samples.GROUP, Samples.USER, attempt);
    }

    @Override
    public Object result() {
      return Samples.MEMBERSHIP;
    }
  },
  LIST(
      "GET",
      "/group-memberships?group_id=" + Samples.GROUP.value() + "&limit=100",
      "",
      Samples.PAGE_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return Samples.page(
          ((ListsByGroup) driver).listMemberships(Samples.GROUP, PageRequest.first(100), attempt));
    }

    @Override
    public Object result() {
      return Samples.PAGE;
    }
  },
  LIST_FOR_MEMBER(
      "GET",
      "/group-memberships-for-member?limit=7&marker=bWFy%2Fa2Vy%2BMDAxMjM0NTY%3D&user_id="
          + Samples.USER.value(),
      "",
      Samples.PAGE_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return Samples.page(
          ((ListsByMember) driver)
              .listMembershipsForMember(
                  Samples.USER, PageRequest.after(7, "bWFy/a2Vy+MDAxMjM0NTY="), attempt));
    }

    @Override
    public Object result() {
      return Samples.PAGE;
    }
  },
  CHECK(
      "POST",
      "/is-member-in-groups",
      "{\"group_ids\":[\"%s\",\"%s\"],\"member_id\":{\"user_id\":\"%s\"}}"
          .formatted(Samples.GROUP, Samples.OTHER_GROUP, Samples.USER),
      """
      {"results":[
        {"group_id":"%1$s","member_id":{"user_id":"%3$s"},"membership_exists":true},
        {"group_id":"%2$s","member_id":{"user_id":"%3$s"},"membership_exists":false}]}
      """
          .formatted(Samples.GROUP, Samples.OTHER_GROUP, Samples.USER)) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return driver.isMemberInGroups(
          Samples.USER, List.of(Samples.GROUP, Samples.OTHER_GROUP), attempt);
    }

    @Override
    public Object result() {
      return Map.of(Samples.GROUP, true, Samples.OTHER_GROUP, false);
    }
  },
  GET_USER("GET", "/users/" + Samples.USER.value(), "", EntrySamples.USER_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.users(driver).get(Samples.USER, attempt);
    }

    @Override
    public Object result() {
      return EntrySamples.USER;
    }
  },
  FIND_USER(
      "POST",
      "/users/retrieve-user-id",
      "{\"alternate_identifier\":{\"external_id\":{\"id\":\"4711\",\"issuer\":\"idp\"}}}",
      EntrySamples.USER_ID_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.users(driver)
          .find(LookupKey.user(EntrySamples.EXTERNAL_ID), LookupWay.DIRECT, attempt);
    }

    @Override
    public Object result() {
      return Samples.USER;
    }
  },
  LIST_USERS("GET", "/users?limit=100", "", EntrySamples.USER_PAGE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.page(
          EntrySamples.users(driver).list(null, PageRequest.first(100), attempt));
    }

    @Override
    public Object result() {
      return EntrySamples.pageOf(EntrySamples.USER);
    }
  },
  CREATE_USER("POST", "/users", EntrySamples.CREATE_USER_BODY, EntrySamples.CREATED_USER_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.created(
          EntrySamples.users(driver).create(EntrySamples.NEW_USER, attempt));
    }

    @Override
    public Object result() {
      return List.of(Samples.USER.value(), Optional.of("fake-one-time-password"), false);
    }
  },
  UPDATE_USER("PUT", "/users/" + Samples.USER.value(), EntrySamples.UPDATE_USER_BODY, "") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      EntrySamples.users(driver).update(Samples.USER, EntrySamples.USER_CHANGES, attempt);
      return "nothing";
    }

    @Override
    public Object result() {
      return "nothing";
    }
  },
  DELETE_USER("DELETE", "/users/" + Samples.USER.value(), "", "") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      EntrySamples.users(driver).delete(Samples.USER, attempt);
      return "nothing";
    }

    @Override
    public Object result() {
      return "nothing";
    }
  },
  QUERY_USERS(
      "POST",
      "/users/batch-query",
      "{\"user_ids\":[\"%s\"]}".formatted(Samples.USER),
      "{\"users\":[%s]}".formatted(EntrySamples.USER_RESPONSE)) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.users(driver).getAll(List.of(Samples.USER), attempt);
    }

    @Override
    public Object result() {
      return List.of(EntrySamples.USER);
    }
  },
  QUERY_GROUPS(
      "POST",
      "/groups/batch-query",
      "{\"group_ids\":[\"%s\",\"%s\"]}".formatted(Samples.OTHER_GROUP, Samples.GROUP),
      "{\"groups\":[%s]}".formatted(EntrySamples.GROUP_RESPONSE)) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.groups(driver)
          .getAll(List.of(Samples.OTHER_GROUP, Samples.GROUP), attempt);
    }

    @Override
    public Object result() {
      return List.of(EntrySamples.A_GROUP);
    }
  },
  GET_GROUP("GET", "/groups/" + Samples.GROUP.value(), "", EntrySamples.GROUP_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.groups(driver).get(Samples.GROUP, attempt);
    }

    @Override
    public Object result() {
      return EntrySamples.A_GROUP;
    }
  },
  FIND_GROUP(
      "POST",
      "/groups/retrieve-group-id",
      "{\"alternate_identifier\":{\"unique_attribute\":"
          + "{\"attribute_path\":\"display_name\",\"attribute_value\":\"Platform Admins\"}}}",
      EntrySamples.GROUP_ID_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.groups(driver).find(EntrySamples.groupKey(), LookupWay.DIRECT, attempt);
    }

    @Override
    public Object result() {
      return Samples.GROUP;
    }
  },
  LIST_GROUPS(
      "GET",
      "/groups?display_name=Platform%20Admins&limit=7&marker=bWFy%2Fa2Vy%2BMDAxMjM0NTY%3D",
      "",
      EntrySamples.GROUP_PAGE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.page(
          EntrySamples.groups(driver)
              .list(
                  EntrySamples.groupKey(),
                  PageRequest.after(7, "bWFy/a2Vy+MDAxMjM0NTY="),
                  attempt));
    }

    @Override
    public Object result() {
      return EntrySamples.pageOf(EntrySamples.A_GROUP);
    }
  },
  CREATE_GROUP(
      "POST", "/groups", "{" + EntrySamples.GROUP_FIELDS + "}", EntrySamples.GROUP_ID_RESPONSE) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return EntrySamples.created(
          EntrySamples.groups(driver).create(EntrySamples.NEW_GROUP, attempt));
    }

    @Override
    public Object result() {
      return List.of(Samples.GROUP.value(), Optional.empty(), false);
    }
  },
  UPDATE_GROUP("PUT", "/groups/" + Samples.GROUP.value(), EntrySamples.UPDATE_GROUP_BODY, "") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      EntrySamples.groups(driver).update(Samples.GROUP, EntrySamples.GROUP_CHANGES, attempt);
      return "nothing";
    }

    @Override
    public Object result() {
      return "nothing";
    }
  },
  DELETE_GROUP("DELETE", "/groups/" + Samples.GROUP.value(), "", "") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      EntrySamples.groups(driver).delete(Samples.GROUP, attempt);
      return "nothing";
    }

    @Override
    public Object result() {
      return "nothing";
    }
  };

  private final String method;
  private final String pathInStore;
  private final String requestBody;
  private final String goodResponse;

  WireOperation(String method, String pathInStore, String requestBody, String goodResponse) {
    this.method = method;
    this.pathInStore = pathInStore;
    this.requestBody = requestBody;
    this.goodResponse = goodResponse;
  }

  public abstract Object call(MembershipDriver driver, AttemptContext attempt) throws Exception;

  public String method() {
    return method;
  }

  public String url() {
    return "/v1/identity-stores/d-1234567890" + pathInStore;
  }

  String requestBody() {
    return requestBody;
  }

  public String goodResponse() {
    return goodResponse;
  }

  public abstract Object result();

  /** A refused parameter of a look-up by name may be the spelling, which no document shows. */
  ErrorCode meaningOf400() {
    return this == FIND_GROUP ? ErrorCode.UNSUPPORTED : ErrorCode.INVALID_ARGUMENT;
  }

  /** Ids and responses; apart, since an enum's constants come before its other fields. */
  public static final class Samples {
    /** The operations whose success says nothing but that it is one. */
    public static final String WITHOUT_CONTENT = "DELETE.*|UPDATE.*";

    public static final GroupId GROUP = new GroupId("00000000-aaaa-4aaa-8aaa-00000000000a");
    public static final GroupId OTHER_GROUP = new GroupId("00000000-aaaa-4aaa-8aaa-00000000000b");
    public static final UserId USER = new UserId("00000000-bbbb-4bbb-8bbb-000000000001");
    public static final MembershipId ID = new MembershipId("00000000-cccc-4ccc-8ccc-000000000001");
    public static final Membership MEMBERSHIP = new Membership(FakeService.STORE, GROUP, USER, ID);
    public static final List<Object> PAGE = List.of(List.of(MEMBERSHIP), Optional.of("bmV4dA=="));

    public static final String GROUP_AND_MEMBER =
        "{\"group_id\":\"%s\",\"member_id\":{\"user_id\":\"%s\"}}".formatted(GROUP, USER);
    public static final String MEMBERSHIP_ID_RESPONSE =
        "{\"identity_store_id\":\"d-1234567890\",\"membership_id\":\"%s\"}".formatted(ID);
    public static final String MEMBERSHIP_RESPONSE =
        """
        {"identity_store_id":"d-1234567890","membership_id":"%s","group_id":"%s",
         "member_id":{"user_id":"%s"}}
        """
            .formatted(ID, GROUP, USER);
    public static final String PAGE_RESPONSE =
        "{\"group_memberships\":[%s],\"page_info\":{\"next_marker\":\"bmV4dA==\",\"current_count\":1}}"
            .formatted(MEMBERSHIP_RESPONSE);

    private Samples() {}

    static List<Object> page(RawPage<Membership> page) {
      return List.of(page.items(), page.nextToken());
    }
  }
}
