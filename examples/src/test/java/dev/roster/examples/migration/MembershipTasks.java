package dev.roster.examples.migration;

import java.util.List;
import java.util.Set;

/** What an application asks of an identity store, in terms that belong to no library. */
interface MembershipTasks {

  void add(String group, String user);

  void remove(String group, String user);

  List<String> membersOf(String group);

  List<String> groupsOf(String user);

  /** Those of the groups that the user is in. */
  Set<String> groupsAmong(String user, List<String> groups);

  /** The id of the user with this name. */
  String userNamed(String userName);
}
