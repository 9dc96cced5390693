package dev.roster.huawei.internal.driver;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
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
final class CheckResults implements JsonResponse.Fields {

  private static final String RESULTS = "results";
  private static final String EXISTS = "membership_exists";

  private final MemberId member;
  private final Map<String, GroupId> asked = new HashMap<>();
  private final Map<GroupId, Boolean> results = new LinkedHashMap<>();
  private @Nullable List<Row> rows;
  private int seen;

  CheckResults(MemberId member, List<GroupId> groups) {
    this.member = member;
    groups.forEach(group -> asked.put(group.value(), group));
  }

  @Override
  public void field(String name, JsonParser value) throws InvalidResponseException {
    if (name.equals(RESULTS)) {
      seen = JsonResponse.once(seen, 1, name);
      rows = JsonResponse.readArray(value, name, Row::read);
    }
  }

  Map<GroupId, Boolean> byGroup() throws InvalidResponseException {
    if (rows == null) {
      throw new InvalidResponseException("the response has no " + RESULTS);
    }
    for (Row row : rows) {
      add(row);
    }
    return results;
  }

  private void add(Row row) throws InvalidResponseException {
    Boolean exists = row.exists;
    if (exists == null) {
      throw new InvalidResponseException("the response has a result without " + EXISTS);
    }
    GroupId group = asked(row.ids.requireMember(member).groupIdText());
    Boolean before = results.putIfAbsent(group, exists);
    if (before != null && !before.equals(exists)) {
      throw new InvalidResponseException("the response says yes and no for one group");
    }
  }

  private GroupId asked(String given) throws InvalidResponseException {
    GroupId exactly = asked.get(given);
    if (exactly != null) {
      return exactly;
    }
    for (GroupId group : asked.values()) {
      if (group.value().equalsIgnoreCase(given)) {
        return group;
      }
    }
    throw new InvalidResponseException("the response is about a group that was not asked for");
  }

  private static final class Row implements JsonResponse.Fields {

    private final MembershipFields ids = new MembershipFields();
    private @Nullable Boolean exists;
    private int seen;

    static Row read(JsonParser value) throws InvalidResponseException {
      Row row = new Row();
      JsonResponse.readElement(value, RESULTS, row);
      return row;
    }

    @Override
    public void field(String name, JsonParser value) throws InvalidResponseException {
      if (name.equals(EXISTS)) {
        seen = JsonResponse.once(seen, 1, name);
        exists = JsonResponse.flag(value, name);
      } else {
        ids.field(name, value);
      }
    }
  }
}
