package dev.roster.directory;

import java.util.List;

/** The fields of a user that several services have. */
public final class UserFields {

  /** The unique name that the user signs in with. */
  public static final Field<User, String> USER_NAME = Field.shared("userName");

  /** The name that is shown to people. */
  public static final Field<User, String> DISPLAY_NAME = Field.shared("displayName");

  /** The parts of the person's name. */
  public static final Field<User, PersonName> NAME = Field.shared("name");

  /** The e-mail addresses; services document one at the most. */
  public static final Field<User, List<ContactPoint>> EMAILS = Field.shared("emails");

  /** The phone numbers; services document one at the most. */
  public static final Field<User, List<ContactPoint>> PHONE_NUMBERS = Field.shared("phoneNumbers");

  /** The postal addresses; services document one at the most. */
  public static final Field<User, List<PostalAddress>> ADDRESSES = Field.shared("addresses");

  private UserFields() {}

  /**
   * A field that only one provider has.
   *
   * @param name as the service spells it
   * @return a field whose value is JSON text, for example {@code "\"Ada\""}
   */
  public static Field<User, String> provider(String name) {
    return Field.ofProvider(name);
  }

  /**
   * Starts the fields of a new user.
   *
   * @param userName the unique name
   * @return fields with the name alone
   */
  public static FieldValues<User> named(String userName) {
    return FieldValues.<User>none().with(USER_NAME, userName);
  }
}
