package dev.roster.huawei.internal.requests;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.huawei.internal.signing.RequestTarget;
import dev.roster.spi.PageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The addresses of the operations within one store. */
public final class StoreTargets {

  private static final String MEMBERSHIPS = "group-memberships";

  private final IdentityStoreId store;
  private final RequestTarget memberships;
  private final RequestTarget retrieveMembershipId;
  private final RequestTarget isMemberInGroups;

  public StoreTargets(IdentityStoreId store) {
    this.store = store;
    this.memberships = target(List.of(), MEMBERSHIPS);
    this.retrieveMembershipId = target(List.of(), MEMBERSHIPS, "retrieve-group-membership-id");
    this.isMemberInGroups = target(List.of(), "is-member-in-groups");
  }

  public RequestTarget memberships() {
    return memberships;
  }

  public RequestTarget membership(MembershipId membership) {
    return target(List.of(), MEMBERSHIPS, membership.value());
  }

  public RequestTarget retrieveMembershipId() {
    return retrieveMembershipId;
  }

  public RequestTarget isMemberInGroups() {
    return isMemberInGroups;
  }

  public RequestTarget membershipsOf(GroupId group, PageRequest page) {
    return target(query("group_id", group.value(), page), MEMBERSHIPS);
  }

  public RequestTarget membershipsForMember(MemberId member, PageRequest page) {
    return target(query("user_id", member.value(), page), "group-memberships-for-member");
  }

  /** All users or all groups. */
  public RequestTarget all(String collection) {
    return target(List.of(), collection);
  }

  /** A user, a group, or what is done with all of them. */
  public RequestTarget one(String collection, String name) {
    return target(List.of(), collection, name);
  }

  public RequestTarget page(String collection, PageRequest page) {
    return target(query(page), collection);
  }

  public RequestTarget filteredPage(
      String collection, String name, String value, PageRequest page) {
    return target(query(name, value, page), collection);
  }

  private static List<Map.Entry<String, String>> query(
      String name, String value, PageRequest page) {
    List<Map.Entry<String, String>> query = query(page);
    query.add(Map.entry(name, value));
    return query;
  }

  private static List<Map.Entry<String, String>> query(PageRequest page) {
    List<Map.Entry<String, String>> query = new ArrayList<>();
    query.add(Map.entry("limit", Integer.toString(page.size())));
    page.token().ifPresent(marker -> query.add(Map.entry("marker", marker)));
    return query;
  }

  private RequestTarget target(List<Map.Entry<String, String>> query, String... path) {
    List<String> segments = new ArrayList<>(List.of("v1", "identity-stores", store.value()));
    segments.addAll(Arrays.asList(path));
    return RequestTarget.of(segments, query);
  }
}
