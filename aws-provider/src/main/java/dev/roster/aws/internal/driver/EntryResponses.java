package dev.roster.aws.internal.driver;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import dev.roster.aws.internal.attributes.EntryFields;
import dev.roster.aws.internal.attributes.ModelObject;
import dev.roster.aws.internal.proof.ResponseBody;
import dev.roster.directory.ExternalId;
import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.spi.RawPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreResponse;

/** Reads one response about users or groups. */
final class EntryResponses extends ResponseChecks {

  private static final String USER_ID = "UserId";
  private static final String GROUP_ID = "GroupId";

  private final Map<String, String> revisions = new HashMap<>();

  EntryResponses(IdentityStoreId store, IdentitystoreResponse response) {
    super(store, response);
    SdkHttpResponse head = response.sdkHttpResponse();
    if (head != null) {
      head.matchingHeaders(ResponseBody.REVISIONS).forEach(this::note);
    }
  }

  private void note(String revisionOfId) {
    int blank = revisionOfId.indexOf(' ');
    revisions.put(barePart(revisionOfId.substring(blank + 1)), revisionOfId.substring(0, blank));
  }

  UserId userId(@Nullable String id, @Nullable String ofStore) {
    requireStore(ofStore);
    return required(USER_ID, id, UserId::new);
  }

  GroupId groupId(@Nullable String id, @Nullable String ofStore) {
    requireStore(ofStore);
    return required(GROUP_ID, id, GroupId::new);
  }

  User user(UserId asked, SdkPojo response) {
    ModelObject user = new ModelObject(response);
    requireSame(USER_ID, asked.value(), present(USER_ID, user.text(USER_ID)));
    return user(asked, user);
  }

  Group group(GroupId asked, SdkPojo response) {
    ModelObject group = new ModelObject(response);
    requireSame(GROUP_ID, asked.value(), present(GROUP_ID, group.text(GROUP_ID)));
    return group(asked, group);
  }

  RawPage<User> users(
      boolean present,
      List<software.amazon.awssdk.services.identitystore.model.User> items,
      @Nullable String nextToken) {
    return page("Users", present, items, nextToken, this::listedUser);
  }

  RawPage<Group> groups(
      boolean present,
      List<software.amazon.awssdk.services.identitystore.model.Group> items,
      @Nullable String nextToken) {
    return page("Groups", present, items, nextToken, this::listedGroup);
  }

  private <T extends SdkPojo, E> RawPage<E> page(
      String name,
      boolean present,
      List<T> items,
      @Nullable String nextToken,
      Function<ModelObject, E> reader) {
    if (!present) {
      throw bad("the response has no " + name);
    }
    return RawPage.of(
        items.stream().map(each -> reader.apply(new ModelObject(present(name, each)))).toList(),
        nextToken);
  }

  private User listedUser(ModelObject user) {
    return user(required(USER_ID, user.text(USER_ID), UserId::new), user);
  }

  private Group listedGroup(ModelObject group) {
    return group(required(GROUP_ID, group.text(GROUP_ID), GroupId::new), group);
  }

  private User user(UserId id, ModelObject user) {
    requireStore(user.text("IdentityStoreId"));
    EntryFields<User> fields = EntryFields.USERS;
    return User.of(id, fields.values(user.documents(fields.members())))
        .withExternalIds(externalIds(user))
        .withEnabled(enabled(user.text("UserStatus")))
        .withRevision(revisions.get(barePart(id.value())))
        .withAudit(audit(user));
  }

  private Group group(GroupId id, ModelObject group) {
    requireStore(group.text("IdentityStoreId"));
    EntryFields<Group> fields = EntryFields.GROUPS;
    return Group.of(id, fields.values(group.documents(fields.members())))
        .withExternalIds(externalIds(group))
        .withRevision(revisions.get(barePart(id.value())))
        .withAudit(audit(group));
  }

  private List<ExternalId> externalIds(ModelObject entry) {
    return entry.objects("ExternalIds").stream().flatMap(EntryResponses::externalId).toList();
  }

  /** One without content finds nothing, and is no reason to refuse the entry. */
  private static Stream<ExternalId> externalId(ModelObject given) {
    String issuer = given.text("Issuer");
    String id = given.text("Id");
    if (issuer == null || id == null || issuer.isBlank() || id.isBlank()) {
      return Stream.empty();
    }
    return Stream.of(new ExternalId(issuer, id));
  }

  /** A status that this version does not know says nothing. */
  private static @Nullable Boolean enabled(@Nullable String status) {
    return switch (status == null ? "" : status) {
      case "ENABLED" -> true;
      case "DISABLED" -> false;
      default -> null;
    };
  }

  private static AuditDetails audit(ModelObject entry) {
    return audit(
        entry.time("CreatedAt"),
        entry.text("CreatedBy"),
        entry.time("UpdatedAt"),
        entry.text("UpdatedBy"));
  }
}
