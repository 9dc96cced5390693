package dev.roster.huawei;

import dev.roster.GroupId;
import dev.roster.MemberId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The response to a check: a yes or no for groups that were asked, about the member that was asked.
 * One that is about anything else, or says both of one group, says nothing at all.
 */
final class Verdicts implements JsonReply.Fields {

  private static final String RESULTS = "results";
  private static final String EXISTS = "membership_exists";

  private final MemberId member;
  private final Map<String, GroupId> asked = new HashMap<>();
  private final Map<GroupId, Boolean> answers = new LinkedHashMap<>();
  private @Nullable List<Row> rows;
  private int seen;

  Verdicts(MemberId member, List<GroupId> groups) {
    this.member = member;
    groups.forEach(group -> asked.put(group.value(), group));
  }

  @Override
  public void field(String name, JsonParser value) throws BadReplyException {
    if (name.equals(RESULTS)) {
      seen = JsonReply.once(seen, 1, name);
      rows = JsonReply.readArray(value, name, Row::read);
    }
  }

  Map<GroupId, Boolean> answers() throws BadReplyException {
    if (rows == null) {
      throw new BadReplyException("the response has no " + RESULTS);
    }
    for (Row row : rows) {
      add(row);
    }
    return answers;
  }

  private void add(Row row) throws BadReplyException {
    Boolean answer = row.exists;
    if (answer == null) {
      throw new BadReplyException("the response has a result without " + EXISTS);
    }
    GroupId group = asked(row.ids.requireMember(member).groupIdText());
    Boolean before = answers.putIfAbsent(group, answer);
    if (before != null && !before.equals(answer)) {
      throw new BadReplyException("the response says yes and no for one group");
    }
  }

  private GroupId asked(String told) throws BadReplyException {
    GroupId exactly = asked.get(told);
    if (exactly != null) {
      return exactly;
    }
    for (GroupId group : asked.values()) {
      if (group.value().equalsIgnoreCase(told)) {
        return group;
      }
    }
    throw new BadReplyException("the response is about a group that was not asked for");
  }

  private static final class Row implements JsonReply.Fields {

    private final MembershipFields ids = new MembershipFields();
    private @Nullable Boolean exists;
    private int seen;

    static Row read(JsonParser value) throws BadReplyException {
      Row row = new Row();
      JsonReply.readElement(value, RESULTS, row);
      return row;
    }

    @Override
    public void field(String name, JsonParser value) throws BadReplyException {
      if (name.equals(EXISTS)) {
        seen = JsonReply.once(seen, 1, name);
        exists = JsonReply.flag(value, name);
      } else {
        ids.field(name, value);
      }
    }
  }
}
