package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.state.Directory.Entity;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations on users, which are those on groups with other names. */
final class EntityOperations {

  private static final String FAKE_PASSWORD = "FAKE-one-time-password-1";

  private final EntityKind resource;
  private final Successes responses;
  private final Rendering rendering;
  private final Set<AlternativeBehavior> behaviors;

  EntityOperations(EntityKind resource, Successes responses, Set<AlternativeBehavior> behaviors) {
    this.resource = resource;
    this.responses = responses;
    this.rendering = new Rendering(behaviors);
    this.behaviors = behaviors;
  }

  Response create(Call call) throws InterruptedException {
    Attributes attributes = call.body(resource.described());
    boolean returnsPassword = asksForPassword(call);
    String made = call.handle(store -> resource.of(store).create(attributes));
    Map<String, Object> output = ids(call, made);
    if (returnsPassword) {
      output.put("password", FAKE_PASSWORD);
    }
    return responses.created(output);
  }

  /** One that the path names, or several that the body names. */
  Response describe(Call call) throws InterruptedException {
    return call.resourceId().isEmpty() ? query(call) : describeOne(call);
  }

  private Response query(Call call) throws InterruptedException {
    List<?> ids =
        (List<?>) call.body(resource.query()).get(resource.queryAttribute()).orElseThrow();
    List<Entity> entries = call.handle(store -> present(store, ids));
    return responses.ok(Map.of(resource.listName(), rendered(call, entries, resource.described())));
  }

  private List<Entity> present(MemoryIdentityStore store, List<?> ids) {
    return ids.stream()
        .map(String::valueOf)
        .distinct()
        .flatMap(id -> entity(store, id).stream())
        .toList();
  }

  private Optional<Entity> entity(MemoryIdentityStore store, String id) {
    try {
      return Optional.of(resource.of(store).get(id));
    } catch (MemoryStoreException missing) {
      return Optional.empty();
    }
  }

  private Response describeOne(Call call) throws InterruptedException {
    String id = resource.id(call);
    Entity entry = call.handle(store -> resource.of(store).get(id));
    return responses.ok(rendering.entry(call, resource, entry, resource.described()));
  }

  Response update(Call call) throws InterruptedException {
    String id = resource.id(call);
    Update update = Update.of(call.body(Shapes.UPDATE), resource.described(), fixed());
    return call.handle(
        store -> {
          resource.of(store).update(id, update);
          return responses.empty();
        });
  }

  Response delete(Call call) throws Exception {
    String id = resource.id(call);
    return responses.deleted(
        () ->
            call.handle(
                store -> {
                  resource.of(store).delete(id);
                  return id;
                }));
  }

  Response find(Call call) throws InterruptedException {
    Attributes body = call.body(Shapes.LOOKUP);
    boolean byExternalId = body.get("alternateIdentifier.externalId").isPresent();
    if (byExternalId == body.get("alternateIdentifier.uniqueAttribute").isPresent()) {
      throw new InvalidInputException(
          "alternate_identifier must have exactly one of external_id and unique_attribute");
    }
    return byExternalId ? findByExternalId(call, body) : findByAttribute(call, body);
  }

  private List<Map<String, Object>> rendered(Call call, List<Entity> entries, Shape.Fields fields) {
    return entries.stream().map(entry -> rendering.entry(call, resource, entry, fields)).toList();
  }

  Response list(Call call) throws InterruptedException {
    AttributeFilter filter = filter(call);
    PageRequest page = call.page();
    RawPage<Entity> found =
        call.page(page, (store, asked) -> resource.of(store).list(filter, asked));
    var items = rendered(call, found.items(), resource.listed());
    var rendered = RawPage.of(items, found.nextToken().orElse(null));
    return responses.ok(rendering.page(resource.listName(), rendered));
  }

  private Response findByExternalId(Call call, Attributes body) throws InterruptedException {
    String issuer = body.text("alternateIdentifier.externalId.issuer").orElseThrow();
    String externalId = body.text("alternateIdentifier.externalId.id").orElseThrow();
    String id = call.handle(store -> resource.of(store).findByExternalId(issuer, externalId));
    return responses.ok(ids(call, id));
  }

  private Response findByAttribute(Call call, Attributes body) throws InterruptedException {
    String path = body.text("alternateIdentifier.uniqueAttribute.attributePath").orElseThrow();
    String value = body.text("alternateIdentifier.uniqueAttribute.attributeValue").orElseThrow();
    String unique = resource.uniqueAttribute();
    String spelling =
        behaviors.contains(AlternativeBehavior.HUAWEI_UNIQUE_PATH_IS_CAMEL_CASE)
            ? unique
            : resource.uniqueName();
    if (!path.equals(spelling)) {
      throw new InvalidInputException("attribute_path must be " + spelling);
    }
    return responses.ok(ids(call, call.handle(store -> resource.of(store).find(unique, value))));
  }

  private AttributeFilter filter(Call call) {
    String unique = resource.uniqueAttribute();
    return call.query()
        .optionalText(resource.uniqueName(), 0, Integer.MAX_VALUE)
        .filter(text -> !text.isEmpty())
        .map(text -> isFuzzy() ? fuzzy(unique, text) : AttributeFilter.equalTo(unique, text))
        .orElse(AttributeFilter.all());
  }

  private AttributeFilter fuzzy(String attribute, String text) {
    return behaviors.contains(AlternativeBehavior.HUAWEI_FUZZY_IS_PREFIX)
        ? AttributeFilter.matching(
            "beginning " + attribute + ' ' + text,
            attributes -> attributes.text(attribute).orElse("").startsWith(text))
        : AttributeFilter.containing(attribute, text);
  }

  private boolean isFuzzy() {
    return !resource.isUser()
        || behaviors.contains(AlternativeBehavior.HUAWEI_USER_NAME_FILTER_IS_FUZZY);
  }

  /** The field that updates leave as it is. */
  private String fixed() {
    boolean canChange =
        !resource.isUser() || behaviors.contains(AlternativeBehavior.HUAWEI_USER_NAME_CAN_CHANGE);
    return canChange ? "" : resource.uniqueName();
  }

  private boolean asksForPassword(Call call) {
    return resource.isUser()
        && call.body(Shapes.PASSWORD).text("passwordMode").orElseThrow().equals("OTP");
  }

  private Map<String, Object> ids(Call call, String id) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("identity_store_id", call.storeId());
    output.put(resource.idName(), id);
    return output;
  }
}
