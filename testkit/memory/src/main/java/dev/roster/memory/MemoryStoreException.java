package dev.roster.memory;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a store refused a request, or what a scripted fault made of it. */
public final class MemoryStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  // Never sent anywhere: it lives as long as the test that caused it.
  private final transient ErrorDescription description;
  private final transient @Nullable String resourceId;
  private final transient @Nullable Fault fault;
  private final transient @Nullable String notUnique;

  private MemoryStoreException(
      ErrorDescription description,
      @Nullable String resourceId,
      @Nullable Fault fault,
      @Nullable String notUnique) {
    super(description.message().orElseGet(() -> description.code().advice()));
    this.description = description;
    this.resourceId = resourceId;
    this.fault = fault;
    this.notUnique = notUnique;
  }

  static MemoryStoreException of(Fault fault) {
    return of(fault, "scripted fault " + fault);
  }

  /**
   * What a fault makes of a request, for servers that have reasons of their own to spoil one.
   *
   * @param fault the fault
   * @param message what to tell the caller
   * @return a new exception
   */
  public static MemoryStoreException of(Fault fault, String message) {
    Objects.requireNonNull(message, "message must not be null");
    ErrorDescription description =
        ErrorDescription.builder(fault.kind().code(), fault.kind().reach())
            .providerCode(fault.kind().name())
            .retryAfter(fault.retryAfter().orElse(null))
            .message(message)
            .build();
    return new MemoryStoreException(description, null, fault, null);
  }

  /**
   * A refusal for any other reason.
   *
   * @param code the reason
   * @param message what to tell the caller
   * @return a new exception
   */
  public static MemoryStoreException refused(ErrorCode code, String message) {
    return new MemoryStoreException(described(code, message), null, null, null);
  }

  /**
   * A refusal because the membership is there.
   *
   * @return a new exception
   */
  public static MemoryStoreException alreadyMember() {
    return new MemoryStoreException(
        described(ErrorCode.ALREADY_MEMBER, "the member is in the group already"),
        null,
        null,
        "memberId");
  }

  /**
   * A refusal because an attribute must be unique. Its value stays out of the message: it is a
   * person's name or address.
   *
   * @param kind the kind of thing that has it
   * @param path which attribute
   * @return a new exception
   */
  public static MemoryStoreException notUnique(Resource kind, String path) {
    String message = "another %s has this %s; it must be unique".formatted(name(kind), path);
    return new MemoryStoreException(described(ErrorCode.CONFLICT, message), null, null, path);
  }

  /**
   * A refusal because something does not exist.
   *
   * @param missing the kind of thing
   * @param id its identifier
   * @return a new exception
   */
  public static MemoryStoreException notFound(Resource missing, String id) {
    return new MemoryStoreException(
        missing(missing), Objects.requireNonNull(id, "id must not be null"), null, null);
  }

  /**
   * A refusal because something does not exist that was not asked for by its identifier.
   *
   * @param missing the kind of thing
   * @return a new exception
   */
  public static MemoryStoreException notFound(Resource missing) {
    return new MemoryStoreException(missing(missing), null, null, null);
  }

  private static ErrorDescription missing(Resource missing) {
    return ErrorDescription.builder(ErrorCode.NOT_FOUND, Reach.REFUSED)
        .providerCode(ErrorCode.NOT_FOUND.name())
        .missing(missing)
        .message("there is no such " + name(missing))
        .build();
  }

  private static ErrorDescription described(ErrorCode code, String message) {
    return ErrorDescription.builder(code, Reach.REFUSED)
        .providerCode(code.name())
        .message(message)
        .build();
  }

  private static String name(Resource kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * What happened, as a driver says it.
   *
   * @return never null
   */
  public ErrorDescription description() {
    return description;
  }

  /**
   * The identifier of what is missing.
   *
   * @return empty where nothing is missing, or what is missing was not asked for by its identifier
   */
  public Optional<String> resourceId() {
    return Optional.ofNullable(resourceId);
  }

  /**
   * The scripted fault that caused this, for servers that turn it into a form of their protocol.
   *
   * @return empty where the store itself refused
   */
  public Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /**
   * Whether something that must be unique is there already: a membership of the same pair, or an
   * attribute that another user or group has. Other conflicts are of a script's making.
   *
   * @return true where a service would speak of uniqueness
   */
  public boolean isUniquenessViolation() {
    return notUnique != null;
  }

  /**
   * Which attribute is not unique.
   *
   * @return its path, for example {@code userName}; {@code memberId} for a second membership of the
   *     same pair; empty where nothing is
   */
  public Optional<String> notUnique() {
    return Optional.ofNullable(notUnique);
  }
}
