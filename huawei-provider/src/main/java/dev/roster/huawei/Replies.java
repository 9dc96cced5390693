package dev.roster.huawei;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.spi.RawPage;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What successful replies mean. */
final class Replies {

  /** An object, or null. */
  private static final String FIRST_OF_JSON = "{n";

  private Replies() {}

  static MembershipId membershipId(InputStream body) throws BadReplyException {
    return fields(body).membershipId();
  }

  static Membership membership(InputStream body, IdentityStoreId store) throws BadReplyException {
    return fields(body).membership(store);
  }

  /**
   * For a reply that says nothing but its status: nothing or JSON is fine, but a page of whatever
   * stands in between must not pass for a success.
   */
  static boolean nothing(InputStream body) throws BadReplyException, IOException {
    int first = body.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
      first = body.read();
    }
    if (first >= 0 && FIRST_OF_JSON.indexOf(first) < 0) {
      throw new BadReplyException("the reply is not the JSON that the service sends");
    }
    return true;
  }

  private static MembershipFields fields(InputStream body) throws BadReplyException {
    MembershipFields fields = new MembershipFields();
    JsonReply.read(body, fields);
    return fields;
  }

  static RawPage<Membership> page(InputStream body, IdentityStoreId store)
      throws BadReplyException {
    PageFields fields = new PageFields();
    JsonReply.read(body, fields);
    List<MembershipFields> rows = fields.rows;
    if (rows == null) {
      throw new BadReplyException("the reply has no group_memberships");
    }
    Membership[] memberships = new Membership[rows.size()];
    for (int row = 0; row < memberships.length; row++) {
      Membership before = row == 0 ? null : memberships[row - 1];
      memberships[row] = rows.get(row).membership(store, before);
    }
    return RawPage.of(List.of(memberships), fields.nextMarker);
  }

  static Map<GroupId, Boolean> checks(InputStream body, MemberId member) throws BadReplyException {
    Map<GroupId, Boolean> answers = new LinkedHashMap<>();
    boolean[] seen = {false};
    JsonReply.read(
        body,
        (name, value) -> {
          if (name.equals("results")) {
            List<CheckFields> rows = JsonReply.readArray(value, CheckFields::read);
            seen[0] = rows != null;
            (rows == null ? List.<CheckFields>of() : rows)
                .forEach(row -> row.addTo(answers, member));
          }
        });
    if (!seen[0]) {
      throw new BadReplyException("the reply has no results");
    }
    return answers;
  }

  private static final class PageFields implements JsonReply.Fields {

    private @Nullable List<MembershipFields> rows;
    private @Nullable String nextMarker;

    @Override
    public void field(String name, JsonParser value) {
      switch (name) {
        case "group_memberships" -> rows = JsonReply.readArray(value, PageFields::row);
        case "page_info" -> JsonReply.readObject(value, this::pageField);
        default -> {}
      }
    }

    private static MembershipFields row(JsonParser value) {
      MembershipFields row = new MembershipFields();
      JsonReply.readObject(value, row);
      return row;
    }

    private void pageField(String name, JsonParser value) {
      if (name.equals("next_marker")) {
        nextMarker = JsonReply.text(value);
      }
    }
  }

  /** One answer; a row that lacks a part or is about another member answers nothing. */
  private static final class CheckFields implements JsonReply.Fields {

    private final MembershipFields ids = new MembershipFields();
    private @Nullable Boolean exists;

    static CheckFields read(JsonParser value) {
      CheckFields row = new CheckFields();
      JsonReply.readObject(value, row);
      return row;
    }

    @Override
    public void field(String name, JsonParser value) {
      if (name.equals("membership_exists")) {
        exists = flag(value.currentToken());
      } else {
        ids.field(name, value);
      }
    }

    private static @Nullable Boolean flag(JsonToken token) {
      return token == JsonToken.VALUE_TRUE
          ? Boolean.TRUE
          : token == JsonToken.VALUE_FALSE ? Boolean.FALSE : null;
    }

    void addTo(Map<GroupId, Boolean> answers, MemberId member) {
      Boolean answer = exists;
      String group = ids.groupIdText();
      if (answer != null && group != null && ids.isAbout(member)) {
        answers.put(new GroupId(group), answer);
      }
    }
  }
}
