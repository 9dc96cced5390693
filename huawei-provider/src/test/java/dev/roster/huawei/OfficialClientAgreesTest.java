package dev.roster.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import com.huaweicloud.sdk.identitycenterstore.v1.model.AddressDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.AttributeOperationDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateUserReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateUserRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeUserRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeUserResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.EmailDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.EnterpriseDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GroupDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.NameDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.PhoneNumberDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UpdateUserReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UpdateUserRequest;
import dev.roster.DirectoryEntries;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.OneTimePassword;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.Emulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The official client reads what the provider wrote, and the other way round, through the emulator;
 * and the provider gets along with whatever the service does where no source says what it does.
 */
class OfficialClientAgreesTest {

  private final Emulator emulator = Emulator.start();
  private final String store = emulator.store().identityStoreId().value();
  private final RosterClient client = client(emulator);
  private final DirectoryEntries<UserId, User> users = client.directory().users();
  private final DirectoryEntries<GroupId, Group> groups = client.directory().groups();

  @AfterEach
  void close() {
    client.close();
    emulator.close();
  }

  private static RosterClient client(Emulator emulator) {
    return RosterClient.builder(
            HuaweiDrivers.builder()
                .identityStoreId(emulator.store().identityStoreId())
                .endpoint(emulator.endpoint())
                .credentials(HuaweiCredentials.of(emulator.key().id(), emulator.key().secret()))
                .build())
        .build();
  }

  private IdentityCenterStoreClient official() {
    return IdentityCenterStoreClient.newBuilder()
        .withCredential(
            new BasicCredentials()
                .withAk(emulator.key().id())
                .withSk(emulator.key().secret())
                .withProjectId("0fakeproject00000000000000000001"))
        .withEndpoints(List.of(emulator.endpoint().toString()))
        .build();
  }

  @Test
  void theOfficialClientReadsWhatWasWritten() {
    CreatedEntry<UserId> created = users.create(EntrySamples.NEW_USER);
    users.update(
        created.id(),
        FieldChanges.<User>none()
            .set(UserFields.provider("title"), "\"Engineer\"")
            .set(UserFields.NAME, PersonName.of("Carol", "Doe"))
            .clear(UserFields.provider("nickname")));

    DescribeUserResponse user =
        official()
            .describeUser(
                new DescribeUserRequest()
                    .withIdentityStoreId(store)
                    .withUserId(created.id().value()));

    assertThat(created.oneTimePassword().map(OneTimePassword::reveal)).isPresent();
    assertThat(user.getUserName()).isEqualTo(EntrySamples.NAME);
    assertThat(user.getDisplayName()).isEqualTo("Jane Doe");
    assertThat(user.getName())
        .isEqualTo(new NameDto().withGivenName("Carol").withFamilyName("Doe"));
    assertThat(user.getEmails()).extracting(EmailDto::getValue).containsExactly("jane@example.com");
    assertThat(user.getPhoneNumbers())
        .extracting(PhoneNumberDto::getValue)
        .containsExactly("+44 0000");
    assertThat(user.getAddresses()).extracting(AddressDto::getPostalCode).containsExactly("N1");
    assertThat(user.getEnterprise()).isEqualTo(new EnterpriseDto().withDepartment("R"));
    assertThat(user.getTitle()).isEqualTo("Engineer");
    assertThat(user.getNickname()).isNull();
  }

  @Test
  void whatTheOfficialClientWroteIsRead() {
    IdentityCenterStoreClient official = official();
    String id = official.createUser(newUser()).getUserId();
    official.updateUser(
        new UpdateUserRequest()
            .withIdentityStoreId(store)
            .withUserId(id)
            .withBody(
                new UpdateUserReqBody()
                    .withOperations(
                        List.of(
                            new AttributeOperationDto()
                                .withAttributePath("enterprise")
                                .withAttributeValue("{\"division\":\"E\"}")))));

    User user = users.find(LookupKey.userName("jdoe")).orElseThrow();

    assertThat(user.id()).isEqualTo(new UserId(id));
    assertThat(user.displayName()).contains("研发 \"J\"");
    assertThat(user.name()).contains(PersonName.of("Jane", "Doe"));
    assertThat(user.emails()).containsExactly(ContactPoint.primary("jane@example.com"));
    assertThat(user.enabled()).contains(true);
    assertThat(user.audit().createdAt()).isPresent();
    assertThat(user.get(UserFields.provider("nickname"))).contains("\"jd\"");
    assertThat(user.get(UserFields.provider("enterprise"))).contains("{\"division\":\"E\"}");
    assertThat(user.get(UserFields.provider("email_verified"))).contains("false");
  }

  private CreateUserRequest newUser() {
    return new CreateUserRequest()
        .withIdentityStoreId(store)
        .withBody(
            new CreateUserReqBody()
                .withUserName("jdoe")
                .withDisplayName("研发 \"J\"")
                .withNickname("jd")
                .withName(new NameDto().withGivenName("Jane").withFamilyName("Doe"))
                .withEmails(List.of(new EmailDto().withValue("jane@example.com").withPrimary(true)))
                .withPasswordMode(CreateUserReqBody.PasswordModeEnum.OTP));
  }

  @Test
  void bothListTheSameGroups() {
    IdentityCenterStoreClient official = official();
    GroupId one = groups.create(GroupFields.named("Platform Admins")).id();
    String other =
        official
            .createGroup(
                new CreateGroupRequest()
                    .withIdentityStoreId(store)
                    .withBody(new CreateGroupReqBody().withDisplayName("Admins")))
            .getGroupId();

    assertThat(groups.findId(LookupKey.groupName("Admins"))).contains(new GroupId(other));
    assertThat(groups.list(LookupKey.groupName("Admins")).stream().map(Group::id))
        .containsExactlyInAnyOrder(one, new GroupId(other));
    assertThat(official.listGroups(new ListGroupsRequest().withIdentityStoreId(store)).getGroups())
        .extracting(GroupDto::getGroupId)
        .containsExactlyInAnyOrder(one.value(), other);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "HUAWEI_.*")
  void theSameComesOfItWhicheverWayTheServiceBehaves(AlternativeBehavior behavior) {
    try (Emulator other = Emulator.builder().alternatives(behavior).start();
        RosterClient same = client(other)) {
      GroupId group = same.directory().groups().create(GroupFields.named("Admins")).id();
      same.directory().groups().create(GroupFields.named("Admins and more"));
      UserId user = same.directory().users().create(EntrySamples.NEW_USER).id();
      LookupKey<User> name = LookupKey.userName(EntrySamples.NAME);

      assertThat(same.directory().groups().findId(LookupKey.groupName("Admins"))).contains(group);
      assertThat(same.directory().groups().findId(LookupKey.groupName("admins"))).isEmpty();
      assertThat(same.directory().users().findId(name)).contains(user);
      assertThat(same.directory().users().findId(LookupKey.userName("jdoe"))).isEmpty();
      assertThat(same.directory().users().list().withPageSize(1)).hasSize(1);
      same.directory()
          .groups()
          .update(group, FieldChanges.<Group>none().set(GroupFields.DISPLAY_NAME, "Others"));
      assertThat(same.directory().groups().get(group).displayName()).contains("Others");
      same.directory().users().delete(user);
      assertThat(same.directory().users().find(name)).isEmpty();
    }
  }
}
