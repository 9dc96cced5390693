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

  private MemoryStoreException(
      ErrorDescription description, @Nullable String resourceId, @Nullable Fault fault) {
    super(description.message().orElseGet(() -> description.code().advice()));
    this.description = description;
    this.resourceId = resourceId;
    this.fault = fault;
  }

  static MemoryStoreException scripted(Fault fault, ErrorDescription description) {
    return new MemoryStoreException(description, null, fault);
  }

  static MemoryStoreException refused(ErrorCode code, String message) {
    return new MemoryStoreException(
        ErrorDescription.builder(code, Reach.REFUSED)
            .providerCode(code.name())
            .message(message)
            .build(),
        null,
        null);
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
        missing(missing), Objects.requireNonNull(id, "id must not be null"), null);
  }

  static MemoryStoreException notInGroup() {
    return new MemoryStoreException(missing(Resource.MEMBERSHIP), null, null);
  }

  private static ErrorDescription missing(Resource missing) {
    String kind = missing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return ErrorDescription.builder(ErrorCode.NOT_FOUND, Reach.REFUSED)
        .providerCode(ErrorCode.NOT_FOUND.name())
        .missing(missing)
        .message("there is no such " + kind)
        .build();
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
}
