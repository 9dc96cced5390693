package dev.roster.campaign.calls;

import dev.roster.AsyncDirectoryEntries;
import dev.roster.AsyncRosterClient;
import dev.roster.DirectoryEntries;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.campaign.law.EntryReadLaw.Seen;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.EntryName.Kind;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.util.List;
import java.util.function.Function;

/**
 * What calls about users and those about groups differ in.
 *
 * @param kind users or groups
 * @param blocking the calls
 * @param asynchronous the calls on other threads
 * @param id makes an id of its text
 * @param text the text of an id
 * @param key the key of a unique name
 * @param nameField the unique name
 * @param valueField what updates set
 * @param others what a new one needs besides both
 * @param <I> the type of the id
 * @param <E> the type of the entry
 */
record EntryShape<I, E extends DirectoryEntry<I, E>>(
    Kind kind,
    Function<RosterClient, DirectoryEntries<I, E>> blocking,
    Function<AsyncRosterClient, AsyncDirectoryEntries<I, E>> asynchronous,
    Function<String, I> id,
    Function<I, String> text,
    Function<String, LookupKey<E>> key,
    Field<E, String> nameField,
    Field<E, String> valueField,
    Function<String, FieldValues<E>> others) {

  static final EntryShape<UserId, User> USERS =
      new EntryShape<>(
          Kind.USER,
          client -> client.directory().users(),
          client -> client.directory().users(),
          UserId::new,
          UserId::value,
          LookupKey::userName,
          UserFields.USER_NAME,
          UserFields.DISPLAY_NAME,
          EntryShape::person);

  static final EntryShape<GroupId, Group> GROUPS =
      new EntryShape<>(
          Kind.GROUP,
          client -> client.directory().groups(),
          client -> client.directory().groups(),
          GroupId::new,
          GroupId::value,
          LookupKey::groupName,
          GroupFields.DISPLAY_NAME,
          GroupFields.DESCRIPTION,
          name -> FieldValues.none());

  private static FieldValues<User> person(String name) {
    return FieldValues.<User>none()
        .with(UserFields.NAME, PersonName.of("Ada", "Fault"))
        .with(UserFields.EMAILS, List.of(ContactPoint.of(name + "@example.com")));
  }

  FieldValues<E> fields(String name, String value) {
    return others.apply(name).with(nameField, name).with(valueField, value);
  }

  /** What a read shows. */
  Seen seen(E entry) {
    return new Seen(
        new EntryName(kind, entry.get(nameField).orElse("")),
        text.apply(entry.id()),
        entry.get(valueField).orElse(null));
  }
}
