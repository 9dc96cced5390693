package dev.roster.aws.internal.driver;

import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import dev.roster.aws.internal.attributes.EntryFields;
import dev.roster.aws.internal.attributes.Extensions;
import dev.roster.aws.internal.attributes.KeyRules;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.identitystore.model.CreateUserRequest;
import software.amazon.awssdk.services.identitystore.model.DeleteUserRequest;
import software.amazon.awssdk.services.identitystore.model.DescribeUserRequest;
import software.amazon.awssdk.services.identitystore.model.GetUserIdRequest;
import software.amazon.awssdk.services.identitystore.model.ListUsersRequest;
import software.amazon.awssdk.services.identitystore.model.UpdateUserRequest;

/** The users, one SDK call per method. */
final class AwsUsers extends AwsEntries<UserId, User> {

  AwsUsers(IdentityStoreId store, SdkExchange exchange, boolean strict) {
    super(
        store,
        exchange,
        strict,
        EntryFields.USERS,
        new Paths("userName", "UserName", "UserName"),
        new Names("User", "UserId"),
        EntryTraits.<User>builder()
            .lookups(LookupKey.Kind.NAME, LookupWay.DIRECT, LookupWay.LISTING)
            .lookups(LookupKey.Kind.EMAIL, LookupWay.DIRECT));
  }

  @Override
  public void check(LookupKey<User> key) {
    KeyRules.checkUser(key, strict());
  }

  @Override
  public User get(UserId id, AttemptContext attempt) {
    var request =
        exchange()
            .limit(DescribeUserRequest.builder(), attempt)
            .identityStoreId(storeId())
            .userId(id.value())
            .extensions(Extensions.ENTERPRISE)
            .build();
    var response = send(FieldValues.none(), attempt, sdk -> sdk.describeUser(request));
    return read(response).user(id, response);
  }

  @Override
  public UserId find(LookupKey<User> key, LookupWay way, AttemptContext attempt) {
    var request =
        exchange()
            .limit(GetUserIdRequest.builder(), attempt)
            .identityStoreId(storeId())
            .alternateIdentifier(identifier(key, way))
            .build();
    var response = look(key, attempt, sdk -> sdk.getUserId(request));
    return read(response).userId(response.userId(), response.identityStoreId());
  }

  /** The filter is deprecated in favor of look-ups, which not every store has. */
  @Override
  @SuppressWarnings("deprecation")
  public RawPage<User> list(
      @Nullable LookupKey<User> filter, PageRequest page, AttemptContext attempt) {
    var request =
        exchange()
            .limit(ListUsersRequest.builder(), attempt)
            .identityStoreId(storeId())
            .extensions(Extensions.ENTERPRISE)
            .maxResults(page.size())
            .nextToken(page.token().orElse(null))
            .filters(filters(filter))
            .build();
    var response = list(filter, attempt, sdk -> sdk.listUsers(request));
    return read(response).users(response.hasUsers(), response.users(), response.nextToken());
  }

  @Override
  public CreatedEntry<UserId> create(FieldValues<User> fields, AttemptContext attempt) {
    var builder = exchange().limit(CreateUserRequest.builder(), attempt).identityStoreId(storeId());
    var request = NewUser.fill(builder, modelled(fields)).build();
    var response = send(fields, attempt, sdk -> sdk.createUser(request));
    return CreatedEntry.of(read(response).userId(response.userId(), response.identityStoreId()));
  }

  @Override
  public void update(UserId id, FieldChanges<User> changes, AttemptContext attempt) {
    var request =
        exchange()
            .limit(UpdateUserRequest.builder(), attempt)
            .identityStoreId(storeId())
            .userId(id.value())
            .operations(operations(changes))
            .build();
    read(send(changes.values(), attempt, sdk -> sdk.updateUser(request)));
  }

  @Override
  public void delete(UserId id, AttemptContext attempt) {
    var request =
        exchange()
            .limit(DeleteUserRequest.builder(), attempt)
            .identityStoreId(storeId())
            .userId(id.value())
            .build();
    read(send(FieldValues.none(), attempt, sdk -> sdk.deleteUser(request)));
  }
}
