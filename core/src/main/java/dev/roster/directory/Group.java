package dev.roster.directory;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A group as a service described it at one moment. Immutable. */
public final class Group extends DirectoryEntry<GroupId, Group> {

  private Group(GroupId id, FieldValues<Group> fields, Details details) {
    super(id, fields, details);
  }

  /**
   * A group of which the identifier and some fields are known.
   *
   * @param id the identifier
   * @param fields the fields
   * @return a new value
   */
  public static Group of(GroupId id, FieldValues<Group> fields) {
    return new Group(id, fields, Details.NONE);
  }

  /**
   * This, with identifiers in other systems.
   *
   * @param ids the identifiers
   * @return a new value
   */
  public Group withExternalIds(List<ExternalId> ids) {
    return new Group(id(), fields(), details().withExternalIds(ids));
  }

  /**
   * This, with audit details.
   *
   * @param audit who created and changed it and when
   * @return a new value
   */
  public Group withAudit(AuditDetails audit) {
    return new Group(id(), fields(), details().withAudit(audit));
  }

  /**
   * This, with the service's mark of the version.
   *
   * @param revision the mark; null where there is none
   * @return a new value
   */
  public Group withRevision(@Nullable String revision) {
    return new Group(id(), fields(), details().withRevision(revision));
  }

  @Override
  public Set<LookupKey<Group>> keys() {
    return Stream.concat(
            displayName().filter(name -> !name.isBlank()).map(LookupKey::groupName).stream(),
            externalIds().stream().map(LookupKey::group))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@return the unique name; empty where the group has none} */
  public Optional<String> displayName() {
    return get(GroupFields.DISPLAY_NAME);
  }

  /** {@return what the group is for; empty where it does not say} */
  public Optional<String> description() {
    return get(GroupFields.DESCRIPTION);
  }
}
