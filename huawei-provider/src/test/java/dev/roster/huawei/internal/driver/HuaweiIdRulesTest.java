package dev.roster.huawei.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.spi.IdRules;
import dev.roster.spi.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented lengths, by where an id travels, and what cannot travel unharmed. */
class HuaweiIdRulesTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final HuaweiIdRules rules = new HuaweiIdRules(false);
  private final HuaweiIdRules strict = new HuaweiIdRules(true);

  @ParameterizedTest
  @CsvSource({
    "CREATE_MEMBERSHIP, 47",
    "FIND_MEMBERSHIP, 47",
    "IS_MEMBER_IN_GROUPS, 47",
    "LIST_MEMBERSHIPS, 64",
    "GET_GROUP, 64",
    "UPDATE_GROUP, 64",
    "DELETE_GROUP, 64"
  })
  void groupIdsHaveALimitByPlace(Operation operation, int longest) {
    rules.check(operation, new GroupId("x".repeat(longest)));

    assertThatThrownBy(() -> rules.check(operation, new GroupId("x".repeat(longest + 1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "group id must have 1 to %d characters, but has %d".formatted(longest, longest + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE_MEMBERSHIP, 47",
    "FIND_MEMBERSHIP, 47",
    "IS_MEMBER_IN_GROUPS, 47",
    "LIST_MEMBERSHIPS_FOR_MEMBER, 64",
    "GET_USER, 64",
    "UPDATE_USER, 64",
    "DELETE_USER, 64"
  })
  void userIdsHaveALimitByPlace(Operation operation, int longest) {
    rules.check(operation, new UserId("x".repeat(longest)));

    assertThatThrownBy(() -> rules.check(operation, new UserId("x".repeat(longest + 1))))
        .hasMessage(
            "user id must have 1 to %d characters, but has %d".formatted(longest, longest + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET_MEMBERSHIP", "DELETE_MEMBERSHIP"})
  void membershipIdsHaveALimit(Operation operation) {
    rules.check(operation, new MembershipId("x".repeat(64)));

    assertThatThrownBy(() -> rules.check(operation, new MembershipId("x".repeat(65))))
        .hasMessage("membership id must have 1 to 64 characters, but has 65");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void aStepInAPathIsNoIdThere(String step) {
    assertThatThrownBy(() -> rules.check(Operation.DELETE_MEMBERSHIP, new MembershipId(step)))
        .isInstanceOf(InvalidInputException.class);
    for (Operation operation :
        List.of(Operation.GET_USER, Operation.UPDATE_USER, Operation.DELETE_USER)) {
      assertThatThrownBy(() -> rules.check(operation, new UserId(step)))
          .hasMessageContaining("user id must not be a step in a path");
    }
    for (Operation operation :
        List.of(Operation.GET_GROUP, Operation.UPDATE_GROUP, Operation.DELETE_GROUP)) {
      assertThatThrownBy(() -> rules.check(operation, new GroupId(step)))
          .hasMessageContaining("group id must not be a step in a path");
    }
    rules.check(Operation.LIST_MEMBERSHIPS, new GroupId(step));
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatThrownBy(() -> rules.check(Operation.CREATE_MEMBERSHIP, new GroupId("a\ud83d")))
        .hasMessage("group id must be valid Unicode text");
  }

  @Test
  void strictRulesWantUuids() {
    assertThatCode(() -> strict.check(Operation.GET_MEMBERSHIP, Samples.ID))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> strict.check(Operation.GET_MEMBERSHIP, new MembershipId("m-1")))
        .hasMessage("membership id must be a UUID");
    assertThatThrownBy(() -> strict.check(Operation.FIND_MEMBERSHIP, new GroupId("g-1")))
        .hasMessage("group id must be a UUID");
    assertThatThrownBy(() -> strict.check(Operation.FIND_MEMBERSHIP, new UserId("u-1")))
        .hasMessage("user id must be a UUID");
  }

  /** What the service refuses and is none of these is probably a name. */
  @Test
  void theDocumentedFormOfIdsIsToldApartFromNames() {
    IdRules documented = SERVICE.driver().documentedIdRules();

    for (Operation operation : Operation.values()) {
      documented.check(operation, Samples.GROUP);
      documented.check(operation, Samples.USER);
      documented.check(operation, Samples.ID);
      assertThatThrownBy(() -> documented.check(operation, new GroupId("Administrators")))
          .isInstanceOf(InvalidInputException.class);
      assertThatThrownBy(() -> documented.check(operation, new UserId("jane.doe@example.com")))
          .isInstanceOf(InvalidInputException.class);
      assertThatThrownBy(() -> documented.check(operation, new MembershipId("jane in admins")))
          .isInstanceOf(InvalidInputException.class);
    }
    SERVICE.driver().idRules().check(Operation.FIND_MEMBERSHIP, new GroupId("Administrators"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"d-123456789", "d-12345678901", "x"})
  void aStoreIdHasExactlyTwelveCharacters(String id) {
    assertThatThrownBy(() -> HuaweiIdRules.check(new IdentityStoreId(id)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .satisfies(
            message ->
                assertThat(message)
                    .isEqualTo(
                        "identity store id must have exactly 12 characters, but has %d",
                        id.length()));
  }
}
