package dev.roster.emulator;

import dev.roster.emulator.Directory.Entity;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The operations on users, which are those on groups with other names. */
final class HuaweiEntities {

  private static final String FAKE_PASSWORD = "FAKE-one-time-password-1";

  private final HuaweiResource resource;
  private final HuaweiReplies replies;
  private final HuaweiRendering rendering;
  private final Set<AlternativeAnswer> answers;

  HuaweiEntities(HuaweiResource resource, HuaweiReplies replies, Set<AlternativeAnswer> answers) {
    this.resource = resource;
    this.replies = replies;
    this.rendering = new HuaweiRendering(answers);
    this.answers = answers;
  }

  Reply create(HuaweiCall call) throws InterruptedException {
    Attributes attributes = call.body(resource.described());
    boolean answersPassword = asksForPassword(call);
    String made = call.answer(store -> resource.of(store).create().apply(attributes));
    Map<String, Object> output = ids(call, made);
    if (answersPassword) {
      output.put("password", FAKE_PASSWORD);
    }
    return replies.created(output);
  }

  Reply describe(HuaweiCall call) throws InterruptedException {
    String id = resource.id(call);
    Entity entry = call.answer(store -> resource.of(store).get().apply(id));
    return replies.ok(rendering.entry(call, resource, entry, resource.described()));
  }

  Reply update(HuaweiCall call) throws InterruptedException {
    String id = resource.id(call);
    HuaweiUpdate update =
        HuaweiUpdate.of(call.body(HuaweiShapes.UPDATE), resource.described(), fixed());
    return call.answer(
        store -> {
          resource.of(store).update().accept(id, update);
          return replies.empty();
        });
  }

  Reply delete(HuaweiCall call) throws Exception {
    String id = resource.id(call);
    return replies.deleted(
        () ->
            call.answer(
                store -> {
                  resource.of(store).delete().accept(id);
                  return id;
                }));
  }

  Reply find(HuaweiCall call) throws InterruptedException {
    Attributes body = call.body(HuaweiShapes.LOOKUP);
    boolean byExternalId = body.get("alternateIdentifier.externalId").isPresent();
    if (byExternalId == body.get("alternateIdentifier.uniqueAttribute").isPresent()) {
      throw new InvalidInputException(
          "alternate_identifier must have exactly one of external_id and unique_attribute");
    }
    return byExternalId ? findByExternalId(call, body) : findByAttribute(call, body);
  }

  Reply list(HuaweiCall call) throws InterruptedException {
    AttributeFilter filter = filter(call);
    PageRequest page = call.page();
    RawPage<Entity> found =
        call.page(page, (store, asked) -> resource.of(store).list().apply(filter, asked));
    RawPage<Map<String, Object>> rendered =
        RawPage.of(
            found.items().stream()
                .map(each -> rendering.entry(call, resource, each, resource.listed()))
                .toList(),
            found.nextToken().orElse(null));
    return replies.ok(rendering.page(resource.listName(), rendered));
  }

  private Reply findByExternalId(HuaweiCall call, Attributes body) throws InterruptedException {
    String issuer = body.text("alternateIdentifier.externalId.issuer").orElseThrow();
    String externalId = body.text("alternateIdentifier.externalId.id").orElseThrow();
    String id =
        call.answer(store -> resource.of(store).findByExternalId().apply(issuer, externalId));
    return replies.ok(ids(call, id));
  }

  private Reply findByAttribute(HuaweiCall call, Attributes body) throws InterruptedException {
    String path = body.text("alternateIdentifier.uniqueAttribute.attributePath").orElseThrow();
    String value = body.text("alternateIdentifier.uniqueAttribute.attributeValue").orElseThrow();
    String unique = resource.uniqueAttribute();
    String spelling =
        answers.contains(AlternativeAnswer.HUAWEI_UNIQUE_PATH_IS_CAMEL_CASE)
            ? unique
            : resource.uniqueName();
    if (!path.equals(spelling)) {
      throw new InvalidInputException("attribute_path must be " + spelling);
    }
    return replies.ok(
        ids(call, call.answer(store -> resource.of(store).find().apply(unique, value))));
  }

  private AttributeFilter filter(HuaweiCall call) {
    String unique = resource.uniqueAttribute();
    return call.query()
        .optionalText(resource.uniqueName(), 0, Integer.MAX_VALUE)
        .filter(text -> !text.isEmpty())
        .map(text -> isFuzzy() ? fuzzy(unique, text) : AttributeFilter.equalTo(unique, text))
        .orElse(AttributeFilter.all());
  }

  private AttributeFilter fuzzy(String attribute, String text) {
    return answers.contains(AlternativeAnswer.HUAWEI_FUZZY_IS_PREFIX)
        ? AttributeFilter.matching(
            "beginning " + attribute + ' ' + text,
            attributes -> attributes.text(attribute).orElse("").startsWith(text))
        : AttributeFilter.containing(attribute, text);
  }

  private boolean isFuzzy() {
    return !resource.isUser()
        || answers.contains(AlternativeAnswer.HUAWEI_USER_NAME_FILTER_IS_FUZZY);
  }

  /** The field that updates leave as it is. */
  private String fixed() {
    boolean canChange =
        !resource.isUser() || answers.contains(AlternativeAnswer.HUAWEI_USER_NAME_CAN_CHANGE);
    return canChange ? "" : resource.uniqueName();
  }

  private boolean asksForPassword(HuaweiCall call) {
    return resource.isUser()
        && call.body(HuaweiShapes.PASSWORD).text("passwordMode").orElseThrow().equals("OTP");
  }

  private Map<String, Object> ids(HuaweiCall call, String id) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("identity_store_id", call.storeId());
    output.put(resource.idName(), id);
    return output;
  }
}
