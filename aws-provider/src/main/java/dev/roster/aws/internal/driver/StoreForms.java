package dev.roster.aws.internal.driver;

import dev.roster.IdentityStoreId;
import dev.roster.aws.internal.driver.JsonExchange.JsonResponse;
import dev.roster.aws.internal.proof.InvalidResponseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;

/**
 * The forms of requests and responses about stores as a whole.
 *
 * @param members the members of a response, or of an object in it
 * @param requestId the service's id of the request
 */
public record StoreForms(Map<String, Document> members, String requestId) {

  public static final String VPC_ENDPOINT = "VpceAccessRequired";
  public static final String SOURCE_VPCS = "ApiRestrictSourceVpcs";
  public static final String SOURCE_IPS = "ApiAllowSourceIps";
  public static final String SCIM_SOURCE_IPS = "ScimAllowSourceIps";
  public static final String STORE = "IdentityStoreId";
  public static final String NETWORK = "NetworkConfiguration";

  public static StoreForms of(JsonResponse response) {
    return new StoreForms(response.members(), response.requestId());
  }

  /** {@return the input for a page} */
  public static Map<String, Document> page(int size, @Nullable String token) {
    Map<String, Document> input = new LinkedHashMap<>();
    input.put("MaxResults", Document.fromNumber(size));
    if (token != null) {
      input.put("NextToken", Document.fromString(token));
    }
    return input;
  }

  /** {@return the input that names a store} */
  public static Map<String, Document> store(IdentityStoreId store) {
    Map<String, Document> input = new LinkedHashMap<>();
    input.put(STORE, Document.fromString(store.value()));
    return input;
  }

  /** {@return the input that names a store, with what is set for it; an empty list is refused} */
  public static Map<String, Document> configured(
      IdentityStoreId store, boolean vpcEndpoint, Map<String, List<String>> lists) {
    Map<String, Document> configuration = new LinkedHashMap<>();
    configuration.put(VPC_ENDPOINT, Document.fromBoolean(vpcEndpoint));
    lists.forEach((name, items) -> configuration.put(name, texts(items)));
    configuration.values().removeIf(value -> value.isList() && value.asList().isEmpty());
    Map<String, Document> input = store(store);
    input.put(NETWORK, Document.fromMap(configuration));
    return input;
  }

  private static Document texts(List<String> items) {
    return Document.fromList(items.stream().map(Document::fromString).toList());
  }

  /** {@return a text that must be there} */
  public String required(String name) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      throw bad("the response has no " + name);
    }
    return text;
  }

  /** {@return a text; null where there is none, or an empty one} */
  public @Nullable String text(String name) {
    Document value = present(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw bad("the response has an unusable " + name);
    }
    return value.asString().isEmpty() ? null : value.asString();
  }

  /** {@return a flag that must be there} */
  public boolean flag(String name) {
    Document value = present(name);
    if (value == null || !value.isBoolean()) {
      throw bad("the response has no usable " + name);
    }
    return value.asBoolean();
  }

  /** {@return the texts of a list; none where there is no list} */
  public List<String> texts(String name) {
    List<Document> items = items(name);
    if (items == null) {
      return List.of();
    }
    if (!items.stream().allMatch(Document::isString)) {
      throw bad("the response has an unusable " + name);
    }
    return items.stream().map(Document::asString).toList();
  }

  /** {@return the objects of a list that must be there} */
  public List<StoreForms> objects(String name) {
    List<Document> items = items(name);
    if (items == null || !items.stream().allMatch(Document::isMap)) {
      throw bad("the response has no usable " + name);
    }
    return items.stream().map(each -> new StoreForms(each.asMap(), requestId)).toList();
  }

  /** {@return an object; null where there is none} */
  public @Nullable StoreForms object(String name) {
    Document value = present(name);
    if (value == null) {
      return null;
    }
    if (!value.isMap()) {
      throw bad("the response has an unusable " + name);
    }
    return new StoreForms(value.asMap(), requestId);
  }

  private @Nullable List<Document> items(String name) {
    Document value = present(name);
    if (value != null && !value.isList()) {
      throw bad("the response has an unusable " + name);
    }
    return value == null ? null : value.asList();
  }

  private @Nullable Document present(String name) {
    Document value = members.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** {@return what to throw where the response is of no use} */
  public InvalidResponseException bad(String message) {
    return new InvalidResponseException(message, requestId);
  }
}
