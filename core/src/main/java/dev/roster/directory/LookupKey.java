package dev.roster.directory;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one user or group is found by: a name, an e-mail address or an external id, exactly as the
 * store has it. Immutable.
 *
 * @param <E> {@link User} or {@link Group}
 */
// The parameter keeps the key of a user from a call about groups.
@SuppressWarnings("UnusedTypeParameter")
public final class LookupKey<E> {

  /** What a key is made of. New ones may be added. */
  public enum Kind {
    /** The unique name: user name of a user, display name of a group. */
    NAME("name"),
    /** An e-mail address of a user. */
    EMAIL("e-mail address"),
    /** An identifier in another system. */
    EXTERNAL_ID("external id");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** {@return the kind in words, for messages} */
    public String words() {
      return words;
    }
  }

  private final Kind kind;
  private final String value;
  private final @Nullable ExternalId externalId;

  private LookupKey(Kind kind, String value, @Nullable ExternalId externalId) {
    this.kind = kind;
    this.value = Objects.requireNonNull(value, () -> kind.words() + " must not be null");
    this.externalId = externalId;
    if (value.isBlank()) {
      throw new IllegalArgumentException(kind.words() + " must not be blank");
    }
  }

  /**
   * A user by its user name.
   *
   * @param userName the exact name
   * @return a new key
   */
  public static LookupKey<User> userName(String userName) {
    return new LookupKey<>(Kind.NAME, userName, null);
  }

  /**
   * A user by an e-mail address.
   *
   * @param address the exact address
   * @return a new key
   */
  public static LookupKey<User> email(String address) {
    return new LookupKey<>(Kind.EMAIL, address, null);
  }

  /**
   * A user by its identifier in another system.
   *
   * @param externalId issuer and identifier
   * @return a new key
   */
  public static LookupKey<User> user(ExternalId externalId) {
    return new LookupKey<>(Kind.EXTERNAL_ID, externalId.id(), externalId);
  }

  /**
   * A group by its name.
   *
   * @param displayName the exact name
   * @return a new key
   */
  public static LookupKey<Group> groupName(String displayName) {
    return new LookupKey<>(Kind.NAME, displayName, null);
  }

  /**
   * A group by its identifier in another system.
   *
   * @param externalId issuer and identifier
   * @return a new key
   */
  public static LookupKey<Group> group(ExternalId externalId) {
    return new LookupKey<>(Kind.EXTERNAL_ID, externalId.id(), externalId);
  }

  /** {@return what the key is made of} */
  public Kind kind() {
    return kind;
  }

  /**
   * The text that is looked up.
   *
   * @return the name or address; the identifier alone for an external id
   */
  public String value() {
    return value;
  }

  /**
   * The external id.
   *
   * @return empty for other kinds of key
   */
  public Optional<ExternalId> externalId() {
    return Optional.ofNullable(externalId);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LookupKey<?> that
        && kind == that.kind
        && value.equals(that.value)
        && Objects.equals(externalId, that.externalId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, value);
  }

  /** The kind only: values are personal data. */
  @Override
  public String toString() {
    return "LookupKey[" + kind + "]";
  }
}
