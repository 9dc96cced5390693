package dev.roster.huawei;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.spi.RawPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** What successful responses mean, and that they are about what was asked. */
final class Replies {

  private Replies() {}

  /** The id of a membership that was made or found. */
  static MembershipId membershipId(
      InputStream body, IdentityStoreId store, GroupId group, MemberId member)
      throws BadReplyException {
    return fields(body)
        .requireStore(store)
        .requireGroup(group)
        .requireMember(member)
        .membershipId();
  }

  static Membership membership(InputStream body, IdentityStoreId store, MembershipId asked)
      throws BadReplyException {
    return fields(body).requireStore(store).requireMembership(asked).membership(store, null);
  }

  /**
   * For a response that says nothing but its status: nothing or one whole object is fine, but a
   * page of whatever stands in between, or a piece of one, must not pass for a success.
   */
  static boolean nothing(InputStream body) throws BadReplyException, IOException {
    PushbackInputStream stream = new PushbackInputStream(body);
    int first = stream.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
      first = stream.read();
    }
    if (first >= 0) {
      stream.unread(first);
      JsonReply.read(stream, (name, value) -> {});
    }
    return true;
  }

  private static MembershipFields fields(InputStream body) throws BadReplyException {
    MembershipFields fields = new MembershipFields();
    JsonReply.read(body, fields);
    return fields;
  }

  /** Checks that a row belongs to the listing. */
  @FunctionalInterface
  interface RowCheck {
    void require(MembershipFields row) throws BadReplyException;
  }

  static RawPage<Membership> page(InputStream body, IdentityStoreId store, RowCheck belongs)
      throws BadReplyException {
    PageFields fields = new PageFields();
    JsonReply.read(body, fields);
    List<MembershipFields> rows = fields.rows();
    Membership[] memberships = new Membership[rows.size()];
    for (int row = 0; row < memberships.length; row++) {
      Membership before = row == 0 ? null : memberships[row - 1];
      belongs.require(rows.get(row).requireStore(store));
      memberships[row] = rows.get(row).membership(store, before);
    }
    return RawPage.of(List.of(memberships), fields.nextMarker());
  }

  static Map<GroupId, Boolean> checks(InputStream body, MemberId member, List<GroupId> groups)
      throws BadReplyException {
    Verdicts verdicts = new Verdicts(member, groups);
    JsonReply.read(body, verdicts);
    return verdicts.answers();
  }

  /** A page of a listing. */
  private static final class PageFields implements JsonReply.Fields {

    private static final int ROWS = 1;
    private static final int INFO = 2;
    private static final int MARKER = 4;

    private int seen;
    private @Nullable List<MembershipFields> rows;
    private @Nullable String nextMarker;

    @Override
    public void field(String name, JsonParser value) throws BadReplyException {
      switch (name) {
        case "group_memberships" -> {
          seen = JsonReply.once(seen, ROWS, name);
          rows = JsonReply.readArray(value, name, PageFields::row);
        }
        case "page_info" -> {
          seen = JsonReply.once(seen, INFO, name);
          JsonReply.readObject(value, name, this::pageField);
        }
        default -> {}
      }
    }

    private static MembershipFields row(JsonParser value) throws BadReplyException {
      MembershipFields row = new MembershipFields();
      JsonReply.readElement(value, "group_memberships", row);
      return row;
    }

    private void pageField(String name, JsonParser value) throws BadReplyException {
      if (name.equals("next_marker")) {
        seen = JsonReply.once(seen, MARKER, name);
        nextMarker = JsonReply.text(value, name);
      }
    }

    List<MembershipFields> rows() throws BadReplyException {
      if (rows == null) {
        throw new BadReplyException("the response has no group_memberships");
      }
      return rows;
    }

    @Nullable String nextMarker() {
      return nextMarker;
    }
  }
}
