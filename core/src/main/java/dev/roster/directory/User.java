package dev.roster.directory;

import dev.roster.AuditDetails;
import dev.roster.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user as a service described it at one moment. Immutable. */
public final class User extends DirectoryEntry<UserId, User> {

  private User(UserId id, FieldValues<User> fields, Details details) {
    super(id, fields, details);
  }

  /**
   * A user of which the identifier and some fields are known.
   *
   * @param id the identifier
   * @param fields the fields
   * @return a new value
   */
  public static User of(UserId id, FieldValues<User> fields) {
    return new User(id, fields, Details.NONE);
  }

  /**
   * This, with identifiers in other systems.
   *
   * @param ids the identifiers
   * @return a new value
   */
  public User withExternalIds(List<ExternalId> ids) {
    return new User(id(), fields(), details().withExternalIds(ids));
  }

  /**
   * This, with audit details.
   *
   * @param audit who created and changed it and when
   * @return a new value
   */
  public User withAudit(AuditDetails audit) {
    return new User(id(), fields(), details().withAudit(audit));
  }

  /**
   * This, with the service's mark of the version.
   *
   * @param revision the mark; null where there is none
   * @return a new value
   */
  public User withRevision(@Nullable String revision) {
    return new User(id(), fields(), details().withRevision(revision));
  }

  /**
   * This, as one that can sign in or not.
   *
   * @param enabled whether it can; null where the service does not say
   * @return a new value
   */
  public User withEnabled(@Nullable Boolean enabled) {
    return new User(id(), fields(), details().withEnabled(enabled));
  }

  @Override
  public Set<LookupKey<User>> keys() {
    Stream<LookupKey<User>> names =
        userName().filter(name -> !name.isBlank()).map(LookupKey::userName).stream();
    Stream<LookupKey<User>> addresses =
        emails().stream()
            .map(ContactPoint::value)
            .filter(address -> !address.isBlank())
            .map(LookupKey::email);
    Stream<LookupKey<User>> elsewhere = externalIds().stream().map(LookupKey::user);
    return Stream.of(names, addresses, elsewhere)
        .flatMap(keys -> keys)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@return the unique name; empty where the service does not send it} */
  public Optional<String> userName() {
    return get(UserFields.USER_NAME);
  }

  /** {@return the name that is shown to people} */
  public Optional<String> displayName() {
    return get(UserFields.DISPLAY_NAME);
  }

  /** {@return the parts of the person's name} */
  public Optional<PersonName> name() {
    return get(UserFields.NAME);
  }

  /** {@return the e-mail addresses; empty where there are none} */
  public List<ContactPoint> emails() {
    return get(UserFields.EMAILS).orElse(List.of());
  }

  /** {@return the phone numbers; empty where there are none} */
  public List<ContactPoint> phoneNumbers() {
    return get(UserFields.PHONE_NUMBERS).orElse(List.of());
  }

  /** {@return the postal addresses; empty where there are none} */
  public List<PostalAddress> addresses() {
    return get(UserFields.ADDRESSES).orElse(List.of());
  }

  /** {@return whether the user can sign in; empty where the service does not say} */
  public Optional<Boolean> enabled() {
    return Optional.ofNullable(details().enabled());
  }
}
