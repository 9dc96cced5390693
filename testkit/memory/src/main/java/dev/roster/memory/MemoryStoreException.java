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

  private MemoryStoreException(ErrorDescription description, @Nullable String resourceId) {
    super(description.message().orElseGet(() -> description.code().advice()));
    this.description = description;
    this.resourceId = resourceId;
  }

  /**
   * A failure without a missing thing.
   *
   * @param description what happened
   */
  public MemoryStoreException(ErrorDescription description) {
    this(Objects.requireNonNull(description, "description must not be null"), null);
  }

  static MemoryStoreException refused(ErrorCode code, String message) {
    return new MemoryStoreException(
        ErrorDescription.builder(code, Reach.REFUSED)
            .providerCode(code.name())
            .message(message)
            .build());
  }

  static MemoryStoreException notFound(Resource missing, String id) {
    return new MemoryStoreException(
        ErrorDescription.builder(ErrorCode.NOT_FOUND, Reach.REFUSED)
            .providerCode(ErrorCode.NOT_FOUND.name())
            .missing(missing)
            .message("there is no such " + missing.name().toLowerCase(Locale.ROOT))
            .build(),
        id);
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
   * @return empty where nothing is missing
   */
  public Optional<String> resourceId() {
    return Optional.ofNullable(resourceId);
  }
}
