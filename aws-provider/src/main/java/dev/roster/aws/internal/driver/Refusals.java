package dev.roster.aws.internal.driver;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.identitystore.model.AccessDeniedException;
import software.amazon.awssdk.services.identitystore.model.ConflictException;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;
import software.amazon.awssdk.services.identitystore.model.InternalServerException;
import software.amazon.awssdk.services.identitystore.model.ResourceNotFoundException;
import software.amazon.awssdk.services.identitystore.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.identitystore.model.ThrottlingException;
import software.amazon.awssdk.services.identitystore.model.ValidationException;

/**
 * Makes the SDK's own exception of an error response that the SDK has not seen, so that everything
 * that looks at exceptions finds in it what it finds in the others.
 */
final class Refusals {

  private static final String CODE_HEADER = "x-amzn-ErrorType";

  private static final Map<String, Supplier<IdentitystoreException.Builder>> MODELLED =
      Map.of(
          "AccessDeniedException", AccessDeniedException::builder,
          "ConflictException", ConflictException::builder,
          "InternalServerException", InternalServerException::builder,
          "ResourceNotFoundException", ResourceNotFoundException::builder,
          "ServiceQuotaExceededException", ServiceQuotaExceededException::builder,
          "ThrottlingException", ThrottlingException::builder,
          "ValidationException", ValidationException::builder);

  private Refusals() {}

  /**
   * The exception of a response.
   *
   * @param head the status and the headers
   * @param members what the body has; empty where it is no JSON object
   */
  static IdentitystoreException of(SdkHttpResponse head, Map<String, Document> members) {
    String code = code(head, members);
    IdentitystoreException.Builder refusal =
        MODELLED.getOrDefault(code == null ? "" : code, IdentitystoreException::builder).get();
    refusal.sdkFields().forEach(field -> set(field, refusal, members.get(field.memberName())));
    String words = first(members, "message", "Message", "errorMessage");
    return (IdentitystoreException)
        refusal
            .message(words)
            .statusCode(head.statusCode())
            .requestId(head.firstMatchingHeader("x-amzn-RequestId").orElse(null))
            .awsErrorDetails(details(head, code, words))
            .build();
  }

  private static AwsErrorDetails details(
      SdkHttpResponse head, @Nullable String code, @Nullable String words) {
    return AwsErrorDetails.builder()
        .serviceName("Identitystore")
        .errorCode(code)
        .errorMessage(words)
        .sdkHttpResponse(head)
        .build();
  }

  /** The text before the first colon, and then after the first hash, as the SDK reads it. */
  private static @Nullable String code(SdkHttpResponse head, Map<String, Document> members) {
    String code = head.firstMatchingHeader(CODE_HEADER).orElse(first(members, "__type", "code"));
    if (code == null || code.isBlank()) {
      return null;
    }
    String name = code.split(":", 2)[0];
    return name.substring(name.indexOf('#') + 1).strip();
  }

  private static @Nullable String first(Map<String, Document> members, String... names) {
    return Stream.of(names)
        .map(members::get)
        .filter(value -> value != null && value.isString())
        .map(Document::asString)
        .findFirst()
        .orElse(null);
  }

  private static void set(SdkField<?> field, Object exception, @Nullable Document value) {
    boolean number = field.marshallingType() == MarshallingType.INTEGER;
    if (value != null && number && value.isNumber()) {
      field.set(exception, value.asNumber().intValue());
    } else if (value != null && !number && value.isString()) {
      field.set(exception, value.asString());
    }
  }
}
