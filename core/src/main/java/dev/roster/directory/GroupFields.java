package dev.roster.directory;

/** The fields of a group that several services have. */
public final class GroupFields {

  /** The unique name, which is also what is shown to people. */
  public static final Field<Group, String> DISPLAY_NAME = Field.shared("displayName");

  /** What the group is for. */
  public static final Field<Group, String> DESCRIPTION = Field.shared("description");

  private GroupFields() {}

  /**
   * A field that only one provider has.
   *
   * @param name as the service spells it
   * @return a field whose value is JSON text
   */
  public static Field<Group, String> provider(String name) {
    return Field.ofProvider(name);
  }

  /**
   * Starts the fields of a new group.
   *
   * @param displayName the unique name
   * @return fields with the name alone
   */
  public static FieldValues<Group> named(String displayName) {
    return FieldValues.<Group>none().with(DISPLAY_NAME, displayName);
  }
}
