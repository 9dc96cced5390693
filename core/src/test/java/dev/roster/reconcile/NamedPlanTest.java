package dev.roster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.KnownNames;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in a plan are for the people who review it; what is changed are identifiers. */
class NamedPlanTest {

  private static final IdentityStoreId STORE = new IdentityStoreId("d-1234567890");
  private static final GroupId GROUP = new GroupId("g-1");
  private static final UserId ADDED = new UserId("u-1");
  private static final UserId REMOVED = new UserId("u-2");
  private static final ReconcilePlan PLAN =
      new ReconcilePlan(
          "memory",
          STORE,
          ReconcileMode.EXCLUSIVE,
          List.of(
              new GroupChanges(
                  GROUP,
                  1,
                  "00000000000000ff",
                  List.of(ADDED),
                  List.of(new Membership(STORE, GROUP, REMOVED, new MembershipId("m-2"))))));

  private static KnownNames names(String userName) {
    return KnownNames.none()
        .withUsers(List.of(User.of(ADDED, UserFields.named(userName))))
        .withGroups(List.of(Group.of(GROUP, GroupFields.named("Platform Admins"))));
  }

  @Test
  void aNameStandsBesideItsIdentifierWhereItIsKnown() {
    List<String> lines = PLAN.toText(names("alice@example.com")).lines().toList();
    assertThat(lines.get(4)).contains("\tg-1\t").contains("\t# Platform Admins\t");
    assertThat(lines.get(5)).startsWith("add\tg-1\tu-1\t# alice@example.com\t");
    assertThat(lines.get(6)).startsWith("remove\tg-1\tu-2\tm-2\t").doesNotContain("#");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          'plain # name',                  '# plain # name'
          'tab\there',                     '# tab\\u{9}here'
          'line\nadd\tg-1\tu-9\tffffffff', '# line\\u{a}add\\u{9}g-1\\u{9}u-9\\u{9}ffffffff'
          'right\u202eto left',            '# right\\u{202e}to left'
          'back\\slash',                   '# back\\\\slash'
          'rocket \ud83d\ude80',           '# rocket \ud83d\ude80'
          """)
  void whatCouldMisleadAReaderIsEscaped(String name, String shown) {
    String text = PLAN.toText(names(name));
    assertThat(text.lines().toList().get(5)).contains("\t" + shown + "\t");
    assertThat(ReconcilePlan.parse(text)).isEqualTo(PLAN);
    assertThat(ReconcilePlan.parseEdited(text)).isEqualTo(PLAN);
  }

  @Test
  void anAlteredNameIsRefusedAlsoInAnEditedText() {
    String altered = PLAN.toText(names("alice")).replace("# alice", "# mallory");
    assertThatIllegalArgumentException().isThrownBy(() -> ReconcilePlan.parse(altered));
    assertThatIllegalArgumentException().isThrownBy(() -> ReconcilePlan.parseEdited(altered));
  }

  @Test
  void aNameIsStruckWithItsChange() {
    String struck =
        PLAN.toText(names("alice"))
            .lines()
            .filter(line -> !line.contains("alice"))
            .collect(Collectors.joining("\n"));
    assertThat(ReconcilePlan.parseEdited(struck).additions()).isZero();
    assertThat(ReconcilePlan.parseEdited(struck).removals()).isEqualTo(1);
  }

  @Test
  void namesAreInNoTextForm() {
    assertThat(names("alice")).hasToString("KnownNames[2]");
  }
}
