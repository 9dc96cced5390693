package dev.roster.conformance;

import dev.roster.directory.ContactPoint;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.util.List;
import java.util.UUID;

/** Users and groups with names that no other test has, with all that a service may require. */
final class NewEntry {

  private NewEntry() {}

  static String uniqueName() {
    return "kit-" + UUID.randomUUID();
  }

  static FieldValues<User> user(String userName) {
    return UserFields.named(userName)
        .with(UserFields.DISPLAY_NAME, "Fake Person")
        .with(UserFields.NAME, PersonName.of("Fake", "Person"))
        .with(UserFields.EMAILS, List.of(ContactPoint.primary(email()).withType("work")));
  }

  private static String email() {
    return uniqueName() + "@example.com";
  }

  static FieldValues<Group> group(String displayName) {
    return GroupFields.named(displayName).with(GroupFields.DESCRIPTION, "A fake group");
  }
}
