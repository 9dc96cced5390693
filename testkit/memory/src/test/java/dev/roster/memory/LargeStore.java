package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import java.util.ArrayList;
import java.util.List;

/** A store of any size, filled evenly. Each user has a name. */
final class LargeStore {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final List<UserId> users = new ArrayList<>();
  private final List<GroupId> groups = new ArrayList<>();
  private final int userCount;
  private final int groupCount;
  private final int groupsPerUser;

  LargeStore(int userCount, int groupCount, int groupsPerUser) {
    this.userCount = userCount;
    this.groupCount = groupCount;
    this.groupsPerUser = groupsPerUser;
  }

  static String name(int user) {
    return "user-" + user;
  }

  MemoryIdentityStore store() {
    return store;
  }

  List<UserId> users() {
    return users;
  }

  List<GroupId> groups() {
    return groups;
  }

  void fill() {
    fillUsers();
    fillGroups();
    fillMemberships();
  }

  void fillUsers() {
    for (int each = 0; each < userCount; each++) {
      users.add(store.users().create(Attributes.none().with("userName", name(each))));
    }
  }

  void fillGroups() {
    for (int each = 0; each < groupCount; each++) {
      groups.add(store.groups().create(Attributes.none().with("displayName", "group-" + each)));
    }
  }

  void fillMemberships() {
    for (int user = 0; user < userCount; user++) {
      for (int each = 0; each < groupsPerUser; each++) {
        int group = (user + each * (groupCount / groupsPerUser)) % groupCount;
        store.createMembership(groups.get(group), users.get(user));
      }
    }
  }
}
