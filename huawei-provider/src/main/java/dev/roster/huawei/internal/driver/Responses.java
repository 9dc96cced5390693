package dev.roster.huawei.internal.driver;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.spi.RawPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Map;

/** What successful responses mean, and that they are about what was asked. */
final class Responses {

  private Responses() {}

  /** The id of a membership that was made or found. */
  static MembershipId membershipId(
      InputStream body, IdentityStoreId store, GroupId group, MemberId member)
      throws InvalidResponseException {
    return fields(body)
        .requireStore(store)
        .requireGroup(group)
        .requireMember(member)
        .membershipId();
  }

  static Membership membership(InputStream body, IdentityStoreId store, MembershipId asked)
      throws InvalidResponseException {
    return fields(body).requireStore(store).requireMembership(asked).membership(store, null);
  }

  /**
   * For a response that says nothing but its status: nothing or one whole object is fine, but a
   * page of whatever stands in between, or a piece of one, must not pass for a success.
   */
  static boolean nothing(InputStream body) throws InvalidResponseException, IOException {
    PushbackInputStream stream = new PushbackInputStream(body);
    int first = stream.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
      first = stream.read();
    }
    if (first >= 0) {
      stream.unread(first);
      JsonResponse.read(stream, (name, value) -> {});
    }
    return true;
  }

  private static MembershipFields fields(InputStream body) throws InvalidResponseException {
    MembershipFields fields = new MembershipFields();
    JsonResponse.read(body, fields);
    return fields;
  }

  /** Checks that a row belongs to the listing. */
  @FunctionalInterface
  interface RowCheck {
    void require(MembershipFields row) throws InvalidResponseException;
  }

  /** A group can have members of a kind that this version does not know. */
  static RawPage<Membership> pageOfGroup(InputStream body, IdentityStoreId store, GroupId group)
      throws InvalidResponseException {
    PageFields<MembershipFields> page = page(body);
    List<MembershipFields> rows = page.rows();
    List<MembershipFields> users = rows.stream().filter(row -> !row.isOfAnotherKind()).toList();
    Membership[] memberships = memberships(users, store, row -> row.requireGroup(group));
    return RawPage.of(List.of(memberships), page.nextMarker())
        .withSkipped(rows.size() - users.size());
  }

  static RawPage<Membership> pageOfMember(InputStream body, IdentityStoreId store, MemberId member)
      throws InvalidResponseException {
    PageFields<MembershipFields> page = page(body);
    Membership[] memberships = memberships(page.rows(), store, row -> row.requireMember(member));
    return RawPage.of(List.of(memberships), page.nextMarker());
  }

  private static PageFields<MembershipFields> page(InputStream body)
      throws InvalidResponseException {
    PageFields<MembershipFields> fields =
        new PageFields<>("group_memberships", MembershipFields::new);
    JsonResponse.read(body, fields);
    return fields;
  }

  private static Membership[] memberships(
      List<MembershipFields> rows, IdentityStoreId store, RowCheck belongs)
      throws InvalidResponseException {
    Membership[] memberships = new Membership[rows.size()];
    for (int row = 0; row < memberships.length; row++) {
      Membership before = row == 0 ? null : memberships[row - 1];
      belongs.require(rows.get(row).requireStore(store));
      memberships[row] = rows.get(row).membership(store, before);
    }
    return memberships;
  }

  static Map<GroupId, Boolean> checks(InputStream body, MemberId member, List<GroupId> groups)
      throws InvalidResponseException {
    CheckResults results = new CheckResults(member, groups);
    JsonResponse.read(body, results);
    return results.byGroup();
  }
}
