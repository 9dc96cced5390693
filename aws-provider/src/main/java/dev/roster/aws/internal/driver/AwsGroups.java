package dev.roster.aws.internal.driver;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.aws.internal.attributes.EntryFields;
import dev.roster.aws.internal.attributes.KeyRules;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.identitystore.model.CreateGroupRequest;
import software.amazon.awssdk.services.identitystore.model.DeleteGroupRequest;
import software.amazon.awssdk.services.identitystore.model.DescribeGroupRequest;
import software.amazon.awssdk.services.identitystore.model.GetGroupIdRequest;
import software.amazon.awssdk.services.identitystore.model.ListGroupsRequest;
import software.amazon.awssdk.services.identitystore.model.UpdateGroupRequest;

/** The groups, one SDK call per method. */
final class AwsGroups extends AwsEntries<GroupId, Group> {

  private static final LookupWay[] LOOKUPS_BY_NAME = {
    LookupWay.DIRECT, LookupWay.DIRECT_ALTERNATE, LookupWay.LISTING
  };

  AwsGroups(IdentityStoreId store, SdkExchange exchange, boolean strict) {
    super(
        store,
        exchange,
        strict,
        EntryFields.GROUPS,
        new Paths("displayName", "DisplayName", "DisplayName"),
        new Names("Group", "GroupId"),
        EntryTraits.<Group>builder().lookups(LookupKey.Kind.NAME, LOOKUPS_BY_NAME));
  }

  @Override
  public void check(LookupKey<Group> key) {
    KeyRules.check(key, "displayName", strict());
  }

  @Override
  public Group get(GroupId id, AttemptContext attempt) {
    var request =
        exchange()
            .limit(DescribeGroupRequest.builder(), attempt)
            .identityStoreId(storeId())
            .groupId(id.value())
            .build();
    var response = send(FieldValues.none(), attempt, sdk -> sdk.describeGroup(request));
    return read(response).group(id, response);
  }

  @Override
  public GroupId find(LookupKey<Group> key, LookupWay way, AttemptContext attempt) {
    var request =
        exchange()
            .limit(GetGroupIdRequest.builder(), attempt)
            .identityStoreId(storeId())
            .alternateIdentifier(identifier(key, way))
            .build();
    var response = look(key, attempt, sdk -> sdk.getGroupId(request));
    return read(response).groupId(response.groupId(), response.identityStoreId());
  }

  /** The filter is deprecated in favor of look-ups, which not every store has. */
  @Override
  @SuppressWarnings("deprecation")
  public RawPage<Group> list(
      @Nullable LookupKey<Group> filter, PageRequest page, AttemptContext attempt) {
    var request =
        exchange()
            .limit(ListGroupsRequest.builder(), attempt)
            .identityStoreId(storeId())
            .maxResults(page.size())
            .nextToken(page.token().orElse(null))
            .filters(filters(filter))
            .build();
    var response = list(filter, attempt, sdk -> sdk.listGroups(request));
    return read(response).groups(response.hasGroups(), response.groups(), response.nextToken());
  }

  @Override
  public CreatedEntry<GroupId> create(FieldValues<Group> fields, AttemptContext attempt) {
    var request =
        exchange()
            .limit(CreateGroupRequest.builder(), attempt)
            .identityStoreId(storeId())
            .displayName(fields.get(GroupFields.DISPLAY_NAME).orElse(null))
            .description(fields.get(GroupFields.DESCRIPTION).orElse(null))
            .build();
    var response = send(fields, attempt, sdk -> sdk.createGroup(request));
    return CreatedEntry.of(read(response).groupId(response.groupId(), response.identityStoreId()));
  }

  @Override
  public void update(GroupId id, FieldChanges<Group> changes, AttemptContext attempt) {
    var request =
        exchange()
            .limit(UpdateGroupRequest.builder(), attempt)
            .identityStoreId(storeId())
            .groupId(id.value())
            .operations(operations(changes))
            .build();
    read(send(changes.values(), attempt, sdk -> sdk.updateGroup(request)));
  }

  @Override
  public void delete(GroupId id, AttemptContext attempt) {
    var request =
        exchange()
            .limit(DeleteGroupRequest.builder(), attempt)
            .identityStoreId(storeId())
            .groupId(id.value())
            .build();
    read(send(FieldValues.none(), attempt, sdk -> sdk.deleteGroup(request)));
  }
}
