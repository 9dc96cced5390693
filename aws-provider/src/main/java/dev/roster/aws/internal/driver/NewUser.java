package dev.roster.aws.internal.driver;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.identitystore.model.Address;
import software.amazon.awssdk.services.identitystore.model.CreateUserRequest;
import software.amazon.awssdk.services.identitystore.model.Email;
import software.amazon.awssdk.services.identitystore.model.Name;
import software.amazon.awssdk.services.identitystore.model.PhoneNumber;
import software.amazon.awssdk.services.identitystore.model.Photo;
import software.amazon.awssdk.services.identitystore.model.Role;

/** Makes the request for a new user of what is known by the names of the service's model. */
final class NewUser {

  private NewUser() {}

  static CreateUserRequest.Builder fill(
      CreateUserRequest.Builder request, Map<String, Document> user) {
    setTexts(request, user);
    Document name = user.get("Name");
    if (name != null) {
      request.name(setTexts(Name.builder(), name.asMap()).build());
    }
    if (user.containsKey("Extensions")) {
      request.extensions(user.get("Extensions").asMap());
    }
    setLists(request, user);
    return request;
  }

  private static void setLists(CreateUserRequest.Builder request, Map<String, Document> user) {
    request
        .emails(items(user, "Emails", each -> setTexts(Email.builder(), each).build()))
        .addresses(items(user, "Addresses", each -> setTexts(Address.builder(), each).build()))
        .phoneNumbers(
            items(user, "PhoneNumbers", each -> setTexts(PhoneNumber.builder(), each).build()))
        .photos(items(user, "Photos", each -> setTexts(Photo.builder(), each).build()))
        .roles(items(user, "Roles", each -> setTexts(Role.builder(), each).build()));
  }

  /** Null for none: an empty list would be sent. */
  private static <T> @Nullable List<T> items(
      Map<String, Document> user, String member, Function<Map<String, Document>, T> reader) {
    Document items = user.get(member);
    return items == null
        ? null
        : items.asList().stream().map(each -> reader.apply(each.asMap())).toList();
  }

  /** Sets what is a text or a flag. */
  private static <B extends SdkPojo> B setTexts(B builder, Map<String, Document> members) {
    for (SdkField<?> field : builder.sdkFields()) {
      Document value = members.get(field.memberName());
      if (value != null && (value.isString() || value.isBoolean())) {
        field.set(builder, value.unwrap());
      }
    }
    return builder;
  }
}
