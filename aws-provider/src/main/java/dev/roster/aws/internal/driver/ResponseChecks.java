package dev.roster.aws.internal.driver;

import dev.roster.AuditDetails;
import dev.roster.IdentityStoreId;
import dev.roster.aws.internal.proof.InvalidResponseException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreResponse;

/**
 * The checks of one response. The SDK leaves out quietly what a response does not have, so
 * everything that is needed is checked here.
 */
class ResponseChecks {

  private final IdentityStoreId store;
  private final @Nullable String requestId;

  ResponseChecks(IdentityStoreId store, IdentitystoreResponse response) {
    this.store = store;
    this.requestId = requestId(response);
    requireRequestId();
  }

  static @Nullable String requestId(IdentitystoreResponse response) {
    String id =
        response.responseMetadata() == null ? null : response.responseMetadata().requestId();
    return id == null || id.isBlank() || id.equals("UNKNOWN") ? null : id;
  }

  /** Every response of the service has one; what something else says in its place has none. */
  private void requireRequestId() {
    if (requestId == null) {
      throw bad("the response has no request id: it is not the service's");
    }
  }

  /** The store as the caller spelt it: configured by its ARN, a response has the short form. */
  final IdentityStoreId store() {
    return store;
  }

  final void requireStore(@Nullable String given) {
    requireSame("IdentityStoreId", store.value(), given);
  }

  final <T> T required(String name, @Nullable String value, Function<String, T> type) {
    String text = present(name, value);
    try {
      return type.apply(text);
    } catch (IllegalArgumentException invalid) {
      throw bad("the response has an unusable %s: %s".formatted(name, invalid.getMessage()));
    }
  }

  /** A response about something else than was asked for is no response to it. */
  final void requireSame(String name, String asked, @Nullable String given) {
    if (given != null && !isSame(asked, given)) {
      throw bad("the response is about another %s than was asked for".formatted(name));
    }
  }

  static boolean isSame(String asked, String given) {
    return given.equals(asked) || barePart(given).equals(barePart(asked));
  }

  /**
   * What two spellings of one id have in common. The service may spell an id as an ARN that ends in
   * it, and a UUID in either case.
   */
  static String barePart(String id) {
    return id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  final <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw bad("the response has no " + name);
    }
    return value;
  }

  static AuditDetails audit(
      @Nullable Instant createdAt,
      @Nullable String createdBy,
      @Nullable Instant updatedAt,
      @Nullable String updatedBy) {
    return AuditDetails.none().withCreated(createdAt, createdBy).withUpdated(updatedAt, updatedBy);
  }

  final InvalidResponseException bad(String message) {
    return new InvalidResponseException(message, requestId);
  }
}
