package dev.roster.conformance.internal.scene;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.Directory;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.Field;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.spi.EntryTraits;
import java.util.List;
import java.util.UUID;

/**
 * Users and groups with names that no other test has, with all that services require, as far as the
 * one under test can set it.
 *
 * @param directory of the service under test
 */
public record NewEntry(Directory directory) {

  public static String uniqueName() {
    return "kit-" + UUID.randomUUID();
  }

  public FieldValues<User> user(String userName) {
    FieldValues<User> all =
        UserFields.named(userName)
            .with(UserFields.DISPLAY_NAME, "Fake Person")
            .with(UserFields.NAME, PersonName.of("Fake", "Person"))
            .with(UserFields.EMAILS, List.of(ContactPoint.primary(email()).withType("work")));
    return settable(all, users());
  }

  private static String email() {
    return uniqueName() + "@example.com";
  }

  public FieldValues<Group> group(String displayName) {
    return settable(
        GroupFields.named(displayName).with(GroupFields.DESCRIPTION, "A fake group"), groups());
  }

  private static <E> FieldValues<E> settable(FieldValues<E> all, EntryTraits<E> traits) {
    FieldValues<E> settable = all;
    for (Field<E, ?> field : all.fields()) {
      settable = traits.writable().contains(field) ? settable : settable.without(field);
    }
    return settable;
  }

  /** The address of a new user; where users have none, one that no user has. */
  public static String address(FieldValues<User> user) {
    return user.get(UserFields.EMAILS).map(all -> all.get(0).value()).orElseGet(NewEntry::email);
  }

  /** Skips a test about the parts of users' names where users have none. */
  public void requireNames() {
    assumeTrue(users().writable().contains(UserFields.NAME), "no parts of names can be set");
  }

  /** Skips a test about descriptions of groups where groups have none. */
  public void requireDescriptions() {
    assumeTrue(groups().writable().contains(GroupFields.DESCRIPTION), "no description can be set");
  }

  public EntryTraits<User> users() {
    return directory.users().traits().orElseThrow();
  }

  public EntryTraits<Group> groups() {
    return directory.groups().traits().orElseThrow();
  }
}
