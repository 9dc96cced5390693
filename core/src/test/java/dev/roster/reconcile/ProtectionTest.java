package dev.roster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.KnownNames;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no plan may remove. */
class ProtectionTest {

  private static final GroupId GROUP = new GroupId("g-1");
  private static final UserId USER = new UserId("u-1");
  private static final PlannedChange REMOVAL = new PlannedChange(ChangeKind.REMOVE, GROUP, USER);
  private static final PlannedChange ADDITION = new PlannedChange(ChangeKind.ADD, GROUP, USER);
  private static final KnownNames NAMES =
      KnownNames.none()
          .withUsers(List.of(User.of(USER, UserFields.named("Break-Glass.1"))))
          .withGroups(List.of(Group.of(GROUP, GroupFields.named("Admins"))));

  private static boolean protects(Protection protection, KnownNames names) {
    assertThat(protection.protects(ADDITION, names, UnaryOperator.identity())).isFalse();
    return protection.protects(REMOVAL, names, UnaryOperator.identity());
  }

  @ParameterizedTest
  @CsvSource({
    "break-*, true",
    "*GLASS*, true",
    "break-glass.?, true",
    "u-1, true",
    "U-?, true",
    "break-glass, false",
    "break?glass?1?, false",
    ".*, false",
    "u-2, false",
  })
  void aMemberIsProtectedByIdOrNameOrPattern(String pattern, boolean expected) {
    assertThat(protects(Protection.none().withMembersLike("other", pattern), NAMES))
        .isEqualTo(expected);
  }

  @Test
  void aGroupIsProtectedToo() {
    assertThat(protects(Protection.none().withGroupsLike("adm*"), NAMES)).isTrue();
    assertThat(protects(Protection.none().withGroupsLike("dev*"), NAMES)).isFalse();
    assertThat(protects(Protection.none().withGroups(GROUP), KnownNames.none())).isTrue();
    assertThat(protects(Protection.none().withGroups(new GroupId("g-2")), KnownNames.none()))
        .isFalse();
    assertThat(protects(Protection.none(), KnownNames.none())).isFalse();
  }

  @Test
  void whereANameIsNotKnownNoPatternLetsItGo() {
    assertThat(protects(Protection.none().withMembersLike("other"), KnownNames.none())).isTrue();
    assertThat(protects(Protection.none().withGroupsLike("other"), KnownNames.none())).isTrue();
  }

  @Test
  void anotherSpellingOfAnIdIsTheSameMember() {
    Protection protection = Protection.none().withMembers(new UserId("U-1"));
    assertThat(protection.protects(REMOVAL, NAMES, id -> id.toLowerCase(Locale.ROOT))).isTrue();
  }

  @Test
  void aBlankPatternIsRefusedAndNamesAreInNoText() {
    assertThatIllegalArgumentException().isThrownBy(() -> Protection.none().withMembersLike(" "));
    assertThat(Protection.none().withMembersLike("ada").toString()).doesNotContain("ada");
  }
}
