package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.directory.User;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ARNs in place of ids. A response may spell an id in either form; what comes back is spelt as the
 * caller spelt it.
 */
class ArnTest {

  private static final String UUID = "12345678-AAAA-4aaa-8aaa-000000000001";
  private static final IdentityStoreId STORE =
      new IdentityStoreId("arn:aws:identitystore::111122223333:identitystore/d-1234567890");
  private static final GroupId GROUP = new GroupId("arn:aws:identitystore:::group/group-1");
  private static final GroupId OTHER = new GroupId("arn:aws:identitystore:::group/group-2");
  private static final UserId USER = new UserId("arn:aws:identitystore:::user/user-1");
  private static final MembershipId MEMBERSHIP =
      new MembershipId("arn:aws:identitystore:::membership/membership-1");

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private final RecordedAttempt attempt = new RecordedAttempt();

  @FunctionalInterface
  interface DriverCall<T> {
    T with(MembershipDriver driver) throws Exception;
  }

  private <T> T call(OperationCase responds, DriverCall<T> call) throws Exception {
    return call(responds.response, call);
  }

  private <T> T call(String response, DriverCall<T> call) throws Exception {
    SERVER.respondsWith(IdentityStoreServer.ok(response));
    try (MembershipDriver driver = SERVER.driver().identityStoreId(STORE).build()) {
      return call.with(driver);
    }
  }

  private static String sent() {
    return SERVER.requests().get(0).getBodyAsString();
  }

  @Test
  void theyAreSentAsTheCallerSpeltThem() throws Exception {
    Membership made =
        call(OperationCase.CREATE, driver -> driver.createMembership(GROUP, USER, attempt));
    assertThat(made.identityStoreId()).isEqualTo(STORE);
    assertThat(made.groupId()).isEqualTo(GROUP);
    assertThat(sent()).contains(STORE.value(), GROUP.value(), USER.value());
  }

  @Test
  void aMembershipIsReadAsItsIdWasSpelt() throws Exception {
    Membership read = call(OperationCase.GET, driver -> driver.getMembership(MEMBERSHIP, attempt));
    assertThat(read.membershipId()).isEqualTo(MEMBERSHIP);
    String arns =
        OperationCase.GET.response.replace("\"membership-1\"", quoted(MEMBERSHIP.value()));
    Membership other =
        call(arns, driver -> driver.getMembership(OperationCase.MEMBERSHIP, attempt));
    assertThat(other.membershipId()).isEqualTo(OperationCase.MEMBERSHIP);
  }

  @Test
  void theRowsOfAListingHaveWhatWasAskedForAsItWasSpelt() throws Exception {
    PageRequest page = PageRequest.first(7);
    Membership ofGroup =
        call(
                OperationCase.LIST,
                driver -> ((ListsByGroup) driver).listMemberships(GROUP, page, attempt))
            .items()
            .get(0);
    assertThat(ofGroup.groupId()).isEqualTo(GROUP);
    assertThat(ofGroup.memberId()).isEqualTo(OperationCase.USER);
    Membership ofMember =
        call(
                OperationCase.LIST_FOR_MEMBER,
                driver -> ((ListsByMember) driver).listMembershipsForMember(USER, page, attempt))
            .items()
            .get(0);
    assertThat(ofMember.memberId()).isEqualTo(USER);
    assertThat(ofMember.groupId()).isEqualTo(OperationCase.GROUP);
  }

  @Test
  void aCheckHasAResultForEveryGroupAsItWasSpelt() throws Exception {
    List<GroupId> groups = List.of(GROUP, OTHER, OperationCase.GROUP);
    Map<GroupId, Boolean> checks =
        call(OperationCase.CHECK, driver -> driver.isMemberInGroups(USER, groups, attempt));
    assertThat(checks)
        .containsOnly(entry(GROUP, true), entry(OTHER, false), entry(OperationCase.GROUP, true));
  }

  @Test
  void aUserIsReadAsItsIdWasSpelt() throws Exception {
    User read =
        call(
            OperationCase.GET_USER,
            driver -> ((DirectoryDriver) driver).users().get(USER, attempt));
    assertThat(read.id()).isEqualTo(USER);
  }

  @Test
  void anIdOfAnotherKindIsAnotherId() {
    assertThatThrownBy(
            () ->
                call(
                    OperationCase.GET_USER.response.replace("user-1", "user-2"),
                    driver -> ((DirectoryDriver) driver).users().get(USER, attempt)))
        .hasMessageContaining("another UserId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        UUID,
        "0123456789-" + UUID,
        "arn:aws:identitystore:::group/" + UUID,
        "arn:aws-us-gov:identitystore:::group/0123456789-" + UUID
      })
  void everyDocumentedFormPasses(String id) {
    try (MembershipDriver driver = SERVER.driver().strictIds().build()) {
      driver.idRules().check(Operation.LIST_MEMBERSHIPS, new GroupId(id));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group-1",
        "arn:aws:identitystore:::user/" + UUID,
        "arn:aws:identitystore::111122223333:group/" + UUID,
        "arn:aws:identitystore:::group/"
      })
  void onlyStrictIdsMindTheForm(String id) {
    GroupId group = new GroupId(id);
    try (MembershipDriver driver = SERVER.driver().build();
        MembershipDriver strict = SERVER.driver().strictIds().build()) {
      driver.idRules().check(Operation.LIST_MEMBERSHIPS, group);
      assertThatThrownBy(() -> strict.idRules().check(Operation.LIST_MEMBERSHIPS, group))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("or an ARN that ends in one");
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
