package dev.roster.directory;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user or group that was created. Immutable.
 *
 * @param <I> {@link dev.roster.UserId} or {@link dev.roster.GroupId}
 */
public final class CreatedEntry<I> {

  private final I id;
  private final @Nullable OneTimePassword password;
  private final boolean settled;

  private CreatedEntry(I id, @Nullable OneTimePassword password, boolean settled) {
    this.id = Objects.requireNonNull(id, "id must not be null");
    this.password = password;
    this.settled = settled;
  }

  /**
   * What a service's response says.
   *
   * @param id the new identifier
   * @param <I> the type of the identifier
   * @return a new value
   */
  public static <I> CreatedEntry<I> of(I id) {
    return new CreatedEntry<>(id, null, false);
  }

  /**
   * What was found by its name after the response was lost.
   *
   * @param id the identifier
   * @param <I> the type of the identifier
   * @return a new value
   */
  public static <I> CreatedEntry<I> settledByName(I id) {
    return new CreatedEntry<>(id, null, true);
  }

  /**
   * This, with the password that the service made.
   *
   * @param made the password
   * @return a new value
   */
  public CreatedEntry<I> withOneTimePassword(OneTimePassword made) {
    return new CreatedEntry<>(
        id, Objects.requireNonNull(made, "password must not be null"), settled);
  }

  /** {@return the identifier} */
  public I id() {
    return id;
  }

  /**
   * The password that the service made for a new user.
   *
   * @return empty where the service makes none, and where the response that held it was lost
   */
  public Optional<OneTimePassword> oneTimePassword() {
    return Optional.ofNullable(password);
  }

  /**
   * Whether the response was lost and the entry was found by its unique name. It has the shared
   * fields that were given, unless it could not be read in time. Another client may have created
   * it, at the same moment or before, and a one-time password is lost.
   *
   * @return false where the service's response says that this call created it
   */
  public boolean wasSettled() {
    return settled;
  }

  @Override
  public String toString() {
    return "CreatedEntry[id=%s, settled=%s]".formatted(id, settled);
  }
}
